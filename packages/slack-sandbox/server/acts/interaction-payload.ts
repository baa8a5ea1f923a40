import type { Conversation, Person, SlackJson } from '../../protocol.ts';
import { isObject } from '../block-kit/elements-of.ts';
import { escapeText } from '../messages/typed-text.ts';
import type { Slack } from '../slack.ts';

/** What every interaction payload carries. */
export function interactionBase(input: { slack: Slack; type: string; person: Person }): SlackJson {
  const { slack, type, person } = input;
  const { team, enterprise, appId, verificationToken } = slack.installation;
  return {
    type,
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    api_app_id: appId,
    token: verificationToken,
    team: enterprise === undefined ? { id: team.id, domain: team.domain } : null,
    enterprise: enterprise ?? null,
    is_enterprise_install: enterprise !== undefined,
  };
}

/** A channel as payloads name it: only public ones by their name. */
export function namedChannel({ id, kind, name, isPrivate }: Conversation): { id: string; name: string } {
  if (kind === 'im') return { id, name: 'directmessage' };
  return { id, name: isPrivate ? 'privategroup' : name };
}

/**
 * Plain text labels, and the text a field began with, come back from Slack with their entities encoded: apps must not
 * compare them, nor send them again.
 */
export function encodedLabels(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encodedLabels);
  if (!isObject(value)) return value;
  if (value.type === 'plain_text' && typeof value.text === 'string') {
    return { emoji: true, ...value, text: escapeText(value.text) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodedEntry(key, item)]));
}

function encodedEntry(key: string, item: unknown): unknown {
  return key === 'initial_value' && typeof item === 'string' ? escapeText(item) : encodedLabels(item);
}

/** A Slack action timestamp for now. */
export function actionTs(slack: Slack): string {
  return (slack.clock().getTime() / 1000).toFixed(6);
}
