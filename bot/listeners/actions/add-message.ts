import { AppError } from '@campus-desk/contract';
import { findSlackMessage } from '../../conversation/find-message.ts';
import { readMessage } from '../../conversation/read-message.ts';
import { storeSlackMessage } from '../../conversation/store-message.ts';
import { addedAnswer, readAddition } from '../../ui/loose-message.ts';
import type { Click } from '../handling/click.ts';
import { ticketOf } from '../handling/loose-messages.ts';

/** "Add to #12": what was written in the direct messages becomes a message of the ticket, of one only. */
export async function addMessage({ context, value, respond }: Click): Promise<void> {
  const { message, number } = readAddition(value);
  const added = (await ticketOf({ context, message })) ?? (await add({ context, message, number }));
  await respond({ replace_original: true, ...addedAnswer({ texts: context.texts, number: added, message }) });
}

type AddInput = Pick<Click, 'context'> & ReturnType<typeof readAddition>;

async function add({ context, message, number }: AddInput): Promise<number> {
  const { client, slack, names, botUserId } = context;
  const said = await findSlackMessage({ slack, message });
  const reading = await readMessage({ names, botUserId, message: said, channel: message.channel });
  if (reading.kind !== 'comment')
    throw new AppError({
      code: 'not_found',
      message: 'That message is empty now.',
      details: { reason: 'message_empty' },
    });
  const actorOf = (id: string) => names.actor({ id, role: 'user' });
  await storeSlackMessage({ client, number, reading, actorOf });
  return number;
}
