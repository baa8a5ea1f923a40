import { AppError, type Role, unavailable } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { type HelpdeskChannels, listChannels } from '../../helpdesk-channels.ts';
import { slackPagesOf } from '../../slack/pages.ts';

/** Throws `forbidden_for_role` when this person may not act in the role they picked. */
export type CheckRole = (input: { id: string; role: Role }) => Promise<void>;

/** Who has just joined a channel of helpdesk waits this long at most. */
const keptMs = 30_000;

type CreateCheckRoleInput = {
  slack: WebClient;
  channels: HelpdeskChannels;
  /** How long somebody waits for Slack to say who is a member, in milliseconds. */
  patienceMs: number;
  now: () => number;
  logger: Logger;
};

/** Lets anybody act in any role: whoever acts picks it, and history says who that was. */
export const allowEveryRole: CheckRole = async () => undefined;

/** Lets the members of helpdesk's channels alone act as helpdesk; throws `unavailable` when Slack does not name them. */
export function createCheckRole(input: CreateCheckRoleInput): CheckRole {
  const { slack, channels, patienceMs, now, logger } = input;
  let known: { members: ReadonlySet<string>; at: number } | undefined;
  let asking: Promise<ReadonlySet<string> | undefined> | undefined;

  return async ({ id, role }) => {
    if (role !== 'helpdesk') return;
    const members = await membersInTime();
    if (members === undefined)
      throw unavailable({
        reason: 'members_unknown',
        message: 'Slack did not say who belongs to the helpdesk. Try again in a moment.',
      });
    if (!members.has(id))
      throw new AppError({
        code: 'forbidden_for_role',
        message: 'Only people in the channel of the helpdesk can act as helpdesk. Ask them to add you.',
        details: { reason: 'not_helpdesk' },
      });
  };

  /** Those who were members before, when Slack takes too long. */
  async function membersInTime(): Promise<ReadonlySet<string> | undefined> {
    if (known !== undefined && now() - known.at < keptMs) return known.members;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return (await within({ work: asking, ms: patienceMs })) ?? known?.members;
  }

  async function ask(): Promise<ReadonlySet<string> | undefined> {
    try {
      const lists = await Promise.all(listChannels(channels).map(({ channel }) => membersOf(channel)));
      const members = new Set(lists.flat());
      known = { members, at: now() };
      return members;
    } catch (err) {
      logger.warn({ err }, 'the members of the helpdesk channels cannot be read');
      return undefined;
    }
  }

  async function membersOf(channel: string): Promise<string[]> {
    const found: string[] = [];
    const pages = slackPagesOf(cursor => slack.conversations.members({ channel, limit: 999, cursor }));
    for await (const { members = [] } of pages) found.push(...members);
    return found;
  }
}
