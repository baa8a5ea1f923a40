import { findSlackMessage } from '../../conversation/find-message.ts';
import { isDirect } from '../../conversation/is-direct.ts';
import { readLooseMessage } from '../../ui/loose-message.ts';
import type { Click } from '../handling/click.ts';
import { fileFromMessage } from '../handling/file-from-message.ts';

/** "Report a problem" and "Report this": the filing form with the message as its description. */
export async function reportMessage({ context, user, value, triggerId }: Click): Promise<void> {
  const { channel, ts } = readLooseMessage(value);
  const found = await findSlackMessage({ slack: context.slack, message: { channel, ts } });
  // The reporter's card stands in their direct messages itself, where it is seen.
  const isSource = !isDirect(channel);
  await fileFromMessage({
    context,
    userId: user.id,
    triggerId,
    channel,
    message: { ...found, ts },
    isSource,
  });
}
