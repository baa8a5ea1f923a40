import { beforeEach, describe, expect, test } from 'vitest';
import { closeTicket, createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const header =
  'Number,Status,Category,Description,Location,Reporter,Assignee,Opened,Started,Closed,Hours to start,Hours to close,Closing note,Follow-up of,Duplicate of,Place,Urgent';

/** The lines of a CSV without its byte order mark. */
async function lines(query = ''): Promise<string[]> {
  const { status, type, body } = await api.call(`GET /v1/tickets.csv${query}`);
  expect({ status, type }).toEqual({ status: 200, type: 'text/csv' });
  expect(body.startsWith('\uFEFF')).toBe(true);
  expect(body.endsWith('\r\n')).toBe(true);
  return body.slice(1, -2).split('\r\n');
}

describe('the list as CSV', () => {
  test('has names of columns and categories, times, and durations in hours', async () => {
    const { number } = await startTicket(api);
    api.clock.pass(90 * 60);
    await api.call(`PATCH /v1/tickets/${number}`, {
      actor: { id: 'U02', name: 'Ben', role: 'helpdesk' },
      status: 'closed',
      closingNote: 'Restarted the access point',
    });

    expect(await lines('?role=helpdesk')).toEqual([
      header,
      '1,Closed,Technical IT,No WiFi in the reading room,"Library, room 2.14",Ada,Ben,' +
        '2026-11-22T09:00:00.000Z,2026-11-22T09:00:00.000Z,2026-11-22T10:30:00.000Z,0,1.5,Restarted the access point,,,,',
    ]);
  });

  test('of nothing has the names of its columns', async () => {
    expect(await lines()).toEqual([header]);
  });

  test('leaves out what the role may not see, and refuses to be asked for it', async () => {
    await closeTicket(api);
    await fileTicket(api);

    expect((await lines()).length).toBe(2);
    expect((await lines('?role=helpdesk')).length).toBe(3);
    expect(await api.call('GET /v1/tickets.csv?status=closed')).toMatchObject({
      status: 403,
      type: 'application/problem+json',
      body: { code: 'forbidden_for_role' },
    });
  });

  test('takes the filters of the list', async () => {
    await fileTicket(api, { description: 'No WiFi' });
    await startTicket(api, { description: 'A broken window' });
    await fileTicket(api, { description: 'Another window', actor: { id: 'U09', name: 'Eve', role: 'user' } });

    expect((await lines('?category=facility&status=open')).slice(1)).toEqual([
      expect.stringMatching(/^3,Open,Facility management,Another window,/),
    ]);
    expect((await lines('?q=window&sort=openedAt')).slice(1)).toEqual([
      expect.stringMatching(/^2,/),
      expect.stringMatching(/^3,/),
    ]);
    expect((await lines('?reporter=U09')).length).toBe(2);
    expect((await api.call('GET /v1/tickets.csv?colour=red')).status).toBe(400);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('shows %s as the text that it is', async text => {
    await fileTicket(api, { description: text, location: text });

    expect((await lines())[1]).toContain(`,'${text},'${text},Ada,`);
  });

  test('keeps quotes, commas and line ends in their cell', async () => {
    await fileTicket(api, { description: 'The "quiet" room,\nnot quiet' });

    expect((await lines())[1]).toContain(',"The ""quiet"" room,\nnot quiet",');
  });

  test('has every ticket once, however many pages it takes, and at most so many as asked for', async () => {
    await api.db.execute(`insert into tickets (description, category, category_source, category_unsure, category_because,
        reporter_id, reporter_name, opened_at, modified_at)
      select 'ticket ' || n, 'it', 'auto', false, '{}', 'U01', 'Ada', now(), now() from generate_series(1, 1234) n`);

    const numbers = (await lines()).slice(1).map(line => Number(line.split(',')[0]));

    expect(numbers).toEqual(Array.from({ length: 1234 }, (_, index) => 1234 - index));
    expect((await lines('?limit=600')).length).toBe(601);
    expect((await lines('?limit=3')).length).toBe(4);
  });
});
