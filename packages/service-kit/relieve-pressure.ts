import { getHeapStatistics } from 'node:v8';
import { unavailable } from '@campus-desk/contract';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';

/** Beyond this a process no longer answers in time, in milliseconds; single hiccups are much shorter. */
const maxEventLoopDelay = 2000;

/** Beyond this share of its memory a process does little but look for more. */
const maxHeapShare = 0.9;

/** Still answered under pressure: whether a process is alive is asked exactly then. */
const kept = new Set(['/healthz', '/readyz', '/metrics']);

/** Answers 503, before work begins, while the event loop or the memory of this process is at its end. */
export async function relievePressure(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay,
    maxHeapUsedBytes: Math.round(getHeapStatistics().heap_size_limit * maxHeapShare),
    pressureHandler: request => {
      if (kept.has(request.url)) return;
      throw unavailable({ message: 'Too much is going on just now. Try again in a moment.' });
    },
  });
}
