import { createLogger } from '@campus-desk/service-kit';
import { afterEach, describe, expect, test } from 'vitest';
import { type Learning, startLearning } from '../../../api/corrections/start-learning.ts';
import type { repeat } from '../../../api/repeat.ts';
import type { Database } from '../../../db/index.ts';
import { ada, ben, carla, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

const report = 'The flux capacitor under the stage is out of order again';
const logger = createLogger({ level: 'silent' });
const running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

/** An API process with the real categoriser; `readNew` is what it does every minute. */
async function startProcess(db: Database): Promise<{ api: TestApi; readNew: () => Promise<void> }> {
  let readNew = async () => {};
  const byHand: typeof repeat = ({ work }) => {
    readNew = work;
    return { stop: async () => {} };
  };
  const learning: Learning = await startLearning({ db, logger, repeat: byHand });
  running.push(learning);
  return { api: await createTestApi({ db, ...learning }), readNew };
}

const setCategory = (api: TestApi, { number, category, actor = ben }: Setting) =>
  api.call(`PATCH /v1/tickets/${number}`, { actor, category });
type Setting = { number: number; category: string; actor?: object };
const categoryOf = async (api: TestApi, text: string) =>
  (await api.call('POST /v1/categorise', { text })).body;

describe('a correction', () => {
  test('makes the same report, and nearly the same, right the next time', async () => {
    const { api } = await startProcess(await emptyTestDatabase());
    const { number } = await fileTicket(api, { description: report });
    await setCategory(api, { number, category: 'service' });

    const again = await fileTicket(api, { description: report });
    const nearly = await fileTicket(api, { description: 'flux capacitor under stage out of order, again!' });

    expect(again).toMatchObject({ category: 'service', categorySource: 'auto', categoryUnsure: false });
    expect(nearly).toMatchObject({ category: 'service', categorySource: 'auto' });
  });

  test('by a second person overrides that of the first', async () => {
    const { api } = await startProcess(await emptyTestDatabase());
    const { number } = await fileTicket(api, { description: report });
    await setCategory(api, { number, category: 'service' });
    await setCategory(api, { number, category: 'facility', actor: carla });

    expect((await categoryOf(api, report)).category).toBe('facility');
  });

  test('by the reporter teaches too', async () => {
    const { api } = await startProcess(await emptyTestDatabase());
    const text = 'zxqv brmbl';
    const { number, categorySecond } = await fileTicket(api, { description: text });

    await setCategory(api, { number, category: String(categorySecond), actor: ada });

    expect(await categoryOf(api, text)).toMatchObject({ category: categorySecond, unsure: false });
  });

  test('is still known after a restart', async () => {
    const db = await emptyTestDatabase();
    const before = await startProcess(db);
    const { number } = await fileTicket(before.api, { description: report });
    await setCategory(before.api, { number, category: 'service' });
    await setCategory(before.api, { number, category: 'it', actor: carla });

    const after = await startProcess(db);

    expect(await categoryOf(after.api, report)).toMatchObject({ category: 'it', unsure: false });
  });

  test('reaches the other processes with their next look', async () => {
    const db = await emptyTestDatabase();
    const [one, other] = [await startProcess(db), await startProcess(db)];
    const { number } = await fileTicket(one.api, { description: report });
    await setCategory(one.api, { number, category: 'service' });

    await other.readNew();

    expect((await categoryOf(other.api, report)).category).toBe('service');
  });

  test('that is older than one known here does not override it, though it arrives later', async () => {
    const db = await emptyTestDatabase();
    const [one, other] = [await startProcess(db), await startProcess(db)];
    const { number } = await fileTicket(one.api, { description: report });
    await setCategory(one.api, { number, category: 'service' });
    other.api.clock.pass(10);
    await setCategory(other.api, { number, category: 'it', actor: carla });

    await other.readNew();
    await one.readNew();

    expect((await categoryOf(other.api, report)).category).toBe('it');
    expect((await categoryOf(one.api, report)).category).toBe('it');
  });

  test('is forgotten by every process with its next look after its reporter was', async () => {
    const db = await emptyTestDatabase();
    const [one, other] = [await startProcess(db), await startProcess(db)];
    const unlearned = (await categoryOf(other.api, report)).category;
    const { number, reporter } = await fileTicket(one.api, { description: report });
    await setCategory(one.api, { number, category: 'service' });
    await other.readNew();

    await one.api.call(`POST /v1/people/${reporter.id}/forget`, { by: 'root' });
    await one.readNew();
    await other.readNew();

    expect((await categoryOf(one.api, report)).category).toBe(unlearned);
    expect((await categoryOf(other.api, report)).category).toBe(unlearned);
  });

  test('teaches what is near it, and every ticket says what chose its category', async () => {
    const { api } = await startProcess(await emptyTestDatabase());
    const near = 'zxqv brmbl under the stage';
    const before = await fileTicket(api, { description: 'zxqv brmbl' });
    const category = String(before.categorySecond);

    await setCategory(api, { number: before.number, category });
    const model = `${before.categoryModel}+1`;
    await eventually(async () => expect(await categoryOf(api, near)).toMatchObject({ category, model }));

    const after = await fileTicket(api, { description: near });
    expect(after).toMatchObject({ category, categoryModel: model });
  });

  test('changes the model, and every ticket says which one chose its category', async () => {
    const { api } = await startProcess(await emptyTestDatabase());

    const ticket = await fileTicket(api, { description: 'No WiFi in the reading room' });
    const corrected = await setCategory(api, { number: ticket.number, category: 'service' });

    expect(ticket.categoryModel).toBe((await categoryOf(api, 'No WiFi')).model);
    expect(corrected.body.categoryModel).toBeNull();
  });
});
