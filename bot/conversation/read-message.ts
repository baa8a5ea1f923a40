import type { DisplayNames } from './names.ts';
import { readSlackMessage, type SlackMessageReading } from './read-slack-message.ts';
import { mentionedIn } from './slack-text.ts';

type ReadMessageInput = {
  names: DisplayNames;
  botUserId: string;
  message: unknown;
  channel?: string;
  onUnread?: (fields: string[]) => void;
};

/** What a Slack message says, with the people it mentions by name; `channel` where the message does not say it. */
export async function readMessage(input: ReadMessageInput): Promise<SlackMessageReading> {
  const { names, ...reading } = input;
  return readSlackMessage({ ...reading, names: await mentionedNames({ names, message: input.message }) });
}

type MentionedNamesInput = { names: DisplayNames; message: unknown };

/** The names of everybody whom any text of the message mentions, by id: a forwarded message has texts of its own. */
export async function mentionedNames(input: MentionedNamesInput): Promise<Map<string, string>> {
  const { names, message } = input;
  const mentioned = mentionedIn(JSON.stringify(message));
  const known = mentioned.map(async id => [id, await names.nameOf({ id })] as const);
  return new Map(await Promise.all(known));
}
