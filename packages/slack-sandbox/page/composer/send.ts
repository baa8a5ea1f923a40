import type { ActResult, Conversation } from '../../protocol.ts';
import { act } from '../state/acts.ts';
import { lastCommand } from '../state/last-command.ts';
import { snapshot } from '../state/session.ts';

type Outgoing = {
  conversation: Conversation;
  text: string;
  fileIds: string[];
  threadTs: string | undefined;
  alsoToChannel: boolean;
};

/** Sends what was typed: a slash command if it begins like one, else a message. */
export function send({ conversation, text, fileIds, threadTs, alsoToChannel }: Outgoing): Promise<ActResult> {
  const typed = /^(\/\S+)\s*([\s\S]*)$/.exec(text);
  if (typed && fileIds.length === 0) {
    return sendCommand({ channel: conversation.id, command: typed[1] ?? '', text: typed[2] ?? '', threadTs });
  }
  return act({
    type: 'say',
    channel: conversation.id,
    text: text.trim(),
    ...(threadTs ? { threadTs, alsoToChannel } : {}),
    ...(fileIds.length > 0 ? { fileIds } : {}),
  });
}

type SendCommandInput = { channel: string; command: string; text: string; threadTs: string | undefined };

async function sendCommand({ channel, command, text, threadTs }: SendCommandInput): Promise<ActResult> {
  const isKnown = snapshot.peek()?.commands.some(one => one.command === command);
  // Slack's own, which the app does not see.
  const isSlacks = command === '/invite';
  if (!isKnown && !isSlacks && !threadTs) return refuse(notACommand(command));
  const result = await act({
    type: 'command',
    channel,
    command,
    text: text.trim(),
    ...(threadTs ? { threadTs } : {}),
  });
  if (result.ok) lastCommand.value = { channel };
  return result;
}

function notACommand(command: string): string {
  return `${command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands. If you are trying to send a message and not run a command, try preceding the "/" with an empty space.`;
}

function refuse(message: string): Promise<ActResult> {
  return Promise.resolve({ ok: false, message });
}
