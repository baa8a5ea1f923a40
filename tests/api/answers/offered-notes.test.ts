import { unknownCampus } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNoteFinder, offeredNotes } from '../../../api/answers/offered-notes.ts';
import { redactTickets } from '../../../api/privacy/redact.ts';
import { createSimilarTickets } from '../../../api/similar/similar-tickets.ts';
import { tickets } from '../../../db/index.ts';
import { ada, ben, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

const words = 'My laptop cannot connect to eduroam any more';
const note = 'Forget the network, then install the profile of the portal again.';
const similar = 'No puedo conectar mi portátil a eduroam';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const change = (number: number, body: object) => api.call(`PATCH /v1/tickets/${number}`, body);
const categorise = async (text: string) => (await api.call('POST /v1/categorise', { text })).body;
const offer = (number: number, answersOthers = true) => change(number, { actor: ben, answersOthers });
const solve = (body: object, key: string) =>
  api.call('POST /v1/answers/solved', body, { 'idempotency-key': key });

/** A closed ticket, of which the reporter says that it is solved. */
async function close({
  closingNote = note,
  solved = true,
}: {
  closingNote?: string | null;
  solved?: boolean;
} = {}) {
  const { number } = await fileTicket(api, { description: words, location: 'Room 2.14' });
  await change(number, { actor: ben, status: 'active' });
  await change(number, { actor: ben, status: 'closed', closingNote });
  if (solved) await change(number, { actor: ada, solved });
  return number;
}

describe('a closing note', () => {
  it('answers who reports the same, in any language, once its reporter and helpdesk have said so: the note, and nothing else of it', async () => {
    const number = await close();
    expect(await categorise(similar)).not.toHaveProperty('earlier');

    expect((await offer(number)).body).toMatchObject({ answersOthers: true, status: 'closed' });

    expect((await categorise(similar)).earlier).toEqual({ number, text: note });
    expect(await categorise('The window of room 2.14 does not close')).not.toHaveProperty('earlier');
    const asked = { text: similar, answers: false };
    expect((await api.call('POST /v1/categorise', asked)).body).not.toHaveProperty('earlier');
  });

  it('answers nobody without the word of its reporter, nor after they have taken it back', async () => {
    const number = await close({ solved: false });
    await offer(number);
    expect(await categorise(similar)).not.toHaveProperty('earlier');

    await change(number, { actor: ada, solved: true });
    expect(await categorise(similar)).toHaveProperty('earlier');
    await change(number, { actor: ada, solved: false });

    expect(await categorise(similar)).not.toHaveProperty('earlier');
  });

  it('answers nobody any more when helpdesk takes it back, and when its texts are removed', async () => {
    const [first, second] = [await close(), await close()];
    await offer(first);
    await offer(second);

    await offer(first, false);
    expect((await categorise(similar)).earlier).toMatchObject({ number: second });
    await redactTickets({ tx: api.db, numbers: [second] });

    expect(await categorise(similar)).not.toHaveProperty('earlier');
  });

  it('gives way to an answer of the campus file, and to danger', async () => {
    const eduroam = { title: 'Joining eduroam', when: 'eduroam login', text: 'Portal.', category: null };
    api = await createTestApi({ campus: { ...unknownCampus, answers: [eduroam] } });
    await offer(await close());

    expect(await categorise('I cannot login to eduroam with my laptop')).not.toHaveProperty('earlier');
    expect(await categorise(`${similar}, hay humo y fuego`)).not.toHaveProperty('earlier');
  });

  it('is offered by helpdesk, of a closed ticket that has one, and by itself', async () => {
    const open = await fileTicket(api, { description: words });
    const bare = await close({ closingNote: null });
    const number = await close();

    expect((await change(number, { actor: ada, answersOthers: true })).body).toMatchObject({
      code: 'forbidden_for_role',
      reason: 'field_of_helpdesk',
    });
    for (const without of [open.number, bare])
      expect((await offer(without)).body).toMatchObject({
        code: 'illegal_transition',
        reason: 'no_closing_note',
      });
    expect((await change(number, { actor: ben, answersOthers: true, urgent: true })).status).toBe(400);
  });

  describe('as it is kept in memory', () => {
    const logger = createLogger({ level: 'silent' });
    const keep = () => createSimilarTickets({ db: api.db, logger, patienceMs: 30_000, ...offeredNotes });
    const ask = { words: { description: similar, location: null, place: null }, category: null } as const;
    const find = (notes: ReturnType<typeof keep>) =>
      notes.find({ ...ask, now: api.clock.now(), min: 0.5, limit: 3, anywhere: true });

    it('is forgotten when its ticket is, also where none remains', async () => {
      await offer(await close());
      const notes = keep();
      expect(await find(notes)).toHaveLength(1);

      await api.call(`POST /v1/people/${ada.id}/forget`, { by: 'officer' });
      await notes.refresh();

      expect(await find(notes)).toEqual([]);
    });

    it('is forgotten when helpdesk takes the last one back', async () => {
      const number = await close();
      await offer(number);
      const notes = keep();
      await notes.refresh();

      await offer(number, false);

      expect(await find(notes)).toEqual([]);
      expect(notes.first()).toBe(0);
    });

    it('has no category where the categoriser was unsure', async () => {
      const number = await close();
      await offer(number);
      await api.db.update(tickets).set({ category: 'facility', categoryUnsure: true });

      const [found] = await keep().find({
        ...ask,
        category: 'it',
        now: api.clock.now(),
        min: 0.5,
        limit: 3,
        anywhere: true,
      });

      expect(found).toMatchObject({ number });
    });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('the database is gone'))],
    ['never ends', () => new Promise<never>(() => {})],
  ])('answers nobody where looking for it %s', async (_, look) => {
    const logger = createLogger({ level: 'silent' });
    const findNote = createNoteFinder({
      db: api.db,
      notes: { find: look },
      logger,
      clock: api.clock.now,
      patienceMs: 1,
    });

    expect(await findNote({ text: similar, category: null })).toBeUndefined();
  });

  it('that solved a problem is counted, without who it was', async () => {
    const number = await close();
    await offer(number);

    await solve({ number }, 'V1');
    await solve({ number }, 'V1');

    const { body } = await api.call('GET /v1/tickets/satisfaction/summary');
    expect(body.answers).toEqual([{ title: `#${number}`, solved: 1 }]);
    expect((await solve({ number: 99 }, 'V2')).body).toMatchObject({ code: 'validation_failed' });
  });
});
