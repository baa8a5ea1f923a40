import { type Actor, cleanName, type Role } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
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

const keptMs = 30 * 60_000;
/** A name that had to be guessed is asked for again soon, but stays the same over the retries of one act. */
const keptGuessMs = 60_000;
/** A campus has more people than a process should remember. */
const maxNames = 5000;

type CreateDisplayNamesInput = { slack: WebClient; logger: Logger; now: () => number; budgetMs?: number };

/** The display names of Slack's users, remembered for a while; a lookup takes at most `budgetMs` of an act. */
export function createDisplayNames(input: CreateDisplayNamesInput): DisplayNames {
  const { slack, logger, now, budgetMs = 400 } = input;
  const names = new LRUCache<string, string>({ max: maxNames, ttl: keptMs, ttlResolution: 0, perf: { now } });
  const asked = new Map<string, Promise<string | undefined>>();
  return { nameOf, actor: async ({ role, ...user }) => ({ id: user.id, name: await nameOf(user), role }) };

  async function nameOf({ id, name: guess }: SlackUser): Promise<string> {
    const known = names.get(id);
    if (known !== undefined) return known;
    const asking = asked.get(id) ?? ask(id);
    asked.set(id, asking);
    const name = await within({ work: asking, ms: budgetMs });
    if (name !== undefined) return name;
    const guessed = cleanName(guess ?? '') || id;
    names.set(id, guessed, { ttl: keptGuessMs });
    return guessed;
  }

  async function ask(id: string): Promise<string | undefined> {
    try {
      const { user } = await slack.users.info({ user: id });
      const { display_name: displayName, real_name: realName } = user?.profile ?? {};
      const all = [displayName, realName, user?.real_name, user?.name].map(name => cleanName(name ?? ''));
      const name = all.find(one => one !== '')?.slice(0, 255);
      if (name !== undefined) names.set(id, name);
      return name;
    } catch (err) {
      logger.info({ err, userId: id }, 'display name not known');
      return undefined;
    } finally {
      asked.delete(id);
    }
  }
}
