import type { Actor } from '@campus-desk/contract';
import { helpdeskChannel } from '../../../demo-campus.ts';
import type { Stage } from './stage.ts';
import type { StagedTime } from './staged-time.ts';

const ada: Actor = { id: 'U01ADA', name: 'Ada Okafor', role: 'user' };
const liam: Actor = { id: 'U02LIAM', name: 'Liam Novak', role: 'user' };
const rosa: Actor = { id: 'U04ROSA', name: 'Rosa Alvarez', role: 'user' };
const ben: Actor = { id: 'U05BEN', name: 'Ben Hartmann', role: 'helpdesk' };
const chloe: Actor = { id: 'U06CHLOE', name: 'Chloé Dubois', role: 'helpdesk' };

const general = 'C02GENERAL';

/** One morning at the desk: three tickets, one of them talked about; answers the number of that one. */
export async function tellStory({ stage, time }: { stage: Stage; time: StagedTime }): Promise<number> {
  const { client, sandbox, settled } = stage;
  const file = async (actor: Actor, description: string, location: string) => {
    const { number } = await client.fileTicket(
      { description, location, actor },
      { idempotencyKey: `${actor.id} ${description}` },
    );
    await settled();
    return number;
  };
  const says = async ({ id: as }: Actor, channel: string, text: string, threadTs?: string) => {
    await sandbox.act({ type: 'say', as, channel, text, ...(threadTs && { threadTs }) });
    await settled();
    time.pass(2);
  };
  /** Writes under the newest card that this person sees. */
  const replies = async (actor: Actor, text: string) => {
    const card = newestCard({ stage, as: actor.id });
    await says(actor, card.channel, text, card.ts);
  };

  await says(rosa, general, 'Good morning! The library opens at 8 this week :books:');
  await says(liam, general, 'Is the wifi slow for anybody else in the reading room?');
  await says(ada, general, 'Yes, it drops every few minutes. I will tell the helpdesk.');

  const projector = await file(liam, 'The projector shows everything in green', 'Hall B, room 0.12');
  time.pass(6);
  await client.changeTicket({ number: projector, status: 'active', actor: chloe });
  time.pass(3);
  await file(rosa, 'The radiator in the seminar room is stone cold', 'Main building, 3.04');
  time.pass(9);

  const wifi = await file(ada, 'The wifi in the reading room drops every few minutes', 'Library, 2nd floor');
  time.pass(2);
  await client.changeTicket({ number: wifi, status: 'active', actor: ben });
  await settled();
  time.pass(1);
  await replies(ben, 'Everywhere, or only at some of the desks?');
  await replies(ada, 'Only by the windows, desks 12 to 20 :pray:');
  await replies(ben, 'Thanks, that helps. The access point there hangs, I am on my way up.');
  return wifi;
}

/** The ticket that was talked about is solved. */
export async function finishStory({ stage, number }: { stage: Stage; number: number }): Promise<void> {
  const closingNote = 'The access point by the windows is a new one.';
  await stage.client.changeTicket({ number, status: 'closed', closingNote, actor: ben });
  await stage.settled();
}

function newestCard({ stage: { sandbox }, as }: { stage: Stage; as: string }) {
  const { conversations, messages } = sandbox.snapshot(as);
  const home = as === ben.id ? helpdeskChannel : conversations.find(isDirect)?.id;
  const card = (messages[home ?? ''] ?? []).findLast(one => one.bot_id !== undefined && !isReply(one));
  if (card === undefined) throw new Error(`${as} has no card.`);
  return card;
}

const isDirect = ({ kind }: { kind: string }) => kind === 'im';
const isReply = ({ ts, thread_ts: root }: { ts: string; thread_ts?: string }) =>
  root !== undefined && root !== ts;
