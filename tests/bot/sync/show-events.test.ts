import { createClient } from '@campus-desk/contract';
import { createLogger, systemClock } from '@campus-desk/service-kit';
import { expect, test } from 'vitest';
import { createOperator } from '../../../bot/slack/operator.ts';
import { createSeenEvents } from '../../../bot/sync/seen-events.ts';
import { createShowEvents } from '../../../bot/sync/show-events.ts';
import { createTryUntilDone } from '../../../bot/sync/try-until-done.ts';

/** Shows events of several tickets at once, and remembers which ids each acknowledgement named. */
function showing(shownIn: Record<number, number[]>) {
  const acknowledged: number[][] = [];
  const { signal } = new AbortController();
  const logger = createLogger({ level: 'silent' });
  const show = createShowEvents({
    client: {
      ...createClient({ baseUrl: 'http://127.0.0.1:9', token: undefined }),
      acknowledge: async ({ ids = [] }) => {
        acknowledged.push(ids);
        return { acknowledged: ids.length };
      },
    },
    clock: systemClock,
    lease: { signal, fence: 7, end: () => undefined, check: () => undefined, confirm: async () => undefined },
    logger,
    operator: createOperator({ logger, onWorksAgain: () => undefined }),
    seen: createSeenEvents(),
    tryUntilDone: createTryUntilDone({ clock: systemClock, logger, signal }),
    deliver: async ({ number }) => ({ ids: shownIn[number] ?? [], failed: [], refused: [] }),
  });
  const showsAll = () =>
    Promise.all(
      Object.keys(shownIn).map(number =>
        show({ number: Number(number), events: [], planned: () => undefined }),
      ),
    );
  return { acknowledged, showsAll };
}

const count = (length: number, from: number) => Array.from({ length }, (_, index) => from + index);

test('what is shown of many tickets at once is acknowledged together', async () => {
  const { acknowledged, showsAll } = showing({ 1: [1], 2: [2, 3], 3: [4] });

  await showsAll();

  expect(acknowledged).toEqual([[1, 2, 3, 4]]);
});

test('what one acknowledgement cannot hold any more goes alone', async () => {
  const many = count(500, 10);
  const { acknowledged, showsAll } = showing({ 1: [1], 2: many, 3: [2] });

  await showsAll();

  expect(acknowledged).toHaveLength(2);
  expect(acknowledged).toEqual(expect.arrayContaining([many, [1, 2]]));
});
