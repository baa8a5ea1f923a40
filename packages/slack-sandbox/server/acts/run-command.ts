import type { Act, ActResult, Conversation, Person } from '../../protocol.ts';
import { isObject } from '../block-kit/elements-of.ts';
import { answerOrigin } from '../delivery/answer-origin.ts';
import type { Delivered } from '../delivery/delivery.ts';
import type { ManifestCommand } from '../manifest.ts';
import { postMessage } from '../messages/post-message.ts';
import { escapeText, typedText } from '../messages/typed-text.ts';
import type { Slack } from '../slack.ts';
import { SlackFailure } from '../web-api/slack-failure.ts';
import { ActFailure } from './act-failure.ts';
import { findJoined, findPerson } from './act-targets.ts';
import { namedChannel } from './interaction-payload.ts';
import { invite, inviteCommand } from './invite.ts';

type RunCommandInput = {
  slack: Slack;
  act: Act & { type: 'command' };
};

/** Sends a slash command and shows what the app answers at once. */
export async function runCommand(input: RunCommandInput): Promise<ActResult> {
  const { slack, act } = input;
  if (act.command === inviteCommand && act.threadTs === undefined) return invite({ slack, act });
  const person = findPerson({ slack, as: act.as });
  const conversation = findJoined({ slack, as: act.as, channel: act.channel });
  const command = slack.manifest.commands.find(known => known.command === act.command);
  if (command === undefined) throw new ActFailure(`${act.command} is not a valid command.`);
  if (act.threadTs !== undefined) throw new ActFailure(`${act.command} is not supported in threads. Sorry!`);

  const origin = { userId: person.id, channel: conversation.id };
  const delivered = await slack.deliveries.send({
    kind: 'slash_commands',
    what: `slash_commands ${command.command}`,
    payload: payload({ slack, person, conversation, command, text: act.text.trim(), origin }),
    url: command.url,
    acceptsAnswer: true,
  });
  if (!delivered.ok) return failure(command, nameOf(delivered));
  try {
    showAnswer({ slack, act, body: delivered.body });
    return { ok: true };
  } catch (error) {
    if (error instanceof SlackFailure) return failure(command, error.message);
    throw error;
  }
}

type PayloadInput = {
  slack: Slack;
  person: Person;
  conversation: Conversation;
  command: ManifestCommand;
  text: string;
  origin: { userId: string; channel: string };
};

function payload(input: PayloadInput) {
  const { slack, person, conversation, command, text, origin } = input;
  const { team, enterprise, appId, verificationToken } = slack.installation;
  const { id, name } = namedChannel(conversation);
  const { workspace } = slack;
  return {
    token: verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: id,
    channel_name: name,
    user_id: person.id,
    user_name: person.name,
    command: command.command,
    text: command.shouldEscape ? typedText({ text, workspace }) : escapeText(text),
    api_app_id: appId,
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    is_enterprise_install: String(enterprise !== undefined),
    response_url: slack.responseUrls.issue(origin),
    trigger_id: slack.triggers.issue({ userId: person.id }),
  };
}

/** The acknowledgement may be empty, a text, or a message (only for the person unless it says `in_channel`). */
function showAnswer(input: { slack: Slack; act: Act & { type: 'command' }; body: unknown }): void {
  const { slack, act, body } = input;
  if (body === '') return;
  const answer = isObject(body) ? body : { text: String(body) };
  if (answer.response_type === 'in_channel') {
    const text = escapeText(`${act.command} ${act.text}`.trim());
    // The channel sees what was typed; the app gets no event for its own command.
    postMessage({ slack, message: { channel: act.channel, userId: act.as, text, isSilent: true } });
  }
  answerOrigin({ slack, origin: { userId: act.as, channel: act.channel }, answer });
}

function failure({ command }: ManifestCommand, error: string): ActResult {
  return { ok: false, message: `${command} failed with the error "${error}"` };
}

function nameOf(delivered: Delivered & { ok: false }): string {
  if (delivered.reason === 'http_timeout') return 'operation_timeout';
  if (delivered.reason === 'no_url') return 'app_missing_action_url';
  if (delivered.reason !== 'http_error') return 'dispatch_failed';
  return (delivered.status ?? 500) < 500 ? 'http_client_error' : 'http_service_error';
}
