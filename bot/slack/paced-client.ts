import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import type { Hold } from '../sync/lease.ts';
import { judge, SlackRefusal, type Verdict } from './errors.ts';
import type { Operator } from './operator.ts';
import { everyMethod, type Pace } from './pace.ts';

export type SlackCall<Result> = {
  method: string;
  /** Where it happens, for the pace and for the operator. */
  channel?: string;
  hold: Hold;
  run: () => Promise<Result>;
  /** Asked after an unclear outcome: the result, when the call was executed after all. */
  findDone?: () => Promise<Result | undefined>;
};

export type CallSlack = ReturnType<typeof createCallSlack>['call'];

/** A bad token is not mended within seconds. */
const lockedOutMs = 60_000;

type WaitOutInput = {
  verdict: Exclude<Verdict, { kind: 'gone' | 'refused' }>;
  attempt: number;
  method: string;
  hold: Hold;
};

type CreateCallSlackInput = { pace: Pace; operator: Operator; clock: Clock; logger: Logger };

/**
 * Calls the Web API at Slack's pace until it answers: waits out rate limits and outages for as long as the lease is
 * held. Throws a `SlackRefusal` for what Slack will not do, and what `hold.check` throws.
 */
export function createCallSlack({ pace, operator, clock, logger }: CreateCallSlackInput) {
  let isLockedOut = false;

  async function call<Result>({ method, channel, hold, run, findDone }: SlackCall<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      await pace.turn({ method, channel, signal: hold.signal });
      hold.check();
      try {
        const result = await run();
        isLockedOut = false;
        operator.works(channel ?? method);
        return result;
      } catch (error) {
        const verdict = judge(error);
        if (verdict.kind === 'gone' || verdict.kind === 'refused') throw refusal({ verdict, error });
        await waitOut({ verdict, attempt, method, hold });
        const done = verdict.kind === 'unclear' ? await findDone?.() : undefined;
        if (done !== undefined) return done;
      }
    }
  }

  async function waitOut({ verdict, attempt, method, hold }: WaitOutInput): Promise<void> {
    logger.warn({ method, attempt, verdict }, 'Slack did not do a call; it is tried again');
    if (verdict.kind === 'rate-limited')
      return pace.pause({ method, ms: verdict.retryAfterMs ?? backOffMs(attempt) });
    if (verdict.kind === 'locked-out') {
      isLockedOut = true;
      operator.tell({ reason: verdict.reason, where: everyMethod });
      return pace.pause({ method: everyMethod, ms: lockedOutMs });
    }
    await clock.sleep(backOffMs(attempt), { signal: hold.signal });
  }

  return { call, isLockedOut: () => isLockedOut };
}

type RefusalInput = { verdict: Extract<Verdict, { kind: 'gone' | 'refused' }>; error: unknown };

function refusal({ verdict, error }: RefusalInput): SlackRefusal {
  return new SlackRefusal({ reason: verdict.reason, isGone: verdict.kind === 'gone', cause: error });
}
