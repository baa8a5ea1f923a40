import type { SlackJson } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import type { Method } from './method.ts';
import { SlackFailure } from './slack-failure.ts';

/** Lets a call pass with the right kind of token and the scopes its method needs, or says what is missing. */
export function authorize(input: { slack: Slack; method: Method; header?: string; args: SlackJson }): void {
  const { slack, method, header, args } = input;
  if (method.token === 'none') return;
  const token = bearer(header) ?? (method.token === 'bot' ? args.token : undefined);
  if (typeof token !== 'string' || token === '') throw new SlackFailure('not_authed');
  const { botToken, appToken } = slack.installation;
  if (token !== botToken && token !== appToken) throw new SlackFailure('invalid_auth');
  if (token !== (method.token === 'bot' ? botToken : appToken))
    throw new SlackFailure('not_allowed_token_type');
  for (const scope of method.scopes) requireScope({ slack, scope });
}

/** Refuses what the app's manifest did not ask for. */
export function requireScope({ slack, scope }: { slack: Slack; scope: string }): void {
  const provided = [...slack.manifest.scopes, ...(slack.manifest.isSocketMode ? ['connections:write'] : [])];
  if (provided.includes(scope)) return;
  throw new SlackFailure('missing_scope', { needed: scope, provided: slack.manifest.scopes.join(',') });
}

function bearer(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1];
}
