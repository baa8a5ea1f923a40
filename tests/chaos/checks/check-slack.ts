import { type Message, type Thread, type ThreadSide, threadSides } from '@campus-desk/contract';
import { readMarker } from '../../../bot/slack/marker.ts';
import { type Facts, planEvents, type Step } from '../../../bot/sync/plan.ts';
import { helpdeskCard } from '../../../bot/ui/helpdesk-card.ts';
import { mirroredMessage } from '../../../bot/ui/mirrored-message.ts';
import { reporterCard } from '../../../bot/ui/reporter-card.ts';
import { escapeText } from '../../../bot/ui/text.ts';
import { textsIn } from '../../../bot/ui/texts/texts.ts';
import type { System } from '../system/start-system.ts';
import type { Known } from './check-diary.ts';

type Post = { ts: string; text: string; blocks: string; marker: string | undefined; hasFile: boolean };

const cards = { helpdesk: helpdeskCard, reporter: reporterCard };
const parts: Partial<Record<Step['kind'], string>> = {
  notice: 'notice',
  copy: 'copy',
  assignment: 'assignment',
};

type CheckSlackInput = { system: System; known: Known; threads: Thread[] };

/** What the two threads of a ticket show otherwise than the API has it, too often, or not at all. */
export async function checkSlack({ system, known, threads }: CheckSlackInput): Promise<string[]> {
  const { ticket, events, messages } = known;
  const facts: Facts = {
    ticket,
    threads: new Map(threads.map(thread => [thread.side, thread])),
    messages: new Map(messages.map(message => [message.id, message])),
    authored: new Map(),
    answeredMessageId: undefined,
    followers: [],
    waves: [],
    earlierThreads: new Map(),
  };
  const steps = events.flatMap(event => planEvents({ events: [event], facts }).flatMap(({ steps }) => steps));
  const problems = await Promise.all(
    threadSides.map(async side => {
      const thread = facts.threads.get(side);
      if (thread === undefined) return [`has no thread on the side of the ${side}`];
      const posts = await readPosts({ system, thread });
      return [
        ...checkCard({ known, side, card: posts.find(({ ts }) => ts === thread.ts) }),
        ...checkOnce({ side, posts }),
        ...(side === 'reporter' ? checkNotes({ messages, posts }) : []),
        ...steps.flatMap(step => checkStep({ step, side, posts })),
      ];
    }),
  );
  return problems.flat().map(problem => `ticket ${ticket.number}: ${problem}`);
}

async function readPosts({ system, thread }: { system: System; thread: { channel: string; ts: string } }) {
  const { channel, ts } = thread;
  const query = { channel, ts, limit: 999, include_all_metadata: true };
  const { messages = [] } = await system.slack.conversations.replies(query);
  return messages.map<Post>(message => {
    const marker = readMarker({ message, botUserId: system.sandbox.botUserId });
    return {
      ts: message.ts ?? '',
      text: message.text ?? '',
      blocks: JSON.stringify(message.blocks ?? []),
      marker: marker && `${marker.event} ${marker.part}`,
      hasFile: (message.files ?? []).length > 0,
    };
  });
}

type CheckCardInput = { known: Known; side: ThreadSide; card: Post | undefined };

function checkCard({ known: { ticket }, side, card }: CheckCardInput): string[] {
  if (card === undefined) return [`the card of the ${side} is not there`];
  const { text, blocks } = cards[side]({ ticket, texts: textsIn('en') });
  const buttons = (json: string) => (json.match(/"action_id":"[^"]+"/g) ?? []).join();
  const isUpToDate = card.text === text && buttons(card.blocks) === buttons(JSON.stringify(blocks));
  return isUpToDate
    ? []
    : [`the card of the ${side} reads ${JSON.stringify(card.text)}, not ${JSON.stringify(text)}`];
}

/** What helpdesk says to itself stands nowhere in the reporter's thread. */
function checkNotes({ messages, posts }: { messages: Message[]; posts: Post[] }): string[] {
  const notes = messages.filter(({ internal, body }) => internal && body !== '');
  return notes
    .filter(({ body }) => posts.some(({ text }) => text.includes(escapeText(body))))
    .map(({ id }) => `the note ${id} is shown to the reporter`);
}

function checkOnce({ side, posts }: { side: ThreadSide; posts: Post[] }): string[] {
  const seen = new Set<string>();
  return posts.flatMap(({ marker }) => {
    if (marker === undefined || !seen.has(marker)) {
      if (marker !== undefined) seen.add(marker);
      return [];
    }
    return [`${marker} is shown twice to the ${side}`];
  });
}

type Copy = Extract<Step, { kind: 'copy' }>;

type CheckStepInput = { step: Step; side: ThreadSide; posts: Post[] };

function checkStep({ step, side, posts }: CheckStepInput): string[] {
  const part = parts[step.kind];
  if (part === undefined || !('side' in step) || step.side !== side) return [];
  const post = posts.find(({ marker }) => marker === `${step.event.id} ${side}-${part}`);
  if (step.kind === 'copy') {
    const { message } = step;
    if (post === undefined)
      return message.deletedAt === null ? [`message ${message.id} is not shown to the ${side}`] : [];
    const { text } = mirroredMessage({ message, texts: textsIn('en') });
    const wrong = `the ${side} reads ${JSON.stringify(post.text)}, not ${JSON.stringify(text)}`;
    return [...(post.text === text ? [] : [wrong]), ...checkFiles({ step, side, posts })];
  }
  return post === undefined ? [`event ${step.event.id} is not shown to the ${side}`] : [];
}

/** Each photo of a message stands on the other side, and none of a deleted one; twice is found by their markers. */
function checkFiles({ step, side, posts }: Omit<CheckStepInput, 'step'> & { step: Copy }): string[] {
  const { message, event } = step;
  const shown = posts.filter(({ marker, hasFile }) => hasFile && marker?.startsWith(`${event.id} file-`));
  if (shown.length === message.files.length) return [];
  return [`the ${side} has ${shown.length} of the ${message.files.length} photos of message ${message.id}`];
}
