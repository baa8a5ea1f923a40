import { beforeEach, expect, test } from 'vitest';
import { purgeKeys } from '../../../api/tickets/purge-keys.ts';
import { ada, createTestApi, type TestApi } from '../../support/api.ts';

const daySeconds = 24 * 60 * 60;

let api: TestApi;

beforeEach(async () => {
  api = await createTestApi();
});

test('the key of a filing is known for thirty days, and then free again', async () => {
  const file = (description: string) =>
    api.call('POST /v1/tickets', { description, actor: ada }, { 'idempotency-key': 'V1' });
  await file('No WiFi');

  api.clock.pass(29 * daySeconds);
  await purgeKeys({ db: api.db, now: api.clock.now() });
  expect((await file('Another one')).status).toBe(422);

  api.clock.pass(2 * daySeconds);
  await purgeKeys({ db: api.db, now: api.clock.now() });
  expect(await file('Another one')).toMatchObject({ status: 201, body: { number: 2 } });
});
