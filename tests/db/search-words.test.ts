import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, searchPeople, searchWords, tickets } from '../../db/index.ts';
import { ada, createTestApi, fileTicket } from '../support/api.ts';
import { emptyTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

let db: Database;
beforeEach(async () => {
  db = await emptyTestDatabase();
});

const words = async () =>
  (await db.select().from(searchWords).orderBy(searchWords.word)).map(({ word }) => word);
const forms = async (word: string) => {
  const [row] = await db.select({ forms: sql<string[]>`forms_of(${word})` }).from(sql`(values (1)) as one`);
  return row?.forms;
};

describe('the words of tickets', () => {
  test('are forgotten with the last ticket that has them', async () => {
    const api = await createTestApi();
    await fileTicket(api, { description: 'Cold radiator', location: null });
    await fileTicket(api, { description: 'Cold', location: null });

    await db.update(tickets).set({ description: 'Removed' }).where(eq(tickets.number, 1));

    expect(await words()).toEqual(['cold', 'removed']);
  });

  describe.skipIf(!process.env.TEST_DATABASE_URL)('[needs TEST_DATABASE_URL] of two at once', () => {
    const change = (values: { description: string; reporterId: string; reporterName: string }) => {
      return async (tx: Database, number: number) => {
        await tx.update(tickets).set(values).where(eq(tickets.number, number));
      };
    };
    const say = change({ description: 'Secret', reporterId: ada.id, reporterName: ada.name });
    const remove = change({ description: 'Removed', reporterId: 'U0EVA', reporterName: 'Eva' });
    const people = async () =>
      (await db.select().from(searchPeople).orderBy(searchPeople.name)).map(({ name }) => name);
    const isAnybodyWaiting = async () => {
      const waiting = sql`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return (await db.select({ pid: sql`pid` }).from(waiting)).length > 0;
    };

    beforeEach(async () => {
      const api = await createTestApi();
      for (const description of ['Secret', 'Other', 'Removed'])
        await fileTicket(api, { description, location: null });
      await remove(db, 3);
    });

    test('are forgotten when both take the last of them away', async () => {
      await say(db, 2);

      await db.transaction(async one => {
        await remove(one, 1);
        await db.transaction(other => remove(other, 2));
      });

      expect(await words()).toEqual(['removed']);
      expect(await people()).toEqual(['Eva']);
    });

    test('are kept when one says them while the other takes the last of them away', async () => {
      await remove(db, 2);

      await db.transaction(async one => {
        await say(one, 2);
        await db.transaction(other => remove(other, 1));
      });

      expect(await words()).toEqual(['removed', 'secret']);
      expect(await people()).toEqual(['Ada', 'Eva']);
    });

    test('are learned again when one says them while they are forgotten', async () => {
      await remove(db, 2);
      let saying: Promise<void> | undefined;

      await db.transaction(async one => {
        await remove(one, 1);
        await one.execute(sql`set constraints all immediate`);
        saying = db.transaction(other => say(other, 2));
        await eventually(async () => expect(await isAnybodyWaiting()).toBe(true));
      });
      await saying;

      expect(await words()).toEqual(['removed', 'secret']);
      expect(await people()).toEqual(['Ada', 'Eva']);
    });
  });

  test.each([
    ['finestre', 'finestra'],
    ['chiude', 'chiudono'],
    ['fenster', 'fenstern'],
    ['puerta', 'puertas'],
    ['prise', 'prises'],
    ['window', 'windows'],
    ['müller', 'mueller'],
    ['müller', 'muller'],
    ['türen', 'tuer'],
    ['università', 'universita'],
  ])('%s and %s have a form in common', async (one, other) => {
    const own = await forms(one);

    expect((await forms(other))?.some(form => own?.includes(form))).toBe(true);
  });
});
