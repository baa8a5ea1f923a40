import { describe, expect, test } from 'vitest';
import { ben, carla } from '../../support/api.ts';
import { openReportedCampus, person } from './reported-campus.ts';

const { call, file, events, wave, change, reportWifi } = openReportedCampus();

describe('“Group them”', () => {
  const group = (actor: object = ben, id = 1, numbers?: number[]) =>
    call(`POST /v1/waves/${id}/group`, { actor, numbers });
  const duplicatesOf = async (number: number) =>
    (await call(`GET /v1/tickets/${number}?role=helpdesk`)).body.duplicates;

  test('makes the others duplicates of the first, whose reporters are told of it from then on', async () => {
    await reportWifi();

    const { status, body } = await group();

    expect(status).toBe(200);
    expect(body).toMatchObject({ grouped: [2, 3, 4], wave: { original: 1, ungrouped: [] } });
    expect(await duplicatesOf(1)).toEqual([2, 3, 4]);
    expect((await call('GET /v1/tickets/1/followers')).body.followers).toHaveLength(3);
    expect((await events()).filter(({ type }) => type === 'ticket.duplicated')).toHaveLength(3);
  });

  test('done again, or by two at once, changes nothing more', async () => {
    await reportWifi();

    await Promise.all([group(), group(carla)]);
    const again = await group(carla);

    expect(again.body).toMatchObject({ grouped: [], wave: { ungrouped: [] } });
    expect((await events()).filter(({ type }) => type === 'ticket.duplicated')).toHaveLength(3);
  });

  test('is one change of the first, and of each of the others', async () => {
    await reportWifi();

    await group();

    const regrouped = (await events()).filter(({ type }) => type === 'ticket.grouped');
    expect(regrouped).toMatchObject([{ ticketNumber: 1, changes: { duplicates: { to: [2, 3, 4] } } }]);
  });

  test('leaves what somebody has not seen yet', async () => {
    await reportWifi();

    const { body } = await group(ben, 1, [2, 3, 99]);

    expect(body).toMatchObject({ grouped: [2, 3], wave: { original: 1, ungrouped: [4] } });
    expect(await duplicatesOf(1)).toEqual([2, 3]);
  });

  test('takes along the duplicates of the others', async () => {
    await reportWifi();
    await file({ description: 'The vending machine ate my coin' }, 'V');
    await change(5, { duplicateOf: 3 });

    await group();

    expect(await duplicatesOf(1)).toEqual([2, 3, 4, 5]);
  });

  test('leaves what was closed meanwhile, and goes on from the oldest that is not', async () => {
    await reportWifi();
    for (const number of [1, 3]) for (const status of ['active', 'closed']) await change(number, { status });

    expect((await group()).body.grouped).toEqual([4]);
    expect(await duplicatesOf(2)).toEqual([4]);
  });

  test('is for helpdesk, and for waves that are there', async () => {
    await reportWifi();

    const forbidden = { code: 'forbidden_for_role', reason: 'wave_of_helpdesk' };
    const missing = { code: 'not_found', reason: 'no_wave', values: { wave: 9 } };
    expect((await group(person('L0'))).body).toMatchObject(forbidden);
    expect((await call('GET /v1/waves/1')).body).toMatchObject(forbidden);
    expect((await group(ben, 9)).body).toMatchObject(missing);
    expect(await wave(9)).toMatchObject(missing);
    expect((await call('PUT /v1/waves/9/message', { channel: 'C1', ts: '1.1' })).body).toMatchObject(missing);
  });
});
