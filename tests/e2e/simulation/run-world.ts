import type { SandboxMessage } from '../../../sandbox/index.ts';
import type { Fault } from '../../bot/sync/support/wires.ts';
import { differences } from './compare.ts';
import { actInThread, type Story } from './people-act.ts';
import { createRandom, type Random } from './random.ts';
import { createWorld, type World } from './world.ts';

export type Size = { rounds: number; tickets: number };

/**
 * Plays one world: each round is one random interleaving per ticket, under random trouble, and ends with everything
 * compared. Throws with every difference and the seed that repeats it.
 */
export async function runWorld({
  seed,
  size,
}: {
  seed: number;
  size: Size;
}): Promise<{ interleavings: number }> {
  const random = createRandom(seed);
  const world = await createWorld();
  try {
    const stories = await fileTickets({ world, count: size.tickets });
    for (let round = 1; round <= size.rounds; round += 1) {
      makeTrouble({ world, random });
      await letPeopleAct({ world, random, stories });
      await calmDown({ world, stories });
      const problems = await compareAll({ world, stories });
      if (problems.length === 0) continue;
      throw new Error(
        `Round ${round} ended wrong. Repeat with SIMULATION_SEED=${seed}\n${problems.join('\n')}`,
      );
    }
    return { interleavings: size.rounds * size.tickets };
  } finally {
    await world.close();
  }
}

async function fileTickets({ world, count }: { world: World; count: number }): Promise<Story[]> {
  const { client } = world.steady;
  const actor = { id: 'U01ADA', name: 'Ada', role: 'user' } as const;
  for (let index = 0; index < count; index += 1)
    await client.fileTicket({ description: `Problem ${index}`, actor }, { idempotencyKey: `${index}` });
  await world.bot().sync.settle();
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const number = index + 1;
      const threads = await client.listThreads({ number });
      const placeOf = (side: string) => {
        const { channel, ts } = threads.find(thread => thread.side === side) ?? { channel: '', ts: '' };
        return { channel, ts };
      };
      return {
        number,
        threads: { helpdesk: placeOf('helpdesk'), reporter: placeOf('reporter') },
        said: new Map(),
      };
    }),
  );
}

/** Trouble on Slack's side, on the lines, and perhaps a death. */
function makeTrouble({ world, random }: { world: World; random: Random }): void {
  const kinds = ['answer_lost', 'server_error', 'rate_limited', 'error'] as const;
  const method = random.pick(['chat.postMessage', 'chat.update', 'conversations.replies', '*']);
  world.sandbox.trouble.set({
    duplicateEvents: random.chance(0.4),
    reorderEvents: random.chance(0.4),
    acksLost: random.chance(0.1),
    methods: random.chance(0.5)
      ? { [method]: { kind: random.pick(kinds), times: random.between(1, 3) } }
      : {},
  });
  const isRough = random.chance(0.5);
  world.faults.of = () => (isRough && random.chance(0.04) ? random.pick(faults) : 'none');
  if (random.chance(0.3)) world.killAfter(random.between(1, 8));
}

const faults: Fault[] = ['not-sent', 'answer-lost', 'rate-limited'];

async function letPeopleAct({
  world,
  random,
  stories,
}: {
  world: World;
  random: Random;
  stories: Story[];
}): Promise<void> {
  const acts = stories.flatMap(story => Array.from({ length: random.between(1, 3) }, () => story));
  for (let count = 0; acts.length > 0; count += 1) {
    const [story] = acts.splice(random.between(0, acts.length - 1), 1);
    if (story === undefined) return;
    if (random.chance(0.05)) world.sandbox.trouble.set({ appDown: random.chance(0.5) });
    await actInThread({ sandbox: world.sandbox, story, random, count });
    if (random.chance(0.3)) await world.sandbox.settled();
    if (world.bot().isKilled && random.chance(0.3)) await world.replace();
  }
}

/** All trouble ends, what was missed is read from Slack, and everything is shown. */
async function calmDown({ world, stories }: { world: World; stories: Story[] }): Promise<void> {
  world.faults.of = () => 'none';
  world.sandbox.trouble.reset();
  if (world.bot().isKilled) await world.replace();
  else world.killAfter(Number.POSITIVE_INFINITY);
  await world.sandbox.settled();
  const { sync } = world.bot();
  for (const { number } of stories) await sync.catchUp(number);
  await sync.settle();
}

async function compareAll({ world, stories }: { world: World; stories: Story[] }): Promise<string[]> {
  const { sandbox, steady } = world;
  const inDm = sandbox.snapshot('U01ADA').messages;
  const messages: Record<string, SandboxMessage[]> = { ...inDm, ...sandbox.snapshot('U05BEN').messages };
  const threadAt = ({ channel, ts }: { channel: string; ts: string }) =>
    (messages[channel] ?? []).filter(message => message.thread_ts === ts);
  const found = stories.map(async story => {
    const { messages: stored } = await steady.client.listMessages({ number: story.number, limit: 200 });
    const threads = {
      helpdesk: threadAt(story.threads.helpdesk),
      reporter: threadAt(story.threads.reporter),
    };
    return differences({ story, stored, threads, botUserId: sandbox.botUserId });
  });
  return (await Promise.all(found)).flat();
}
