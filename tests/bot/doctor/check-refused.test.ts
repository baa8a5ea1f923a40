import { readConfig } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRefused } from '../../../bot/doctor/check-refused.ts';
import { fileTicket, startTestApi } from '../../support/api.ts';

describe('checkRefused', () => {
  let api: Awaited<ReturnType<typeof startTestApi>>;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  test('is silent when nothing was refused, and when no API answers', async () => {
    expect(await checkRefused(readConfig({ API_URL: api.url }))).toEqual([]);
    expect(await checkRefused(readConfig({ API_URL: 'http://127.0.0.1:9' }))).toEqual([]);
  });

  test('says how much waits, where, and what to do', async () => {
    await fileTicket(api);
    const refused = [{ id: 1, reason: 'not_in_channel', where: 'C1' }];
    await api.call('POST /v1/outbox/ack', { refused });

    expect(await checkRefused(readConfig({ API_URL: api.url }))).toEqual([
      {
        about: 'Refused by Slack',
        verdict: 'wrong',
        says: '1 event waits: Slack refused C1 (not_in_channel).',
        remedy:
          'Invite the bot to the channel. Then /ticket sync with the number of a ticket, or a restart of the bot, tries again.',
      },
    ]);
  });
});
