import type { ListenerContext } from '../listeners/handling/context.ts';
import { readSlackMessage, type SlackMessageReading } from './read-slack-message.ts';
import { mentionedIn } from './slack-text.ts';

type ReadMessageInput = { context: ListenerContext; message: unknown; channel?: string };

/** What a Slack message says, with the people it mentions by name; `channel` where the message does not say it. */
export async function readMessage(input: ReadMessageInput): Promise<SlackMessageReading> {
  const { context, message, channel } = input;
  const names = await namesIn({ context, message });
  const ref = channel === undefined ? {} : { channel };
  return readSlackMessage({ message, botUserId: context.botUserId, names, ...ref });
}

type NamesInInput = { context: ListenerContext; message: unknown };

/** The names of everybody whom the message's texts mention, by id. */
export async function namesIn({ context, message }: NamesInInput): Promise<Map<string, string>> {
  const mentioned = mentionedIn(JSON.stringify(message));
  const known = mentioned.map(async id => [id, await context.names.nameOf({ id })] as const);
  return new Map(await Promise.all(known));
}
