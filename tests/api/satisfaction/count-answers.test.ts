import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, fileTicket, startTestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';

let api: Awaited<ReturnType<typeof startTestApi>>;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  await emptyTestDatabase();
  api.clock.set('2026-11-10T09:00:00.000Z');
});
afterAll(() => api.close());

const november = { openedFrom: '2026-10-31T23:00:00Z', openedTo: '2026-11-30T23:00:00Z' };
const none = { closed: 0, solved: 0, notSolved: 0, followUps: 0 };
const change = (number: number, body: object) => api.call(`PATCH /v1/tickets/${number}`, body);
const answers = async (period = november) => {
  const { categories } = await api.client.summariseSatisfaction(period);
  return Object.fromEntries(categories.map(({ category, ...counts }) => [category, counts]));
};

/** A closed ticket; the reporter has said whether it is solved where that is given. */
async function closed({ description = 'No WiFi', solved }: { description?: string; solved?: boolean } = {}) {
  const { number } = await fileTicket(api, { description });
  await change(number, { actor: ben, status: 'active' });
  api.clock.pass(60);
  await change(number, { actor: ben, status: 'closed' });
  if (solved !== undefined) await change(number, { actor: ada, solved });
  return number;
}

describe('the summary of satisfaction', () => {
  test('counts closed tickets, both answers and follow-ups, by category', async () => {
    await closed({ solved: true });
    await closed({ solved: true });
    const number = await closed({ solved: false });
    await closed({ description: 'A window' });
    await fileTicket(api, { followUpOf: number });

    expect(await answers()).toEqual({
      facility: { ...none, closed: 1 },
      it: { closed: 3, solved: 2, notSolved: 1, followUps: 1 },
      service: none,
    });
  });

  test('follows an answer that is changed or taken back', async () => {
    const number = await closed({ solved: true });

    await change(number, { actor: ada, solved: false });
    expect((await answers()).it).toMatchObject({ solved: 0, notSolved: 1 });
    await change(number, { actor: ada, solved: null });
    expect((await answers()).it).toMatchObject({ solved: 0, notSolved: 0 });
  });

  test('counts a follow-up of the moment of closing alike in the middle of a month and at its edge', async () => {
    api.clock.set('2026-11-30T23:30:00.000Z');
    const { number } = await fileTicket(api);
    await change(number, { actor: ben, status: 'active' });
    await fileTicket(api, { followUpOf: number });
    await change(number, { actor: ben, status: 'closed' });

    const december = { openedFrom: november.openedTo, openedTo: '2026-12-31T23:00:00Z' };
    const both = { openedFrom: november.openedFrom, openedTo: december.openedTo };
    expect((await answers(november)).it).toMatchObject({ closed: 0, followUps: 0 });
    expect((await answers(december)).it).toMatchObject({ closed: 1, followUps: 1 });
    expect((await answers(both)).it).toMatchObject({ closed: 1, followUps: 1 });
  });

  test('counts no follow-up of a ticket that was not closed then', async () => {
    const { number } = await fileTicket(api, { description: 'No WiFi' });
    await fileTicket(api, { followUpOf: number });
    api.clock.pass(60);
    await change(number, { actor: ben, status: 'active' });
    await change(number, { actor: ben, status: 'closed' });

    expect((await answers()).it).toMatchObject({ closed: 1, followUps: 0 });
  });

  test('counts a ticket in the month on campus in which it was opened', async () => {
    for (const time of [
      '2026-10-31T22:59:59.999Z',
      '2026-10-31T23:00:00.000Z',
      '2026-11-30T22:59:59.999Z',
      '2026-11-30T23:00:00.000Z',
    ]) {
      api.clock.set(time);
      const number = await closed({ solved: true });
      await fileTicket(api, { description: 'A window', followUpOf: number });
    }

    expect((await answers()).it).toEqual({ closed: 2, solved: 2, notSolved: 0, followUps: 2 });
    const ever = await api.client.summariseSatisfaction({});
    expect(ever.categories[1]).toMatchObject({ closed: 4, solved: 4, followUps: 4 });
  });

  test('is what the tickets say after many are written and deleted at once', async () => {
    const number = await closed({ solved: true });
    await fileTicket(api, { followUpOf: number });
    await api.db.execute(sql`update tickets set solved = not solved`);
    expect((await answers()).it).toMatchObject({ solved: 0, notSolved: 1, followUps: 1 });

    await api.db.execute(sql`delete from events`);
    await api.db.execute(sql`delete from tickets`);

    const left = await api.db.execute(sql`select count(*)::int as count from solved_answers`);
    expect(JSON.stringify(left)).toContain('"count":0');
    expect((await answers()).it).toEqual(none);
  });
});
