import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, searchWords, tickets } from '../../db/index.ts';
import { createTestApi, fileTicket } from '../support/api.ts';
import { emptyTestDatabase } from '../support/database.ts';

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

  test.skipIf(!process.env.TEST_DATABASE_URL)(
    '[needs TEST_DATABASE_URL] are forgotten when two take the last of them away at once',
    async () => {
      const api = await createTestApi();
      for (const description of ['Secret', 'Secret', 'Removed'])
        await fileTicket(api, { description, location: null });
      const remove = async (tx: Database, number: number) => {
        await tx.update(tickets).set({ description: 'Removed' }).where(eq(tickets.number, number));
      };

      await db.transaction(async one => {
        await remove(one, 1);
        await db.transaction(other => remove(other, 2));
      });

      expect(await words()).toEqual(['removed']);
    },
  );

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
