import type { SlackRef, ThreadSide } from '@campus-desk/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

/** So many tickets at once: Slack and the bot are waited for no more often than for one. */
const tickets = 4;
let stack: StackWithPeople;
let filed: Pick<Story, 'number' | 'threads'>[];
beforeAll(async () => {
  stack = await startStackWithPeople();
  filed = await Promise.all(Array.from({ length: tickets }, file));
});
afterAll(() => stack.stop());

/** What makes a note of a message, and what looks like it. */
const marks = [';; ', ';;', ' ;; ', '*;; ', '；； ', ';;\n', '\u200b;; '];
const noMarks = ['', '; ', '; ; ', 'well;; ', '. ;;'];

type Words = { before: string; isMarked: boolean };
type Act =
  | ({ kind: 'write'; side: ThreadSide } & Words)
  | ({ kind: 'edit'; at: number } & Words)
  | { kind: 'form'; entry: 'Note' | 'Reply'; before: string }
  | { kind: 'delete'; at: number }
  | { kind: 'settle' }
  | { kind: 'leave' }
  | { kind: 'return' };

const words = fc.oneof(
  fc.constantFrom(...marks).map(before => ({ before, isMarked: true })),
  fc.constantFrom(...noMarks).map(before => ({ before, isMarked: false })),
);
const side = fc.constantFrom<ThreadSide>('helpdesk', 'helpdesk', 'helpdesk', 'reporter');
const at = fc.nat({ max: 5 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(side, words).map(([side, words]) => ({ kind: 'write' as const, side, ...words })),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(at, words).map(([at, words]) => ({ kind: 'edit' as const, at, ...words })),
  },
  { weight: 2, arbitrary: at.map(at => ({ kind: 'delete' as const, at })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', ';; ')
      .map(before => ({ kind: 'form' as const, entry: 'Note' as const, before })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', ';; ')
      .map(before => ({ kind: 'form' as const, entry: 'Reply' as const, before })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('settle' as const, 'leave' as const, 'return' as const)
      .map(kind => ({ kind })),
  },
);
const actOnOne = fc.record({ on: fc.nat({ max: tickets - 1 }), act });
const trouble = fc.record({ duplicateEvents: fc.boolean(), reorderEvents: fc.boolean() });

/** A message as the people who wrote it understand it. */
type Said = {
  ts: string | undefined;
  side: ThreadSide;
  isNote: boolean;
  isDeleted: boolean;
  /** Written or changed while the bot was away: what it read then, nobody knows. */
  isUnsure: boolean;
  /** Whether it reads as a note in Slack now. */
  readsAsNote: boolean;
  /** One word for each version, which no other text has. */
  tokens: string[];
};

/** Everything written under one ticket; `secrets` were never for the reporter to read. */
type Story = { number: number; threads: Record<ThreadSide, SlackRef>; said: Said[]; secrets: string[] };

let count = 0;
const newToken = () => {
  count += 1;
  return `token${count}x`;
};

describe('a note', () => {
  test('never reaches the reporter, however messages are written, marked, edited and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(actOnOne, { minLength: 10, maxLength: 24 }),
        trouble,
        async (acts, trouble) => {
          const stories: Story[] = filed.map(ticket => ({ ...ticket, said: [], secrets: [] }));
          stack.sandbox.trouble.set(trouble);
          for (const { on, act } of acts) await perform({ stories, on, act });
          // An event is held back until the next one: after the last there is none.
          stack.sandbox.trouble.set({ reorderEvents: false });
          await comeBack(stories);

          await Promise.all(stories.map(checkReporter));
          await Promise.all(stories.map(checkHelpdesk));
        },
      ),
      { numRuns: 8 },
    );
  });
});

/** A ticket with its cards in Slack. */
async function file(): Promise<(typeof filed)[number]> {
  const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada Okafor', role: 'user' } });
  const threads = await eventually(async () => {
    const found = await stack.api.client.listThreads({ number });
    expect(found).toHaveLength(2);
    return found;
  });
  const threadOf = (side: ThreadSide) => threads.find(one => one.side === side) ?? { channel: '', ts: '' };
  return { number, threads: { helpdesk: threadOf('helpdesk'), reporter: threadOf('reporter') } };
}

const writers: Record<ThreadSide, string> = { helpdesk: ben, reporter: ada };
const isAway = () => stack.sandbox.trouble.get().appDown;

type PerformInput = { stories: Story[]; on: number; act: Act };

async function perform({ stories, on, act }: PerformInput): Promise<void> {
  const { sandbox } = stack;
  if (act.kind === 'settle') return isAway() ? undefined : settle();
  if (act.kind === 'return') return comeBack(stories);
  const story = stories[on];
  if (story === undefined) return;
  if (act.kind === 'write') return write({ story, ...act });
  if (act.kind === 'form') return isAway() ? undefined : writeInForm({ story, ...act });
  if (act.kind === 'leave') {
    sandbox.trouble.set({ appDown: true });
    return;
  }
  const living = story.said.filter(({ ts, isDeleted }) => ts !== undefined && !isDeleted);
  const said = living[act.at % Math.max(1, living.length)];
  if (said?.ts === undefined) return;
  const person = stack.person(writers[said.side]);
  const { channel } = story.threads[said.side];
  if (act.kind === 'delete') {
    await person.deletes(channel, said.ts);
    said.isDeleted = true;
    return;
  }
  const token = newToken();
  await person.edits(channel, said.ts, `${act.before}${token}`);
  take({ story, said, token, isMarked: act.isMarked });
}

type WriteInput = { story: Story; side: ThreadSide } & Words;

async function write({ story, side, before, isMarked }: WriteInput): Promise<void> {
  const { channel, ts: root } = story.threads[side];
  const token = newToken();
  const answer = await stack.person(writers[side]).says(channel, `${before}${token}`, root);
  if (!answer.ok) throw new Error('Slack refused what a person said.');
  const said = { ...unsaid(side), ts: answer.ts };
  story.said.push(said);
  take({ story, said, token, isMarked });
}

type WriteInFormInput = { story: Story; entry: 'Note' | 'Reply'; before: string };

/** On the card, or in the ticket's modal, where helpdesk replies. */
async function writeInForm({ story, entry, before }: WriteInFormInput): Promise<void> {
  const token = newToken();
  const person = stack.person(ben);
  const { channel, ts } = story.threads.helpdesk;
  const card = person.messages(channel).find(message => message.ts === ts);
  if (entry === 'Note' && card !== undefined) await person.chooses(card, 'Note');
  else {
    await person.types(`${story.number} as helpdesk`);
    await person.presses('Reply');
  }
  await person.submits({ body: `${before}${token}` });
  const said = unsaid('helpdesk');
  story.said.push(said);
  take({ story, said, token, isMarked: entry === 'Note' || before !== '' });
}

function unsaid(side: ThreadSide): Said {
  const isNothing = { isNote: false, isDeleted: false, isUnsure: false, readsAsNote: false };
  return { ts: undefined, side, ...isNothing, tokens: [] };
}

type TakeInput = { story: Story; said: Said; token: string; isMarked: boolean };

/** The rule: marked once is a note for ever. What was written while the bot was away counts as it reads afterwards. */
function take({ story, said, token, isMarked }: TakeInput): void {
  const readsAsNote = isMarked && said.side === 'helpdesk';
  said.tokens.push(token);
  said.readsAsNote = readsAsNote;
  if (isAway()) said.isUnsure = true;
  else said.isNote ||= readsAsNote;
  if (readsAsNote || said.isNote) story.secrets.push(token);
}

async function settle(): Promise<void> {
  await stack.sandbox.settled();
  await stack.bot.settled();
}

/** What was missed is read from Slack. */
async function comeBack(stories: Story[]): Promise<void> {
  const wasAway = isAway();
  stack.sandbox.trouble.set({ appDown: false });
  await stack.sandbox.settled();
  if (wasAway)
    for (const { number, said } of stories) {
      await stack.person(ben).types(`sync ${number}`);
      for (const one of said) one.isNote ||= one.readsAsNote && !one.isDeleted;
    }
  await settle();
}

/** Nothing of a note, nor of what became one, stands anywhere the reporter looks; what is public does. */
async function checkReporter({ number, said, secrets, threads }: Story): Promise<void> {
  const { api, sandbox } = stack;
  const { channel } = threads.reporter;
  const reporter = stack.person(ada);
  await reporter.types(`${number}`);
  const slack = JSON.stringify([sandbox.snapshot(ada), sandbox.ephemerals(ada)]);
  const answers = await Promise.all([
    api.call(`GET /v1/tickets/${number}`),
    api.call(`GET /v1/tickets/${number}/messages`),
    api.call(`GET /v1/tickets/${number}/events`),
    api.call('GET /v1/tickets.csv'),
    api.call('GET /v1/tickets.csv?role=helpdesk'),
    api.call(`POST /v1/people/${ada}/export`, { by: 'test' }),
  ]);
  const read = `${slack}${JSON.stringify(answers.map(({ body }) => body))}`;
  const sent = sandbox.traffic().filter(({ request }) => request.channel === channel);
  const ever = `${JSON.stringify([sent, sandbox.notifications(ada)])}`;
  const taken = said.filter(({ isNote }) => isNote).flatMap(({ tokens }) => tokens);
  const found = await Promise.all(secrets.slice(0, 2).map(token => api.call(`GET /v1/tickets?q=${token}`)));

  expect([...secrets, ...taken].filter(token => read.includes(token))).toEqual([]);
  expect(secrets.filter(token => ever.includes(token))).toEqual([]);
  expect(found.map(({ body }) => body.total)).toEqual(secrets.slice(0, 2).map(() => 0));
  const open = said.filter(one => !one.isNote && !one.isDeleted && !one.isUnsure);
  expect(open.filter(({ tokens }) => !tokens.some(token => slack.includes(token)))).toEqual([]);
}

/** Helpdesk has all of it, each as a note or as none. */
async function checkHelpdesk({ number, said }: Story): Promise<void> {
  const { messages } = await stack.api.client.listMessages({
    number,
    role: 'helpdesk',
    limit: 200,
    newestFirst: true,
  });
  const expected = said.filter(({ isDeleted, isUnsure }) => !isDeleted && !isUnsure);
  const stored = expected.map(({ ts, tokens }) =>
    messages.find(({ origin, body }) =>
      ts ? origin?.ts === ts : tokens.some(token => body.endsWith(token)),
    ),
  );
  expect(stored.map(message => message?.internal)).toEqual(expected.map(({ isNote }) => isNote));
}
