import { afterEach, expect, test } from 'vitest';
import { readCampus } from '../../../api/campus/campus-file.ts';
import { placeOfTickets } from '../../../api/campus/places-of.ts';
import { fillDemoCampus } from '../../../db/demo/index.ts';
import { demoCampusFile } from '../../../demo-campus.ts';
import { createTestApi, fileTicket, type TestApi, testStart } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

let api: TestApi | undefined;
afterEach(() => api?.close());

test('the demo campus has one wave: four people without Wi-Fi in the library', async () => {
  const db = await emptyTestDatabase();
  const campus = await readCampus({ path: undefined, fallback: demoCampusFile });
  const filling = { db, now: new Date(testStart), timeZone: 'Europe/Rome', live: true };
  await fillDemoCampus({ ...filling, placeOf: placeOfTickets(campus) });
  api = await createTestApi({ db, campus });
  const { call } = api;

  await fileTicket(api, { description: 'The tap of the kitchen drips', location: 'Canteen' });

  await eventually(async () => expect((await call('GET /v1/waves/1?role=helpdesk')).status).toBe(200));
  const { body } = await call('GET /v1/waves/1?role=helpdesk');
  expect(body).toMatchObject({ people: 4, places: ['Library'], original: body.numbers[0] });
  expect(body.tickets.map((ticket: { description: string }) => ticket.description)).toEqual([
    'The Wi-Fi of the library is down, everybody around me says so',
    'No hay wifi en la biblioteca desde hace un rato',
    'No Wi-Fi in the library, eduroam is not even in the list',
    expect.stringMatching(/^The Wi-Fi in the group rooms/),
  ]);
  expect((await call('GET /v1/waves/2?role=helpdesk')).status).toBe(404);
});
