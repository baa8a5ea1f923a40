import type { Logger } from '../../api/kit/logger.ts';

export type Operator = ReturnType<typeof createOperator>;

const advice: Record<string, string> = {
  is_archived: 'Unarchive the channel, or name another as HELPDESK_CHANNEL.',
  not_in_channel: 'Invite the bot to the channel.',
  channel_not_found: 'Check HELPDESK_CHANNEL, and invite the bot if the channel is private.',
  missing_scope: 'Install the app again with the scopes of its manifest.',
  messages_tab_disabled: "Enable the Messages tab in the app's App Home settings.",
  invalid_auth: 'Check SLACK_BOT_TOKEN.',
  token_revoked: 'Install the app again and set the new SLACK_BOT_TOKEN.',
  account_inactive: 'Install the app again and set the new SLACK_BOT_TOKEN.',
};

/** Tells the operator what only he can mend: each cause once, until it was seen working again. */
export function createOperator({ logger }: { logger: Logger }) {
  const told = new Map<string, Set<string>>();
  return {
    /** `where` is the channel, or the method when it concerns all channels. */
    tell({ reason, where, ticket }: { reason: string; where: string; ticket?: number }): void {
      const causes = told.get(where) ?? new Set();
      told.set(where, causes);
      const [cause = reason] = reason.split(':');
      if (causes.has(cause)) return;
      causes.add(cause);
      logger.error({ reason, where, ticket, advice: advice[cause] }, 'Slack refuses what the bot must do');
    },
    works(where: string): void {
      told.delete(where);
    },
  };
}
