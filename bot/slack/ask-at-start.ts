import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import { judge, type Verdict } from './errors.ts';

/** How often Slack is asked, should it not work just then. */
const maxAttempts = 4;

/** What Slack may refuse at the start. */
type Secret = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const remedies: Record<Secret, string> = {
  SLACK_BOT_TOKEN: 'Install the app again and copy its bot token.',
  SLACK_APP_TOKEN:
    'Switch on Socket Mode in the app, and copy an app-level token with the scope connections:write.',
};

type AskAtStartInput<T> = {
  ask: () => Promise<T>;
  secret: Secret;
  slackApiUrl: string;
  clock: Clock;
  logger: Logger;
};

/** What Slack answers, asked a few times if it does not work just then; throws a sentence for people. */
export async function askAtStart<T>(input: AskAtStartInput<T>): Promise<T> {
  const { ask, secret, slackApiUrl, clock, logger } = input;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (cause) {
      const pauseMs = pauseAfter({ cause, attempt });
      const says = formatRefusal({ cause, secret, slackApiUrl });
      if (pauseMs === undefined) throw new Error(says, { cause });
      logger.warn({ attempt }, says);
      await clock.sleep(pauseMs, {});
    }
  }
}

/** How long to wait before Slack is asked again; undefined when that is of no use. */
function pauseAfter({ cause, attempt }: { cause: unknown; attempt: number }): number | undefined {
  const verdict = judge(cause);
  if (attempt >= maxAttempts || isAboutUs(verdict)) return undefined;
  return (verdict.kind === 'rate-limited' ? verdict.retryAfterMs : undefined) ?? backOffMs(attempt);
}

type FormatRefusalInput = { cause: unknown; secret: Secret; slackApiUrl: string };

/** Why Slack did not let us in, as a sentence for people. */
export function formatRefusal({ cause, secret, slackApiUrl }: FormatRefusalInput): string {
  const verdict = judge(cause);
  if (isAboutUs(verdict)) return `Slack refuses ${secret} (${verdict.reason}). ${remedies[secret]}`;
  if (verdict.kind === 'rate-limited')
    return 'Slack was asked too often (rate_limited). Try again in a minute.';
  if (verdict.reason === 'no_answer') {
    const why = cause instanceof Error ? cause.message : String(cause);
    return `Slack cannot be reached at ${slackApiUrl} (${why}). Check the network and SLACK_API_URL.`;
  }
  return `Slack does not work at the moment (${verdict.reason}). Try again in a few minutes.`;
}

type AboutUs = Extract<Verdict, { kind: 'locked-out' | 'refused' | 'gone' }>;

/** Whether Slack works, and refuses us. */
function isAboutUs(verdict: Verdict): verdict is AboutUs {
  return ['locked-out', 'refused', 'gone'].includes(verdict.kind);
}
