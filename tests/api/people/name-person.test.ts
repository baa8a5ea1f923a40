import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

const unnamed = { id: 'U0UNKNOWN', name: 'U0UNKNOWN' };

describe('a person’s name', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await createTestApi();
  });
  afterEach(() => api.close());

  const name = (id: string, name: string) => api.call(`PUT /v1/people/${id}/name`, { name });
  const unnamedIds = async () => (await api.call('GET /v1/people/unnamed')).body.ids;

  test('stands everywhere its id stood, once it is known', async () => {
    await fileTicket(api, { actor: { ...unnamed, role: 'user' } });
    await api.call('PATCH /v1/tickets/1', { actor: { ...unnamed, role: 'helpdesk' }, status: 'active' });
    await api.call('POST /v1/tickets/1/messages', { actor: { ...unnamed, role: 'helpdesk' }, body: 'Hello' });
    const before = (await api.call('GET /v1/tickets/1')).body;

    const answer = await name('U0UNKNOWN', 'Uma Nilsson');

    expect(answer).toMatchObject({
      status: 200,
      body: { person: { id: 'U0UNKNOWN', name: 'Uma Nilsson' }, tickets: 1 },
    });
    const person = { id: 'U0UNKNOWN', name: 'Uma Nilsson' };
    const after = (await api.call('GET /v1/tickets/1')).body;
    expect(after).toEqual({ ...before, reporter: person, assignee: person });
    const { body: conversation } = await api.call('GET /v1/tickets/1/messages');
    expect(conversation.messages).toMatchObject([{ actor: person }]);
    const { body: history } = await api.call('GET /v1/tickets/1/events');
    expect(history.events).toMatchObject([
      { type: 'ticket.filed', actor: person },
      { type: 'ticket.started', actor: person },
      { type: 'message.posted', actor: person },
      { type: 'person.named', actor: person, changes: { name: { from: 'U0UNKNOWN', to: 'Uma Nilsson' } } },
    ]);
    expect(await unnamedIds()).toEqual([]);
  });

  test('is missing for the Slack users whose id stands for it, and for nobody else', async () => {
    await fileTicket(api, { actor: { ...unnamed, role: 'user' } });
    await fileTicket(api, { actor: ada });
    await api.call('PATCH /v1/tickets/2', {
      actor: { id: 'robot-7', name: 'robot-7', role: 'helpdesk' },
      status: 'active',
    });
    await api.call('POST /v1/tickets/2/messages', {
      actor: { id: 'W02', name: 'W02', role: 'user' },
      body: 'x',
    });

    expect((await unnamedIds()).toSorted()).toEqual(['U0UNKNOWN', 'W02']);
  });

  test('that somebody has is kept', async () => {
    await fileTicket(api, { actor: ada });

    const answer = await name(ada.id, 'Somebody Else');

    expect(answer.body.tickets).toBe(0);
    expect((await api.call('GET /v1/tickets/1')).body.reporter.name).toBe(ada.name);
    expect((await api.call('GET /v1/tickets/1/events')).body.events).toHaveLength(1);
  });

  test('is one event a ticket, however often it is filled in', async () => {
    await fileTicket(api, { actor: { ...unnamed, role: 'user' } });
    await fileTicket(api, { actor: { ...unnamed, role: 'user' } });
    await fileTicket(api, { actor: ben });

    await Promise.all([name('U0UNKNOWN', 'Uma'), name('U0UNKNOWN', 'Uma'), name('U0UNKNOWN', 'Uma')]);

    const { body } = await api.call('GET /v1/outbox');
    const named = body.events.filter(({ type }: { type: string }) => type === 'person.named');
    expect(named.map(({ ticketNumber }: { ticketNumber: number }) => ticketNumber)).toEqual([1, 2]);
  });
});
