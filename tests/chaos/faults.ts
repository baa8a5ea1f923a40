import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '../e2e/simulation/random.ts';
import type { RunningPart } from './system/part.ts';
import type { System } from './system/start-system.ts';

/** What was done to the system. */
export type Injured = {
  counts: Record<string, number>;
  kills: number;
  /** When a bot was killed, in milliseconds since 1970. */
  botKills: number[];
};

type Hurting = { system: System; random: Random; injured: Injured };

const quarterHourMs = 15 * 60_000;
const pauseMs = { from: 1500, to: 4500 };
const methods = ['chat.postMessage', 'chat.update', 'conversations.replies', 'views.open', 'users.info', '*'];
const methodKinds = ['answer_lost', 'answer_hangs', 'server_error', 'rate_limited', 'error'] as const;
const deliveryTroubles = [
  { duplicateEvents: true },
  { reorderEvents: true },
  { acksLost: true },
  { appDown: true },
  { appDelayMs: 2000 },
  { appDelayMs: 4000 },
];

const faults = {
  kill: { weight: 5, fault: killPart },
  killBot: { weight: 4, fault: killBot },
  killDatabase: { weight: 1, fault: killDatabase },
  dropConnections: { weight: 2, fault: dropConnections },
  delayConnections: { weight: 2, fault: delayConnections },
  slackRefuses: { weight: 4, fault: slackRefuses },
  deliveries: { weight: 4, fault: troubleDeliveries },
  setClock: { weight: 2, fault: setClock },
  slowNames: { weight: 2, fault: slowNames },
  somebodyLeaves: { weight: 1, fault: somebodyLeaves },
  harderSlack: { weight: 2, fault: harderSlack },
} as const;

type InjureInput = { system: System; seed: number; until: number };

/** One fault after the other until it is time; resolves when all have passed. */
export async function injureForAWhile({ system, seed, until }: InjureInput): Promise<Injured> {
  const random = createRandom(seed);
  const injured: Injured = { counts: {}, kills: 0, botKills: [] };
  const passing: Promise<void>[] = [];
  const chances = Object.entries(faults).flatMap(([name, { weight }]) =>
    Array.from({ length: weight }, () => name as keyof typeof faults),
  );
  while (Date.now() < until) {
    await wait(random.between(pauseMs.from, pauseMs.to));
    const name = random.pick(chances);
    injured.counts[name] = (injured.counts[name] ?? 0) + 1;
    passing.push(faults[name].fault({ system, random, injured }));
  }
  await Promise.all(passing);
  return injured;
}

async function killPart({ system, random, injured }: Hurting): Promise<void> {
  kill({ system, random, injured, part: random.pick(system.parts) });
}

async function killBot({ system, random, injured }: Hurting): Promise<void> {
  kill({ system, random, injured, part: random.pick(system.bots) });
}

function kill({ system, random, injured, part }: Hurting & { part: RunningPart }): void {
  injured.kills += 1;
  if (system.bots.includes(part)) injured.botKills.push(Date.now());
  part.kill({ downMs: random.between(0, 3000) });
}

async function killDatabase({ system, injured }: Hurting): Promise<void> {
  if (system.postgres.killAndRestart === undefined) return;
  injured.kills += 1;
  await system.postgres.killAndRestart();
}

async function dropConnections({ system, random }: Hurting): Promise<void> {
  random.pick(Object.values(system.balancers)).drop();
}

async function delayConnections({ system, random }: Hurting): Promise<void> {
  const balancer = random.pick(Object.values(system.balancers));
  balancer.delay(random.between(100, 2500));
  await wait(random.between(1000, 4000));
  balancer.delay(0);
}

/** A quarter of an hour ahead or behind, as when a machine wakes up or asks for the time at last. */
async function setClock({ system, random }: Hurting): Promise<void> {
  const part = random.pick(system.parts);
  await part.setClock(random.pick([-1, 1]) * quarterHourMs);
  await wait(random.between(2000, 8000));
  await part.setClock(0);
}

async function slackRefuses({ system, random }: Hurting): Promise<void> {
  const kind = random.pick(methodKinds);
  const method = random.pick(methods);
  const times = random.between(1, 3);
  const more = kind === 'rate_limited' ? { retryAfterSeconds: random.between(1, 3) } : {};
  system.sandbox.trouble.set({ methods: { [method]: { kind, times, ...more } } });
}

/** Slack takes longer to say a name than anybody waits. */
async function slowNames({ system, random }: Hurting): Promise<void> {
  const times = random.between(2, 6);
  const slow = { kind: 'slow', afterMs: random.between(500, 4000), times } as const;
  system.sandbox.trouble.set({ methods: { 'users.info': slow } });
}

/** A person is deactivated for a while: what is for them alone is refused, and shown once they are back. */
async function somebodyLeaves({ system, random }: Hurting): Promise<void> {
  const people = system.sandbox.people.filter(({ isBot }) => !isBot);
  system.sandbox.trouble.set({ deactivated: [random.pick(people).id] });
  await wait(random.between(2000, 8000));
  system.sandbox.trouble.set({ deactivated: [] });
}

/** What Slack does on some days and not on others. */
async function harderSlack({ system, random }: Hurting): Promise<void> {
  const { strictThreads, withoutPreviews } = system.sandbox.trouble.get();
  system.sandbox.trouble.set(
    random.chance(0.5) ? { strictThreads: !strictThreads } : { withoutPreviews: !withoutPreviews },
  );
}

async function troubleDeliveries({ system, random }: Hurting): Promise<void> {
  const trouble = random.pick(deliveryTroubles);
  system.sandbox.trouble.set(trouble);
  await wait(random.between(1000, 5000));
  const isOver = Object.fromEntries(
    Object.entries(trouble).map(([name, value]) => [name, typeof value === 'number' ? 0 : false]),
  );
  system.sandbox.trouble.set(isOver);
}
