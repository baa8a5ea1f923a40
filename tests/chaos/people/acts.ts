import type { Sandbox, SlackJson } from 'slack-sandbox';
import { ids } from '../../../bot/ids.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { dropFile } from '../../bot/sync/support/drop-file.ts';
import type { Random } from '../../e2e/simulation/random.ts';
import { helpdeskPeople } from './campus.ts';
import type { Diary } from './diary.ts';
import { fillForm } from './fill-form.ts';
import { cardsIn, type SeenCard } from './see.ts';

/** One person with something to do; `count` makes each text the only one of its kind. */
export type Doing = { sandbox: Sandbox; diary: Diary; random: Random; as: string; count: number };

const problems = [
  'the wifi in the library is down',
  'a < b & c > d in <!channel>',
  'no heating *at all* `here`',
  'the queue at the registrar takes hours',
  'the lift is stuck\nagain, @here 👍',
  'see https://campus.example/map?a=1&b=2 for the way',
];

/** Everything that people do, each with its weight. */
export const acts = {
  file: { weight: 4, act: file },
  say: { weight: 9, act: say },
  note: { weight: 3, act: note },
  sharePhoto: { weight: 3, act: sharePhoto },
  forward: { weight: 2, act: forward },
  editMessage: { weight: 3, act: editMessage },
  deleteMessage: { weight: 1, act: deleteMessage },
  start: { weight: 3, act: start },
  close: { weight: 2, act: close },
  answerSolved: { weight: 1, act: answerSolved },
  openHome: { weight: 1, act: openHome },
  wait: { weight: 2, act: letWait },
  markDuplicate: { weight: 2, act: markDuplicate },
  undoDuplicate: { weight: 1, act: undoDuplicate },
  edit: { weight: 2, act: edit },
  categorise: { weight: 2, act: categorise },
} as const;

async function file({ sandbox, diary, random, as, count }: Doing): Promise<void> {
  const description = `${random.pick(problems)} (${count})`;
  const role = isHelpdesk(as) ? 'as helpdesk ' : '';
  const channel = 'C02GENERAL';
  diary.filed.set(description, { isAcknowledged: false });
  await sandbox.act({ type: 'command', as, channel, command: ids.commands.ticket, text: `${role}broken` });
  const values = { [ids.file.description]: description };
  const isAcknowledged = await fillForm({ sandbox, as, callbackId: ids.file.submit, values });
  diary.filed.set(description, { isAcknowledged });
}

async function say({ sandbox, diary, random, as, count }: Doing): Promise<void> {
  const card = pickCard({ sandbox, random, as });
  if (card === undefined) return;
  const { channel, ts: threadTs } = card;
  const text = `${random.pick(problems)} (${count})`;
  const alsoToChannel = random.chance(0.1);
  const said = await sandbox.act({ type: 'say', as, channel, threadTs, text, alsoToChannel });
  if (said.ok && said.ts !== undefined) diary.said.push({ as, channel, ts: said.ts, text, isDeleted: false });
}

/** Helpdesk alone writes notes, and looks for its cards in its channel. */
async function note(doing: Doing): Promise<void> {
  const { sandbox, diary, random, as, count } = doing;
  const card = isHelpdesk(as) ? pickCard({ sandbox, random, as }) : undefined;
  if (card?.channel !== helpdeskChannel) return;
  const { channel, ts: threadTs } = card;
  const secret = `${random.pick(problems)} (${count}, note)`;
  const said = await sandbox.act({ type: 'say', as, channel, threadTs, text: `;; ${secret}` });
  if (!said.ok || said.ts === undefined) return;
  diary.said.push({ as, channel, ts: said.ts, text: secret, isDeleted: false, isNote: true });
}

async function sharePhoto({ sandbox, diary, random, as, count }: Doing): Promise<void> {
  const card = pickCard({ sandbox, random, as });
  if (card === undefined) return;
  const { channel, ts: threadTs } = card;
  const names = random.chance(0.3) ? ['image.png', 'image.png'] : ['image.png'];
  const files = await Promise.all(names.map(name => dropFile({ sandbox, as, name })));
  const text = `a photo of ${random.pick(problems)} (${count})`;
  const fileIds = files.map(({ id }) => id);
  const said = await sandbox.act({ type: 'say', as, channel, threadTs, text, fileIds });
  if (said.ok && said.ts !== undefined) diary.said.push({ as, channel, ts: said.ts, text, isDeleted: false });
}

/** Forwards what they say in the common channel into the thread of a ticket. */
async function forward({ sandbox, diary, random, as, count }: Doing): Promise<void> {
  const card = pickCard({ sandbox, random, as });
  if (card === undefined) return;
  const channel = 'C02GENERAL';
  const forwards = `a notice on the door (${count})`;
  const original = await sandbox.act({ type: 'say', as, channel, text: forwards });
  if (!original.ok || original.ts === undefined) return;
  const text = `${random.pick(problems)} (${count})`;
  const to = { to: card.channel, threadTs: card.ts };
  const said = await sandbox.act({ type: 'forward', as, channel, ts: original.ts, ...to, text });
  if (!said.ok || said.ts === undefined) return;
  diary.said.push({ as, channel: card.channel, ts: said.ts, text, forwards, isDeleted: false });
}

async function editMessage({ sandbox, diary, random, as, count }: Doing): Promise<void> {
  const own = diary.said.filter(said => said.as === as && !said.isDeleted);
  if (own.length === 0) return;
  const said = random.pick(own);
  const text = `${random.pick(problems)} (${count}, edited)`;
  const typed = said.isNote ? `;; ${text}` : text;
  const { ok } = await sandbox.act({ type: 'edit', as, channel: said.channel, ts: said.ts, text: typed });
  if (ok) said.text = text;
}

async function deleteMessage({ sandbox, diary, random, as }: Doing): Promise<void> {
  const own = diary.said.filter(said => said.as === as && !said.isDeleted);
  if (own.length === 0) return;
  const said = random.pick(own);
  const { ok } = await sandbox.act({ type: 'delete', as, channel: said.channel, ts: said.ts });
  if (ok) said.isDeleted = true;
}

async function start(doing: Doing): Promise<void> {
  await clickCard({ ...doing, actionId: ids.ticket.start });
}

async function close(doing: Doing): Promise<void> {
  const { sandbox, diary, as, count } = doing;
  const clicked = await clickCard({ ...doing, actionId: ids.close.open });
  if (clicked === undefined) return;
  const note = `Fixed (${count})`;
  if (await fillForm({ sandbox, as, callbackId: ids.close.submit, values: { closingNote: note } }))
    diary.closed.push({ number: clicked, note });
}

/** "Solved?" of a card in the direct messages. */
async function answerSolved(doing: Doing): Promise<void> {
  const solved = doing.random.chance(0.7);
  const answered = await clickCard({ ...doing, actionId: solved ? ids.solved.yes : ids.solved.no });
  if (answered !== undefined) doing.diary.solved.push({ number: answered, solved });
}

/** "Wait" in the menu of a card. */
async function letWait(doing: Doing): Promise<void> {
  const { sandbox, diary, as, count } = doing;
  const clicked = await clickCard({ ...doing, actionId: ids.ticket.more, option: 'Wait' });
  if (clicked === undefined) return;
  const reason = `a spare part (${count})`;
  if (await fillForm({ sandbox, as, callbackId: ids.wait.submit, values: { 'waiting.reason': reason } }))
    diary.waited.push({ number: clicked, reason });
}

/** "Duplicate of" in the menu of a card, with the number of another one. */
async function markDuplicate(doing: Doing): Promise<void> {
  const { sandbox, random, as } = doing;
  const other = pickCard({ sandbox, random, as, actionId: ids.ticket.start });
  if (other === undefined) return;
  const clicked = await clickCard({ ...doing, actionId: ids.ticket.more, option: 'Duplicate of' });
  if (clicked === undefined) return;
  const values = { duplicateOf: `#${other.number}` };
  await fillForm({ sandbox, as, callbackId: ids.duplicate.submit, values });
}

async function undoDuplicate(doing: Doing): Promise<void> {
  await clickCard({ ...doing, actionId: ids.duplicate.undo });
}

async function openHome({ sandbox, as }: Doing): Promise<void> {
  await sandbox.act({ type: 'open_home', as });
}

async function edit(doing: Doing): Promise<void> {
  const { sandbox, diary, random, as, count } = doing;
  const clicked = await clickCard({ ...doing, actionId: ids.edit.open });
  if (clicked === undefined) return;
  const text = `${random.pick(problems)} (${count}, edited)`;
  if (await fillForm({ sandbox, as, callbackId: ids.edit.submit, values: { description: text } }))
    diary.edited.push({ number: clicked, text });
}

async function categorise(doing: Doing): Promise<void> {
  await clickCard({ ...doing, actionId: ids.ticket.category });
}

/** What is clicked; `option` chooses among several. */
type ClickCard = { actionId: string; option?: string };

/** Clicks something on a card that has it; answers the ticket's number once the app acknowledged. */
async function clickCard(input: Doing & ClickCard): Promise<number | undefined> {
  const { sandbox, random, as, actionId, option = '' } = input;
  const card = pickCard({ sandbox, random, as, actionId, option });
  const element = card?.clickable.find(({ action_id: id }) => id === actionId);
  if (card === undefined || element === undefined) return undefined;
  const { type, block_id, options } = element;
  const offered = ((options ?? []) as SlackJson[]).filter(one => JSON.stringify(one).includes(`"${option}`));
  const chosen = offered.length > 0 ? { selected_option: random.pick(offered) } : {};
  const { ok } = await sandbox.act({
    type: 'click',
    as,
    source: { kind: 'message', channel: card.channel, ts: card.ts },
    action: { type, block_id, action_id: actionId, ...chosen },
    state: {},
  });
  return ok ? card.number : undefined;
}

type PickCardInput = Pick<Doing, 'sandbox' | 'random' | 'as'> & Partial<ClickCard>;

/** A card this person sees, one of the latest; with an `actionId`, one on which that can be clicked. */
function pickCard({ sandbox, random, as, actionId, option = '' }: PickCardInput): SeenCard | undefined {
  const { messages, appUserId } = sandbox.snapshot(as);
  const seen = Object.entries(messages)
    .filter(([channel]) => channel.startsWith('D') || channel === helpdeskChannel)
    .flatMap(([, inChannel]) => cardsIn({ messages: inChannel, appUserId }));
  const able = seen.filter(
    ({ clickable }) =>
      actionId === undefined ||
      clickable.some(one => one.action_id === actionId && JSON.stringify(one).includes(`"${option}`)),
  );
  return able.length === 0 ? undefined : random.pick(able.slice(-40));
}

function isHelpdesk(as: string): boolean {
  return helpdeskPeople.includes(as);
}
