import type { SandboxMessage } from 'slack-sandbox';
import { differences } from './compare.ts';
import { actOnTicket } from './helpdesk-acts.ts';
import type { Fault } from './network.ts';
import { actInThread, type Story } from './people-act.ts';
import { createRandom, type Random } from './random.ts';
import { createWorld, type World } from './world.ts';

export type Size = { rounds: number; tickets: number };
export type Played = { interleavings: number; kills: number };

const longestPartMs = 300_000;

type Round = { world: World; random: Random; stories: Story[]; isLossy: boolean };

/**
 * Plays one world: each round is one random interleaving per ticket, under random trouble, and ends with everything
 * compared. Throws with every difference and the seed that repeats it.
 */
export async function runWorld({ seed, size }: { seed: number; size: Size }): Promise<Played> {
  const random = createRandom(seed);
  const world = await createWorld();
  try {
    const stories = await fileTickets({ world, count: size.tickets });
    for (let round = 1; round <= size.rounds; round += 1) {
      const around = { world, random, stories, isLossy: round % 3 === 0 };
      makeTrouble(around);
      await inTime({ what: `round ${round}, people act`, work: letPeopleAct(around) });
      await inTime({ what: `round ${round}, calming down`, work: calmDown(around) });
      const problems = await compareAll({ world, stories });
      if (problems.length === 0) continue;
      throw new Error(
        `Round ${round} ended wrong. Repeat with SIMULATION_SEED=${seed}\n${problems.join('\n')}`,
      );
    }
    return { interleavings: size.rounds * size.tickets, kills: world.kills() };
  } finally {
    await inTime({ what: 'closing', work: world.close() });
  }
}

/** A part of a world takes a second or two; one that does not end says which it is. */
async function inTime({ what, work }: { what: string; work: Promise<void> }): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The world hangs: ${what}.`)), longestPartMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function fileTickets({ world, count }: { world: World; count: number }): Promise<Story[]> {
  const { client } = world;
  const actor = { id: 'U01ADA', name: 'Ada', role: 'user' } as const;
  for (let index = 0; index < count; index += 1)
    await client.fileTicket({ description: `Problem ${index}`, actor }, { idempotencyKey: `${index}` });
  await world.settled();
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

const faults: Fault[] = ['not-sent', 'answer-lost', 'rate-limited'];

/**
 * Trouble of every kind; in a lossy round, every third, also what Slack's repetitions do not mend: an API that is away, a bot that
 * is down, or killed once Slack has taken its post.
 */
function makeTrouble({ world, random, isLossy }: Round): void {
  const kinds = ['answer_lost', 'server_error', 'rate_limited', 'error'] as const;
  const method = random.pick(['chat.postMessage', 'chat.update', 'conversations.replies', '*']);
  world.sandbox.trouble.set({
    duplicateEvents: random.chance(0.2),
    reorderEvents: random.chance(0.4),
    acksLost: random.chance(0.05),
    methods: random.chance(0.5)
      ? { [method]: { kind: random.pick(kinds), times: random.between(1, 3) } }
      : {},
  });
  world.faults.of = ({ to }) =>
    (isLossy || to === 'slack') && random.chance(0.04) ? random.pick(faults) : 'none';
  if (isLossy) world.killAfter(random.between(1, 4));
}

/** Each ticket gets one or two acts, all of them in one random order. */
async function letPeopleAct({ world, random, stories, isLossy }: Round): Promise<void> {
  const { sandbox, client, clock } = world;
  const acts = stories.flatMap(story => Array.from({ length: random.between(1, 2) }, () => story));
  for (let count = 0; acts.length > 0; count += 1) {
    const [story] = acts.splice(random.between(0, acts.length - 1), 1);
    if (story === undefined) return;
    if (isLossy && random.chance(0.05)) world.sandbox.trouble.set({ appDown: random.chance(0.5) });
    if (random.chance(0.15)) {
      const numbers = stories.map(({ number }) => number);
      await actOnTicket({ client, number: story.number, numbers, random, now: clock.now() });
    } else await actInThread({ sandbox, story, random, count });
    if (random.chance(0.2)) await world.sandbox.settled();
    if (world.bot().isKilled && random.chance(0.3)) await world.replace();
  }
}

/** All trouble ends but death, what was missed is read from Slack, and everything is shown. */
async function calmDown({ world, stories, isLossy }: Round): Promise<void> {
  world.faults.of = () => 'none';
  world.sandbox.trouble.reset();
  await world.sandbox.settled();
  await world.settledOrKilled();
  world.killAfter(Number.POSITIVE_INFINITY);
  // A process that takes over catches up by itself.
  if (world.bot().isKilled) await world.replace();
  else if (isLossy) await Promise.all(stories.map(({ number }) => world.catchUp(number)));
  await world.settled();
}

async function compareAll({ world, stories }: { world: World; stories: Story[] }): Promise<string[]> {
  const { sandbox, client } = world;
  const inDm = sandbox.snapshot('U01ADA').messages;
  const messages: Record<string, SandboxMessage[]> = { ...inDm, ...sandbox.snapshot('U05BEN').messages };
  const threadAt = ({ channel, ts }: { channel: string; ts: string }) =>
    (messages[channel] ?? []).filter(message => message.thread_ts === ts);
  const found = stories.map(async story => {
    const { messages: stored } = await client.listMessages({
      number: story.number,
      role: 'helpdesk',
      limit: 200,
    });
    const threads = {
      helpdesk: threadAt(story.threads.helpdesk),
      reporter: threadAt(story.threads.reporter),
    };
    const cards = Object.values(story.threads).map(({ channel, ts }) =>
      (messages[channel] ?? []).find(message => message.ts === ts),
    );
    const ticket = await client.getTicket({ number: story.number, role: 'helpdesk' });
    const { events } = await client.listEvents({ number: story.number, role: 'helpdesk', limit: 500 });
    const { botUserId } = sandbox;
    return differences({ story, ticket, stored, events, threads, cards, botUserId });
  });
  return (await Promise.all(found)).flat();
}
