import { runOnce } from '@campus-desk/service-kit';
import { fillDisk } from './fill-disk.ts';
import { formatFullDisk, formatOutcome } from './format-outcome.ts';
import { runChaos } from './run-chaos.ts';
import { startPostgres } from './system/postgres.ts';

const help = `npm run chaos: every part as a process of its own, people at work, and faults at random.

  npm run chaos -- --seed 7       repeats the acts and faults of one seed (a new seed every time without it)
  npm run chaos -- --minutes 2    how long people act and things fail (10)
  npm run chaos -- --people 50    how many people the campus has (200)
  npm run chaos -- --help         this text

It starts a PostgreSQL server from /usr/lib/postgresql, or uses the one of CHAOS_DATABASE_URL, whose user may create
databases; only a server of its own is killed too. Afterwards it compares Slack with the API, and fills the disk of an
embedded database, where it may mount one (as root, on Linux). The exit code is 1 when
something is wrong; where there is no PostgreSQL it does nothing, unless REQUIRE_POSTGRES is set.
`;

await runOnce({
  help,
  options: { seed: { type: 'string' }, minutes: { type: 'string' }, people: { type: 'string' } },
  job: async ({ environment, options }) => {
    const seed = numberOf({ name: 'seed', given: options.seed, standard: Date.now() % 1_000_000, least: 0 });
    const minutes = numberOf({ name: 'minutes', given: options.minutes, standard: 10, least: 0.1 });
    const people = numberOf({ name: 'people', given: options.people, standard: 200, least: 1 });
    const postgres = await startPostgres(environment);
    if (postgres === undefined) return;
    const outcome = await runChaos({ seed, minutes, people, postgres }).finally(postgres.stop);
    process.stdout.write(formatOutcome(outcome));
    const disk = await fillDisk();
    process.stdout.write(formatFullDisk(disk));
    const isWell = outcome.problems.length === 0 && (disk?.problems ?? []).length === 0;
    // What the sandbox repeats minutes later must not keep the process.
    process.exit(isWell ? 0 : 1);
  },
});

type NumberOfInput = { name: string; given: string | undefined; standard: number; least: number };

function numberOf({ name, given, standard, least }: NumberOfInput): number {
  const number = given === undefined ? standard : Number(given);
  if (Number.isFinite(number) && number >= least) return number;
  throw new Error(`--${name} is not a number from ${least} on; write one such as ${standard}.`);
}
