import { createLogger } from '@campus-desk/service-kit';
import type { HomeView } from '@slack/types';
import { expect, test } from 'vitest';
import { createHomes } from '../../../../bot/listeners/home/homes.ts';
import { english } from '../../../support/english.ts';
import { sampleTicket } from '../../sample-ticket.ts';

const person = 'U01ADA';

/** Homes whose tickets and publishes are answered by hand; `newest` is the ticket that is there when they are read. */
function openHomes() {
  const published: string[] = [];
  const answering: (() => void)[] = [];
  let newest = 1;
  const homes = createHomes({
    client: {
      listTickets: async () => {
        const tickets = [sampleTicket({ number: newest })];
        return { tickets, nextCursor: null, total: 1 };
      },
    },
    slack: {
      views: {
        publish: async ({ view }: { view: HomeView }) => {
          await new Promise<void>(resolve => answering.push(resolve));
          published.push(/#(\d+) /.exec(JSON.stringify(view))?.[1] ?? '');
          return { ok: true, view: { hash: `h${published.length}` } };
        },
      } as never,
    },
    checkRole: async () => undefined,
    textsFor: english,
    command: '/ticket',
    now: () => 0,
    logger: createLogger({ level: 'silent' }),
  });
  const turn = () => new Promise(resolve => setImmediate(resolve));
  return {
    homes,
    published,
    setNewest: (number: number) => {
      newest = number;
    },
    /** Lets Slack take what is on its way. */
    async answer() {
      await turn();
      answering.shift()?.();
      await turn();
    },
    waiting: () => answering.length,
  };
}

test('a slow drawing never comes after a newer one, and what was asked for in between is drawn once', async () => {
  const { homes, published, setNewest, answer, waiting } = openHomes();
  const first = homes.show({ userId: person });
  await new Promise(resolve => setImmediate(resolve));

  const others: Promise<void>[] = [];
  for (let number = 2; number <= 6; number += 1) {
    setNewest(number);
    others.push(homes.show({ userId: person }));
  }
  expect(waiting()).toBe(1);
  await answer();
  await answer();
  await Promise.all([first, ...others]);

  expect(published).toEqual(['1', '6']);
});

test('who has not opened theirs is left alone', async () => {
  const { homes, waiting } = openHomes();

  await homes.refresh(person);

  expect(waiting()).toBe(0);
});
