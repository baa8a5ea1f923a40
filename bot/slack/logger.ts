import type { Logger } from '@campus-desk/service-kit';
import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';

/** Our logger for Slack's libraries; their debug lines stay out, because they print what people wrote. */
export function slackLogger(logger: Logger): SlackLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      logger[level]({ slack: parts.map(String).join(' ') }, 'from the Slack library');
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** The same for calls of the Web API: what Slack refuses is thrown too, and who called says whether it is an error. */
export function callLogger(logger: Logger): SlackLogger {
  const forSlack = slackLogger(logger);
  return { ...forSlack, error: forSlack.info };
}
