import { cpus, loadavg } from 'node:os';
import { runOnce } from '@campus-desk/service-kit';
import { formatTable, isReached } from './format-table.ts';
import { median } from './rounds.ts';
import type { Bench, Measured, Section } from './section.ts';
import { sections } from './sections.ts';
import { type BenchServer, startBenchServer } from './server.ts';

const help = `npm run bench: how fast Campus Desk is on this machine, as ratios to what the machine could do.

  npm run bench                    everything (about ten minutes)
  npm run bench -- write read      some sections only
  npm run bench -- --quick         fewer requests and smaller databases: a look, a few minutes
  npm run bench -- --rounds 9      how often baseline and product take turns (5)
  npm run bench -- --json          figures of every round instead of a table
  npm run bench -- scale --picture scale.svg   draws the times against the number of tickets
  npm run bench -- scale --huge    10,000,000 tickets too (20 GB, an hour)
  npm run bench -- --help          this text

${sections.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')}

It starts what it needs: a PostgreSQL server from /usr/lib/postgresql with fsync, or databases on the server of
BENCH_DATABASE_URL. Baseline and product take turns in one run; the table shows the middle round and the spread. The exit
code is 2 when a figure is below "reach", and 1 when something could not be measured.
`;

const belowReach = 2;

await runOnce({
  help,
  takesWords: true,
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    rounds: { type: 'string' },
    picture: { type: 'string' },
    huge: { type: 'boolean' },
  },
  job: async ({ environment, options, words }) => {
    const { quick: isQuick = false, json = false, picture, huge: isHuge = false } = options;
    const rounds = positive(options.rounds ?? (isQuick ? '3' : '5'));
    const chosen = chosenSections(words);
    const lines = await measure({ chosen, environment, isQuick, rounds, picture, isHuge });
    process.stdout.write(json ? formatJson(lines) : `${formatMachine()}\n\n${formatTable(lines)}`);
    process.exit(lines.every(isReached) ? 0 : belowReach);
  },
});

type MeasureInput = { chosen: readonly Section[] } & Pick<
  Bench,
  'environment' | 'isQuick' | 'rounds' | 'picture' | 'isHuge'
>;

async function measure({ chosen, ...given }: MeasureInput): Promise<Measured[]> {
  let server: Promise<BenchServer> | undefined;
  const bench: Bench = {
    ...given,
    server: () => {
      server ??= startBenchServer(given.environment);
      return server;
    },
    note: line => process.stderr.write(`${line}\n`),
  };
  try {
    const lines: Measured[] = [];
    for (const { name, measure } of chosen) {
      bench.note(`${name} … (load ${formatLoad()})`);
      lines.push(...(await measure(bench)));
    }
    return lines;
  } finally {
    await (await server)?.stop();
  }
}

function chosenSections(names: string[]): readonly Section[] {
  const unknown = names.find(name => !sections.some(section => section.name === name));
  if (unknown !== undefined)
    throw new Error(
      `There is no section ${unknown}. There are: ${sections.map(({ name }) => name).join(', ')}.`,
    );
  return names.length === 0 ? sections : sections.filter(({ name }) => names.includes(name));
}

function formatMachine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, load ${formatLoad()}`;
}

/** How busy the machine was in the last one, five and fifteen minutes; the measuring itself is part of it. */
function formatLoad(): string {
  return loadavg()
    .map(load => load.toFixed(1))
    .join(', ');
}

function formatJson(lines: readonly Measured[]): string {
  const rows = lines.map(line => ({ ...line, median: median(line.rounds), isReached: isReached(line) }));
  return `${JSON.stringify({ machine: formatMachine(), lines: rows }, undefined, 2)}\n`;
}

function positive(given: string): number {
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error('--rounds is not a whole number above 0; write one such as 5.');
}
