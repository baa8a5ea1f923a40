import {
  getWaveSchema,
  groupedWaveSchema,
  groupWaveSchema,
  type Role,
  tellWaveSchema,
  wavePathSchema,
  waveRefSchema,
  waveSchema,
} from '@campus-desk/contract';
import { type Logger, problems, type Service } from '@campus-desk/service-kit';
import { gt } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { type Repeating, repeat } from '../repeat.ts';
import { createSimilarTickets } from '../similar/similar-tickets.ts';
import { maySeeWaves } from '../tickets/policy.ts';
import { getWave } from './get-wave.ts';
import { groupWave } from './group-wave.ts';
import { historyMs } from './likely-reports.ts';
import { waveOfHelpdesk } from './refusals.ts';
import { tellWave } from './tell-wave.ts';
import { type WaveWatch, watchWaves } from './watch-waves.ts';

const tags = ['Waves'];

/** What the last weeks had of the same is counted among so many tickets, the newest: the rest of the weeks had as much of it. */
const maxTickets = 4000;

/** Nobody waits for it. */
const patienceMs = 60_000;

/** After a start what was filed before it is looked at, once others have had their turn, in milliseconds. */
const firstMs = 3000;

/** What is removed for the sake of privacy is not kept until somebody reports again, in milliseconds. */
const keepUpMs = 20_000;

type AddWavesInput = { app: Service; context: Context; logger: Logger };

/** Waves, what several people report at once, and who finds them as long as the service runs. */
export function addWaves({ app, context, logger }: AddWavesInput): WaveWatch {
  const { db, clock } = context;
  const kept = () => gt(tickets.openedAt, new Date(clock().getTime() - historyMs));
  const recent = createSimilarTickets({ db, logger, patienceMs, kept, maxTickets });
  const watch = watchWaves({ context, recent, logger });
  const onError = (err: unknown) => logger.warn({ err }, 'cannot read what has changed; trying again soon');
  let first: NodeJS.Timeout | undefined;
  let keepingUp: Repeating | undefined;
  app.addHook('onListen', async () => {
    first = setTimeout(watch.look, firstMs).unref();
    keepingUp = repeat({ everyMs: keepUpMs, work: recent.keepUp, onError });
  });
  app.addHook('preClose', async () => {
    clearTimeout(first);
    await watch.stop();
    await keepingUp?.stop();
  });

  app.get(
    '/v1/waves/:id',
    {
      schema: {
        tags,
        operationId: 'getWave',
        summary: 'A wave: what several people report at once',
        description:
          'Found when the same is reported by far more people than the last weeks make likely for the hour. For helpdesk, as it has closed tickets too. Its events wave.found and wave.grown stand in the history of its first ticket.',
        params: wavePathSchema,
        querystring: getWaveSchema,
        response: { 200: waveSchema, ...problems(403, 404) },
      },
    },
    ({ params: { id }, query: { role } }) => {
      checkRole(role);
      return getWave({ db, id });
    },
  );

  app.post(
    '/v1/waves/:id/group',
    {
      schema: {
        tags,
        operationId: 'groupWave',
        summary: 'Make the tickets of a wave duplicates of its first one',
        description:
          'As helpdesk, of many the oldest at once. What is closed or a duplicate already stays as it is; doing it again changes nothing.',
        params: wavePathSchema,
        body: groupWaveSchema,
        response: { 200: groupedWaveSchema, ...problems(403, 404) },
      },
    },
    ({ params: { id }, body }) => groupWave({ context, id, ...body }),
  );

  app.put(
    '/v1/waves/:id/message',
    {
      schema: {
        tags,
        operationId: 'tellWave',
        summary: 'Remember where helpdesk is told of a wave',
        description:
          'For whoever shows events in Slack: the message is kept up to date. Without ts it is about to be posted there.',
        params: wavePathSchema,
        body: tellWaveSchema,
        response: { 200: waveRefSchema, ...problems(404) },
      },
    },
    ({ params: { id }, body: told }) => tellWave({ context, id, told }),
  );
  return watch;
}

function checkRole(role: Role): void {
  if (!maySeeWaves(role)) throw waveOfHelpdesk();
}
