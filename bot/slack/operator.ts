import type { Logger } from '@campus-desk/service-kit';
import { slackAdvice } from './advice.ts';
import { causeOf } from './errors.ts';

export type Operator = ReturnType<typeof createOperator>;

type CreateOperatorInput = {
  logger: Logger;
  /** Called when Slack takes something again where it refused something before. */
  onWorksAgain: (where: string) => void;
};

/** Reports to the operator what only they can fix: each cause once, until it was seen working again. */
export function createOperator({ logger, onWorksAgain }: CreateOperatorInput) {
  const notified = new Map<string, Set<string>>();
  return {
    /** `where` is the channel, the direct messages with somebody, files, or every method. */
    notify({ reason, where, ticket }: { reason: string; where: string; ticket?: number }): void {
      const causes = notified.get(where) ?? new Set();
      notified.set(where, causes);
      const cause = causeOf(reason);
      if (causes.has(cause)) return;
      causes.add(cause);
      logger.error(
        { reason, where, ticket, advice: slackAdvice[cause] },
        'Slack refuses what the bot has to do',
      );
    },
    works(where: string): void {
      if (notified.delete(where)) onWorksAgain(where);
    },
  };
}

/** Where it concerns the direct messages with a person, whose channel Slack may not say. */
export function directMessagesWith(userId: string): string {
  return `DM with ${userId}`;
}
