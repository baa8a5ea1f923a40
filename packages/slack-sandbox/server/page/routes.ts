import type { FastifyInstance, FastifyReply } from 'fastify';
import { actSchema } from '../acts/act-schema.ts';
import { joinWorkspace } from '../acts/join-workspace.ts';
import { perform } from '../acts/perform.ts';
import type { Slack } from '../slack.ts';
import type { CampusPerson } from '../state/campus.ts';
import { troubleSchema } from '../trouble.ts';
import { snapshot } from './snapshot.ts';
import { streamEvents } from './stream-events.ts';
import { uploadFiles } from './upload-files.ts';

type As = { Querystring: { as?: string } };

const heartbeatMs = 15_000;

/** The page's own API under `/sandbox/`, as `protocol.ts` describes it. */
export function sandboxRoutes({ slack }: { slack: Slack }) {
  return async (app: FastifyInstance) => {
    app.get<As>('/sandbox/state', async (request, reply) => {
      const me = slack.workspace.people.get(request.query.as ?? firstPerson(slack));
      if (me === undefined)
        return reply.code(404).send({ ok: false, message: 'There is nobody with that id here.' });
      return snapshot({ slack, me });
    });

    app.get<As>('/sandbox/stream', (request, reply) => {
      openStream({ slack, reply, userId: request.query.as ?? firstPerson(slack) });
    });

    app.post('/sandbox/act', async (request, reply) => {
      const act = actSchema.safeParse(request.body);
      if (act.success) return perform({ slack, act: act.data });
      const faults = act.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
      return reply.code(400).send({ ok: false, message: `Not an act: ${faults.join('; ')}` });
    });

    app.post<{ Body: CampusPerson }>('/sandbox/people', async (request, reply) => {
      try {
        return { ok: true, person: joinWorkspace({ slack, newcomer: request.body }) };
      } catch (error) {
        return reply.code(400).send({ ok: false, message: error instanceof Error ? error.message : '' });
      }
    });

    app.get('/sandbox/traffic', async () => slack.traffic.all());

    app.get('/sandbox/trouble', async () => slack.trouble.get());

    app.post('/sandbox/trouble', async (request, reply) => {
      const part = troubleSchema.safeParse(request.body);
      if (part.success) return slack.trouble.set(part.data);
      return reply
        .code(400)
        .send({ ok: false, message: part.error.issues.map(issue => issue.message).join('; ') });
    });

    await app.register(uploadFiles({ slack }));
  };
}

/** Who opens the page when nobody is named. */
function firstPerson({ workspace }: Slack): string {
  return workspace.people.all().find(({ isBot }) => !isBot)?.id ?? '';
}

/** Server-sent events for one page; the page fetches the state again after a reconnect. */
function openStream(input: { slack: Slack; reply: FastifyReply; userId: string }): void {
  const { slack, reply, userId } = input;
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 1000\n\n');
  const stop = slack.changes.subscribe(change => {
    for (const event of streamEvents({ slack, change, userId }))
      raw.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  raw.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
