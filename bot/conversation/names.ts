import { type Actor, cleanName, type Person, type Role } from '@campus-desk/contract';
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
};

/** Display names for an act that a person waits for, and for an event, which may take longer; both know the same. */
export type Names = { forActs: DisplayNames; forEvents: DisplayNames };

const keptMs = 30 * 60_000;
/** A name that had to be guessed is asked for again soon, but stays the same over the retries of one act. */
const keptGuessMs = 60_000;
/** A campus has more people than a process should remember. */
const maxNames = 5000;

/** Within this time, who was given a guess has stored it. */
const storedMs = 3000;

type CreateNamesInput = {
  slack: WebClient;
  logger: Logger;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** Called with a name that came too late: an id was taken for it meanwhile. */
  onLate?: (person: Person) => Promise<unknown>;
  /** How long a lookup may take, in milliseconds. */
  budgetsMs?: { act: number; event: number };
};

/** The display names of Slack's users, remembered for a while. */
export function createNames(input: CreateNamesInput): Names {
  const { slack, logger, clock, onLate = async () => {}, budgetsMs = { act: 400, event: 1500 } } = input;
  const remembered = { max: maxNames, ttl: keptMs, ttlResolution: 0, perf: { now: clock.now } };
  const names = new LRUCache<string, string>(remembered);
  const asked = new Map<string, Promise<string | undefined>>();
  const guessed = new LRUCache<string, true>({ max: maxNames });
  return { forActs: namesWithin(budgetsMs.act), forEvents: namesWithin(budgetsMs.event) };

  function namesWithin(budgetMs: number): DisplayNames {
    const nameOf = ({ id, name: guess }: SlackUser) => find({ id, guess, budgetMs });
    return { nameOf, actor: async ({ role, ...user }) => ({ id: user.id, name: await nameOf(user), role }) };
  }

  async function find({ id, guess, budgetMs }: FindInput): Promise<string> {
    const known = names.get(id);
    if (known !== undefined) return known;
    const asking = asked.get(id) ?? ask(id);
    asked.set(id, asking);
    const name = await within({ work: asking, ms: budgetMs });
    if (name !== undefined) return name;
    const taken = cleanName(guess ?? '') || id;
    if (taken === id) guessed.set(id, true);
    // The name may have come just now.
    if (!names.has(id)) names.set(id, taken, { ttl: keptGuessMs });
    return taken;
  }

  async function ask(id: string): Promise<string | undefined> {
    try {
      const { user } = await slack.users.info({ user: id });
      const { display_name: displayName, real_name: realName } = user?.profile ?? {};
      const all = [displayName, realName, user?.real_name, user?.name].map(name => cleanName(name ?? ''));
      const name = all.find(one => one !== '')?.slice(0, 255);
      if (name === undefined) return undefined;
      names.set(id, name);
      if (guessed.delete(id)) void fillIn({ id, name });
      return name;
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
