import { setTimeout as wait } from 'node:timers/promises';
import { helpdeskChannel } from '../../demo-campus.ts';
import { checkEverything } from './checks/check-everything.ts';
import { checkMemory, type Memory, measureMemory } from './checks/memory.ts';
import { type Injured, injureForAWhile } from './faults.ts';
import { actForAWhile } from './people/act-for-a-while.ts';
import { helpdeskPeople } from './people/campus.ts';
import { type Diary, openDiary } from './people/diary.ts';
import type { Postgres } from './system/postgres.ts';
import { type System, startSystem } from './system/start-system.ts';
import { watchPosts } from './watch-posts.ts';

export type Outcome = {
  seed: number;
  diary: Diary;
  injured: Injured;
  /** Seconds from each kill of a bot to the next post of any. */
  secondsToPost: number[];
  /** What was only right once the bots had been started again and `/ticket sync` was used. */
  caughtUp: string[];
  memory: { before: Memory; after: Memory };
  problems: string[];
  logFolder: string;
};

type RunChaosInput = { seed: number; minutes: number; people: number; postgres: Postgres };

/** How long a calm system may take to show everything: Slack takes one post a second. */
const calmMs = 180_000;

export async function runChaos({ seed, minutes, people, postgres }: RunChaosInput): Promise<Outcome> {
  say(`seed ${seed}: ${minutes} minutes, ${people} people`);
  const system = await startSystem({ people, postgres });
  const diary = openDiary();
  const posts = watchPosts(system.sandbox);
  say(`everything is ready; logs are in ${system.logFolder}`);
  const before = await measureMemory(system.parts);
  const until = Date.now() + minutes * 60_000;
  const [injured] = await Promise.all([
    injureForAWhile({ system, seed: seed + 1, until }),
    actForAWhile({ sandbox: system.sandbox, diary, seed, people, until }),
  ]);

  say('calming down');
  const { caughtUp, problems } = await calmDown({ system, diary });
  const crashed = system.parts.filter(({ crashes }) => crashes() > 0);
  const after = await measureMemory(system.parts);
  posts.stop();
  const left = await system.stop();
  return {
    seed,
    diary,
    injured,
    secondsToPost: secondsToPost({ kills: injured.botKills, postedAt: posts.postedAt }),
    caughtUp,
    memory: { before, after },
    problems: [
      ...problems,
      ...crashed.map(({ name, crashes }) => `${name} ended by itself ${crashes()} times`),
      ...checkMemory({ before, after }),
      ...left,
    ],
    logFolder: system.logFolder,
  };
}

/** All trouble ends; what is still wrong then must be right after catching up. */
async function calmDown({ system, diary }: { system: System; diary: Diary }) {
  const { sandbox, bots, parts } = system;
  sandbox.trouble.reset();
  for (const balancer of Object.values(system.balancers)) balancer.delay(0);
  await Promise.all(parts.map(({ ready }) => ready()));
  await sandbox.settled();
  const caughtUp = await untilRight({ system, diary });
  if (caughtUp.length === 0) return { caughtUp, problems: [] };

  say(`${caughtUp.length} things are not right yet; catching up`);
  for (const bot of bots) await bot.restart();
  for (const number of new Set(caughtUp.flatMap(problem => /ticket (\d+)/.exec(problem)?.[1] ?? [])))
    await sandbox.act({
      type: 'command',
      as: helpdeskPeople[0] ?? '',
      channel: helpdeskChannel,
      command: '/ticket',
      text: `sync ${number}`,
    });
  return { caughtUp, problems: await untilRight({ system, diary }) };
}

/** What is wrong, once nothing is, or nothing has changed for so long that nothing will. */
async function untilRight({ system, diary }: { system: System; diary: Diary }): Promise<string[]> {
  const patienceMs = 30_000;
  const until = Date.now() + calmMs;
  let problems: string[] = [];
  for (let changedAt = Date.now(); Date.now() < Math.min(until, changedAt + patienceMs); await wait(2000)) {
    const now = await checkEverything({ system, diary }).catch(error => [`not compared: ${error}`]);
    if (now.length === 0) return [];
    if (now.join() !== problems.join()) changedAt = Date.now();
    problems = now;
  }
  return problems;
}

type SecondsToPostInput = { kills: number[]; postedAt: number[] };

function secondsToPost({ kills, postedAt }: SecondsToPostInput): number[] {
  return kills.flatMap(killedAt => {
    const next = postedAt.find(at => at > killedAt);
    return next === undefined ? [] : [(next - killedAt) / 1000];
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
