import type { Ticket } from '@campus-desk/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, createTestApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const both = 'No wifi in room 12. The window there does not close.';

async function file(description: string): Promise<Ticket> {
  const { body } = await api.call('POST /v1/tickets', { description, location: 'Room 12', actor: ada });
  return body;
}

const split = (number: number, body: object) => api.call(`POST /v1/tickets/${number}/split`, body);

describe('POST /v1/tickets', () => {
  test('answers the two problems that a description names, unsure of the category', async () => {
    const ticket = await file(both);

    expect(ticket).toMatchObject({
      category: 'it',
      categorySecond: 'facility',
      categoryUnsure: true,
      problems: [
        { category: 'it', text: 'No wifi in room 12.' },
        { category: 'facility', text: 'The window there does not close.' },
      ],
    });
  });

  test('answers none for one problem', async () => {
    expect(await file('No wifi')).not.toHaveProperty('problems');
  });

  test('answers none again once the ticket says something else', async () => {
    const filing = { description: both, actor: ada };
    const again = () => api.call('POST /v1/tickets', filing, { 'idempotency-key': 'the same view' });
    const first = await again();
    const repeated = await again();
    await api.call(`PATCH /v1/tickets/${first.body.number}`, {
      actor: ada,
      description: 'Something is broken',
    });

    expect(repeated.body).toEqual(first.body);
    expect((await again()).body).not.toHaveProperty('problems');
  });
});

describe('POST /v1/tickets/:number/split', () => {
  test('makes two tickets of two problems, the second following the first', async () => {
    const { number, version } = await file(both);

    const { status, body } = await split(number, { actor: ada, version });

    expect(status).toBe(201);
    expect(body.tickets).toMatchObject([
      { number, description: 'No wifi in room 12.', category: 'it', categoryUnsure: false },
      {
        description: 'The window there does not close.',
        category: 'facility',
        categoryUnsure: false,
        followUpOf: number,
        location: 'Room 12',
        reporter: { id: ada.id, name: ada.name },
        status: 'open',
      },
    ]);
  });

  test('is written into the history of both', async () => {
    const { number } = await file(both);
    const { body } = await split(number, { actor: ada });

    const second = body.tickets[1].number;
    const types = async (one: number) =>
      (await api.call(`GET /v1/tickets/${one}/events`)).body.events.map(({ type }: { type: string }) => type);
    expect(await types(number)).toEqual(['ticket.filed', 'ticket.edited']);
    expect(await types(second)).toEqual(['ticket.filed']);
  });

  test('the helpdesk may do it; the reporter stays who they are', async () => {
    const { number } = await file(both);

    const { body } = await split(number, { actor: ben });

    expect(body.tickets[1].reporter).toEqual({ id: ada.id, name: ada.name });
  });

  test('done twice by the same view it is refused, and makes no third ticket', async () => {
    const { number, version } = await file(both);
    await split(number, { actor: ada, version });

    const { status, body } = await split(number, { actor: ada, version });

    expect([status, body.code]).toEqual([409, 'version_conflict']);
    expect((await api.call('GET /v1/tickets')).body.total).toBe(2);
  });

  test('done by reporter and helpdesk at once it makes two tickets, and one of them is told of the other', async () => {
    const { number, version } = await file(both);

    const answers = await Promise.all([ada, ben].map(actor => split(number, { actor, version })));

    const refused = answers.find(({ status }) => status !== 201);
    expect(refused?.body).toMatchObject({ status: 409, code: 'version_conflict' });
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await api.call('GET /v1/tickets')).body.total).toBe(2);
  });

  test('where somebody changes the ticket at the same moment it makes no second one, or both are done', async () => {
    const { number, version } = await file(both);

    const [answer] = await Promise.all([
      split(number, { actor: ada, version }),
      api.call(`PATCH /v1/tickets/${number}`, { actor: ben, location: 'Room 13' }),
    ]);

    const { total } = (await api.call('GET /v1/tickets')).body;
    expect([answer.status, total]).toEqual(answer.status === 201 ? [201, 2] : [409, 1]);
  });

  test('a ticket of one problem is refused', async () => {
    const { number } = await file('No wifi');

    const { status, body } = await split(number, { actor: ada });

    expect([status, body.code]).toEqual([400, 'validation_failed']);
    expect((await api.call(`GET /v1/tickets/${number}`)).body.version).toBe(1);
  });

  test('a closed ticket is refused', async () => {
    const { number } = await file(both);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });

    expect(await split(number, { actor: ben })).toMatchObject({
      status: 409,
      body: { code: 'ticket_closed' },
    });
  });

  test('an unknown ticket is not found', async () => {
    expect(await split(4711, { actor: ada })).toMatchObject({ status: 404 });
  });
});
