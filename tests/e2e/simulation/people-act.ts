import type { ThreadSide } from '@campus-desk/contract';
import type { Sandbox } from 'slack-sandbox';
import type { Random } from './random.ts';

/** What people did under one ticket: the truth that everything else is compared with. */
export type Story = {
  number: number;
  threads: Record<ThreadSide, { channel: string; ts: string }>;
  said: Map<string, { side: ThreadSide; text: string; isDeleted: boolean }>;
};

const writers: Record<ThreadSide, string> = { helpdesk: 'U05BEN', reporter: 'U01ADA' };
const texts = [
  'still broken',
  'which room?\nwhich floor?',
  'a < b & c',
  '*bold* `code`',
  'ok 👍',
  '5:30:10 pm',
];

type ActInThreadInput = {
  sandbox: Sandbox;
  story: Story;
  random: Random;
  /** Makes each text the only one of its kind. */
  count: number;
};

/** Somebody writes, edits or deletes a message in one of the two threads. */
export async function actInThread({ sandbox, story, random, count }: ActInThreadInput): Promise<void> {
  const living = [...story.said].filter(([, { isDeleted }]) => !isDeleted);
  const kind = living.length === 0 ? 'say' : random.pick(['say', 'say', 'edit', 'delete'] as const);
  const words = `${random.pick(texts)} (${count})`;
  if (kind === 'say') {
    const side = random.pick(['helpdesk', 'reporter'] as const);
    const { channel, ts: threadTs } = story.threads[side];
    const alsoToChannel = random.chance(0.1);
    const as = writers[side];
    const text = maybeNote({ random, side, words });
    const said = await sandbox.act({
      type: 'say',
      as,
      channel,
      threadTs,
      text,
      alsoToChannel,
    });
    if (!said.ok || said.ts === undefined) throw new Error('Slack refused what a person said.');
    story.said.set(said.ts, { side, text, isDeleted: false });
    return;
  }
  const [ts, message] = random.pick(living);
  const place = { as: writers[message.side], channel: story.threads[message.side].channel, ts };
  const text = maybeNote({ random, side: message.side, words });
  if (kind === 'edit') await sandbox.act({ type: 'edit', ...place, text });
  else await sandbox.act({ type: 'delete', ...place });
  story.said.set(ts, { ...message, ...(kind === 'edit' ? { text } : { isDeleted: true }) });
}

type MaybeNoteInput = { random: Random; side: ThreadSide; words: string };

/** Helpdesk marks a third of what it writes as a note, and thinks better of it now and then. */
function maybeNote({ random, side, words }: MaybeNoteInput): string {
  return side === 'helpdesk' && random.chance(0.3) ? `;; ${words}` : words;
}
