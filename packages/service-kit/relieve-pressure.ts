import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { unavailable } from '@campus-desk/contract';
import type { FastifyInstance } from 'fastify';

const sampleMs = 1000;

/** A mean delay of the event loop beyond which nothing is answered in time any more, in milliseconds. */
const maxDelayMs = 1000;

/** One long step, or a machine that stood still, is over when it is noticed: only what lasts is pressure. */
const minSamples = 3;

/** Beyond this share of its memory a process does little but look for more. */
const maxHeapShare = 0.9;

/** Still answered under pressure: whether a process is alive is asked exactly then. */
const kept = new Set(['/healthz', '/readyz', '/metrics']);

/** The event loop and the memory belong to the process, so the services in it share one watch of them. */
let ofProcess: { isHigh: () => boolean } | undefined;

/** Answers 503, before work begins, while the event loop or the memory of this process stays at its end. */
export function relievePressure(app: FastifyInstance): void {
  app.addHook('onListen', async () => {
    ofProcess ??= watchProcess();
  });
  app.addHook('onRequest', (request, _reply, done) => {
    if (!ofProcess?.isHigh() || kept.has(request.url)) return done();
    done(unavailable({ message: 'Too much is going on just now. Try again in a moment.' }));
  });
}

function watchProcess(): { isHigh: () => boolean } {
  const delay = monitorEventLoopDelay();
  delay.enable();
  let samples = 0;
  setInterval(() => {
    // A loop that did not come round twice in this time has no mean: it is the slowest of all.
    const isLate = delay.count === 0 || delay.mean / 1e6 > maxDelayMs;
    samples = isLate || isHeapFull() ? samples + 1 : 0;
    delay.reset();
  }, sampleMs).unref();
  return { isHigh: () => samples >= minSamples };
}

function isHeapFull(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > limit * maxHeapShare;
}
