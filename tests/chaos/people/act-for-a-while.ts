import { setTimeout as wait } from 'node:timers/promises';
import type { Sandbox } from 'slack-sandbox';
import { createRandom, type Random } from '../../e2e/simulation/random.ts';
import { acts, type Doing } from './acts.ts';
import { helpdeskPeople, reporters } from './campus.ts';
import type { Diary } from './diary.ts';
import { leave } from './fill-form.ts';

/** Slack takes one post a second in a channel, so people act about as often. */
const pauseMs = { from: 300, to: 1100 };

type ActForAWhileInput = { sandbox: Sandbox; diary: Diary; seed: number; people: number; until: number };

/** People act, several at a time and each one thing after the other; resolves when the last is done. */
export async function actForAWhile(input: ActForAWhileInput): Promise<void> {
  const { sandbox, diary, seed, people, until } = input;
  const random = createRandom(seed);
  const users = reporters(people);
  const busy = new Set<string>();
  const underWay = new Set<Promise<void>>();
  for (let count = 1; Date.now() < until; count += 1) {
    const as = random.chance(0.5) ? random.pick(helpdeskPeople) : pickReporter({ random, users });
    const name = pickAct(random);
    await wait(random.between(pauseMs.from, pauseMs.to));
    if (busy.has(as)) continue;
    busy.add(as);
    diary.counts[name] = (diary.counts[name] ?? 0) + 1;
    const work = actOnce(name, { sandbox, diary, random, as, count }).finally(() => {
      busy.delete(as);
      underWay.delete(work);
    });
    underWay.add(work);
  }
  await Promise.all(underWay);
}

/** A form that does not come, or is gone, is something a person lives with. */
async function actOnce(name: keyof typeof acts, doing: Doing): Promise<void> {
  try {
    await acts[name].act(doing);
  } catch {
    await leave(doing);
  }
}

type PickReporterInput = { random: Random; users: string[] };

/** Now and then somebody new; mostly one of the first, who have tickets to talk about. */
function pickReporter({ random, users }: PickReporterInput): string {
  return random.pick(random.chance(0.8) ? users.slice(0, 6) : users);
}

const chances = Object.entries(acts).flatMap(([name, { weight }]) =>
  Array.from({ length: weight }, () => name as keyof typeof acts),
);

function pickAct(random: Random): keyof typeof acts {
  return random.pick(chances);
}
