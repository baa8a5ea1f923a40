import {
  type Actor,
  cleanName,
  type Language,
  languages,
  type Person,
  type Role,
} from '@campus-desk/contract';
import { type Clock, type Logger, within } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';

/** Someone in Slack, with the name the payload gave them, if any. */
export type SlackUser = { id: string; name?: string | undefined };

export type DisplayNames = {
  /** The name people know the user by; the payload's name, else the id, when Slack does not say it in time. */
  nameOf: (user: SlackUser) => Promise<string>;
  /** The user as an actor in this role. */
  actor: (user: SlackUser & { role: Role }) => Promise<Actor>;
  /** The language of somebody's Slack; undefined where it is none of ours, or Slack does not say it in time. */
  languageOf: (userId: string) => Promise<Language | undefined>;
  /** Somebody's workspace; undefined where Slack does not say it in time. */
  teamOf: (userId: string) => Promise<string | undefined>;
};

/** Display names for an act that a person waits for, and for an event, which may take longer; both know the same. */
export type Names = { forActs: DisplayNames; forEvents: DisplayNames };

const standardKeptMs = 30 * 60_000;
/** What had to be guessed is asked for again soon, but stays the same over the retries of one act. */
const keptGuessMs = 60_000;
/** A campus has more people than a process should remember. */
const maxNames = 5000;

/** Within this time, who was given a guess has stored it. */
const storedMs = 3000;

/** What Slack says of somebody. */
type Profile = { name: string; language: Language | undefined; team: string | undefined };

type CreateNamesInput = {
  slack: WebClient;
  logger: Logger;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** Called with a name that came too late: an id was taken for it meanwhile. */
  onLate?: (person: Person) => Promise<unknown>;
  /** How long they are remembered, in milliseconds. */
  keptMs?: number | undefined;
  /** How long a lookup may take, in milliseconds. */
  budgetsMs?: { act: number; event: number };
};

/** The display names and languages of Slack's users, remembered for a while. */
export function createNames(input: CreateNamesInput): Names {
  const { slack, logger, clock, onLate = async () => {}, budgetsMs = { act: 400, event: 1500 } } = input;
  const { keptMs = standardKeptMs } = input;
  const remembered = { max: maxNames, ttlResolution: 0, perf: { now: clock.now } };
  const profiles = new LRUCache<string, Profile>({ ...remembered, ttl: keptMs });
  const unanswered = new LRUCache<string, true>({ ...remembered, ttl: keptGuessMs });
  const asked = new Map<string, Promise<Profile | undefined>>();
  const guessed = new LRUCache<string, true>({ max: maxNames });
  return { forActs: namesWithin(budgetsMs.act), forEvents: namesWithin(budgetsMs.event) };

  function namesWithin(budgetMs: number): DisplayNames {
    const nameOf = ({ id, name: guess }: SlackUser) => find({ id, guess, budgetMs });
    return {
      nameOf,
      actor: async ({ role, ...user }) => ({ id: user.id, name: await nameOf(user), role }),
      languageOf: async id => (await findProfile({ id, budgetMs }))?.language,
      teamOf: async id => (await findProfile({ id, budgetMs }))?.team,
    };
  }

  async function find({ id, guess: said, budgetMs }: FindInput): Promise<string> {
    const known = profiles.get(id) ?? (await within({ work: profileOf(id), ms: budgetMs }));
    if (known !== undefined) return known.name;
    const taken = cleanName(said ?? '') || id;
    if (taken === id) guessed.set(id, true);
    // The name may have come just now.
    const guess = { name: taken, language: undefined, team: undefined };
    if (!profiles.has(id)) profiles.set(id, guess, { ttl: keptGuessMs });
    return taken;
  }

  async function findProfile({ id, budgetMs }: Omit<FindInput, 'guess'>): Promise<Profile | undefined> {
    if (!profiles.has(id) && unanswered.has(id)) return undefined;
    const known = profiles.get(id) ?? (await within({ work: profileOf(id), ms: budgetMs }));
    if (known === undefined) unanswered.set(id, true);
    return known;
  }

  /** Asks Slack once, whoever waits for it. */
  function profileOf(id: string): Promise<Profile | undefined> {
    const asking = asked.get(id) ?? ask(id);
    asked.set(id, asking);
    return asking;
  }

  async function ask(id: string): Promise<Profile | undefined> {
    try {
      const { user } = await slack.users.info({ user: id, include_locale: true });
      const { display_name: displayName, real_name: realName } = user?.profile ?? {};
      const all = [displayName, realName, user?.real_name, user?.name].map(name => cleanName(name ?? ''));
      const name = all.find(one => one !== '')?.slice(0, 255);
      if (name === undefined) return undefined;
      const language = languages.find(one => user?.locale?.split('-')[0] === one);
      const profile = { name, language, team: user?.team_id };
      profiles.set(id, profile);
      if (guessed.delete(id)) void fillIn({ id, name });
      return profile;
    } catch (err) {
      logger.info({ err, userId: id }, 'display name not known');
      return undefined;
    } finally {
      asked.delete(id);
    }
  }

  async function fillIn(person: Person): Promise<void> {
    await clock.sleep(storedMs, { ref: false });
    await onLate(person).catch(err =>
      logger.info({ err, userId: person.id }, 'a late name is not stored yet'),
    );
  }
}

type FindInput = { id: string; guess: string | undefined; budgetMs: number };
