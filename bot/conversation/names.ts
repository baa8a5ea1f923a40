import type { Actor, Role } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';

/** Someone in Slack, with the name the payload gave him, if any. */
export type SlackUser = { id: string; name?: string | undefined };

export type DisplayNames = {
  /** The name people know the user by; the payload's name, else the id, when Slack does not say it in time. */
  nameOf: (user: SlackUser) => Promise<string>;
  /** The user as an actor in this role. */
  actor: (user: SlackUser & { role: Role }) => Promise<Actor>;
};

const keptMs = 30 * 60_000;
/** A name that had to be guessed is asked again soon, but stays the same over the retries of one act. */
const keptGuessMs = 60_000;
/** Most names kept; a campus has more people than a process should remember. */
const maxKept = 5000;

type CreateDisplayNamesInput = { slack: WebClient; logger: Logger; now: () => number; budgetMs?: number };

/** The display names of Slack's users, remembered for a while; a lookup takes at most `budgetMs` of an act. */
export function createDisplayNames(input: CreateDisplayNamesInput): DisplayNames {
  const { slack, logger, now, budgetMs = 400 } = input;
  const kept = new Map<string, { name: string; until: number }>();
  const asked = new Map<string, Promise<string | undefined>>();

  const keep = ({ id, name, ms }: { id: string; name: string; ms: number }): string => {
    kept.delete(id);
    kept.set(id, { name, until: now() + ms });
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return name;
  };

  const ask = async (id: string): Promise<string | undefined> => {
    try {
      const { user } = await slack.users.info({ user: id });
      const name = user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name;
      return name && keep({ id, name: name.slice(0, 255), ms: keptMs });
    } catch (err) {
      logger.info({ err, userId: id }, 'display name not known');
      return undefined;
    } finally {
      asked.delete(id);
    }
  };

  const nameOf = async ({ id, name: guess }: SlackUser): Promise<string> => {
    const known = kept.get(id);
    if (known !== undefined && known.until > now()) return known.name;
    const asking = asked.get(id) ?? ask(id);
    asked.set(id, asking);
    const name = await within({ work: asking, ms: budgetMs });
    return name ?? keep({ id, name: guess || known?.name || id, ms: keptGuessMs });
  };

  return {
    nameOf,
    actor: async ({ role, ...user }) => ({ id: user.id, name: await nameOf(user), role }),
  };
}
