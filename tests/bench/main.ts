import { runOnce } from '@campus-desk/service-kit';
import { startPostgres } from '../chaos/system/postgres.ts';
import { formatLoad, measureLoad } from './measure-load.ts';

const help = `npm run bench: how Campus Desk does under load, on this machine.

  npm run bench -- --rate 200      requests a second, as Slack sends them (200)
  npm run bench -- --seconds 60    for how long (60)
  npm run bench -- --help          this text

It starts a PostgreSQL server from /usr/lib/postgresql, or uses the one of CHAOS_DATABASE_URL, an API and a bot, and sends
messages in threads, filings and commands of 40,000 people. The exit code is 1 when a request is not answered in time,
or when one of a hundred takes longer than half a second.
`;

await runOnce({
  help,
  options: { rate: { type: 'string' }, seconds: { type: 'string' } },
  job: async ({ environment, options }) => {
    const perSecond = positive({ name: 'rate', given: options.rate ?? '200' });
    const seconds = positive({ name: 'seconds', given: options.seconds ?? '60' });
    const postgres = await startPostgres(environment);
    if (postgres === undefined) return;
    const { databaseUrl } = postgres;
    const load = await measureLoad({ databaseUrl, perSecond, seconds }).finally(postgres.stop);
    process.stdout.write(formatLoad(load));
    process.exit(load.isGood ? 0 : 1);
  },
});

function positive({ name, given }: { name: string; given: string }): number {
  const number = Number(given);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`--${name} is not a number above 0; write one such as 60.`);
}
