import { beforeEach, describe, expect, it } from 'vitest';
import { ada, ben, createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';

const smoke = 'Smoke is coming out of the projector';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

describe('filing', () => {
  it('is urgent where its words tell of danger, and its history says so', async () => {
    const { number } = await fileTicket(api, { description: 'Es riecht nach Gas im Keller' });

    const { body: ticket } = await api.call(`GET /v1/tickets/${number}`);
    const { body: history } = await api.call(`GET /v1/tickets/${number}/events`);
    expect(ticket.urgent).toBe(true);
    expect(history.events[0].changes.urgent).toEqual({ from: null, to: true });
  });

  it('is not urgent otherwise, and nothing is said of it', async () => {
    const { number } = await fileTicket(api, { description: 'The fire door does not close' });

    const { body: ticket } = await api.call(`GET /v1/tickets/${number}`);
    const { body: history } = await api.call(`GET /v1/tickets/${number}/events`);
    expect(ticket.urgent).toBe(false);
    expect(history.events[0].changes).not.toHaveProperty('urgent');
  });
});

describe('editing the description', () => {
  it('decides again', async () => {
    const { number } = await fileTicket(api);

    const { body: alarmed } = await api.call(`PATCH /v1/tickets/${number}`, {
      actor: ada,
      description: smoke,
    });
    const { body: calmed } = await api.call(`PATCH /v1/tickets/${number}`, {
      actor: ada,
      description: 'The projector is dusty, no smoke any more',
    });

    const { body: history } = await api.call(`GET /v1/tickets/${number}/events`);
    expect([alarmed.urgent, calmed.urgent]).toEqual([true, false]);
    expect(history.events[1].changes.urgent).toEqual({ from: false, to: true });
  });

  it('leaves what helpdesk has said', async () => {
    const { number } = await fileTicket(api, { description: smoke });
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, urgent: false });

    const { body } = await api.call(`PATCH /v1/tickets/${number}`, {
      actor: ada,
      description: `${smoke} again`,
    });

    expect(body.urgent).toBe(false);
  });
});

describe('urgent, set by hand', () => {
  it('is set and taken off by helpdesk, and recorded', async () => {
    const { number } = await fileTicket(api);

    const { body: set } = await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, urgent: true });
    const { body: takenOff } = await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, urgent: false });

    const { body: history } = await api.call(`GET /v1/tickets/${number}/events`);
    expect([set.urgent, takenOff.urgent, takenOff.version]).toEqual([true, false, 3]);
    expect(history.events.at(-1)).toMatchObject({
      type: 'ticket.edited',
      actor: { id: ben.id },
      changes: { urgent: { from: true, to: false } },
    });
  });

  it('to what it is already is kept: words do not decide it any more, and its history says so once', async () => {
    const { number } = await fileTicket(api, { description: smoke });

    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, urgent: true });
    const { body: again } = await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, urgent: true });
    const edit = { actor: ada, description: 'The projector is dusty' };
    const { body: edited } = await api.call(`PATCH /v1/tickets/${number}`, edit);

    const { body: history } = await api.call(`GET /v1/tickets/${number}/events`);
    expect([again.version, edited.version, edited.urgent]).toEqual([2, 3, true]);
    expect(history.events[1]).toMatchObject({
      type: 'ticket.edited',
      actor: { id: ben.id },
      changes: { urgentByHand: { from: false, to: true } },
    });
  });

  it('is not for users', async () => {
    const { number } = await fileTicket(api);

    const { status, body } = await api.call(`PATCH /v1/tickets/${number}`, { actor: ada, urgent: true });

    expect([status, body.code]).toEqual([403, 'forbidden_for_role']);
  });

  it('changes nothing of a closed ticket', async () => {
    const { number } = await startTicket(api);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });

    const { status, body } = await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, urgent: true });

    expect([status, body.code]).toEqual([409, 'ticket_closed']);
  });

  it('is won by one of two at once', async () => {
    const { number, version } = await fileTicket(api);

    const answers = await Promise.all(
      [true, true].map(urgent => api.call(`PATCH /v1/tickets/${number}`, { actor: ben, urgent, version })),
    );

    const { body: history } = await api.call(`GET /v1/tickets/${number}/events`);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(history.events).toHaveLength(2);
  });
});

describe('a list sorted by urgent', () => {
  async function fileMany(): Promise<void> {
    for (const description of ['cold', smoke, 'dark', 'Fire in the kitchen', 'loud']) {
      api.clock.pass(60);
      await fileTicket(api, { description });
    }
  }
  const list = async (query: string) => (await api.call(`GET /v1/tickets?${query}`)).body;
  const numbersOf = ({ tickets }: { tickets: { number: number }[] }) => tickets.map(({ number }) => number);

  it('has the urgent ones first, the oldest of each before the newer, page by page', async () => {
    await fileMany();
    const pages: number[][] = [];
    let cursor: string | null = null;

    do {
      const from: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await list(`role=helpdesk&status=open,active&sort=urgent&limit=2${from}`);
      pages.push(numbersOf(page));
      cursor = page.nextCursor;
    } while (cursor !== null);

    const [first = 0] = (await list('sort=openedAt')).tickets.map(({ number }: { number: number }) => number);
    expect(pages.flat().map(number => number - first)).toEqual([1, 3, 0, 2, 4]);
  });

  it('is by opening alone where closed ones are asked for too', async () => {
    await fileMany();

    const queue = await list('role=helpdesk&sort=urgent');

    expect(numbersOf(queue)).toEqual(numbersOf(await list('role=helpdesk&sort=openedAt')));
  });

  it('is not how users see their tickets unless they ask', async () => {
    await fileMany();

    expect(numbersOf(await list('role=user'))).toEqual(numbersOf(await list('role=user&sort=-openedAt')));
  });
});

describe('other doors', () => {
  it('says of words whether they tell of danger, and stores nothing', async () => {
    const danger = await api.call('POST /v1/categorise', { text: smoke });
    const none = await api.call('POST /v1/categorise', { text: 'No smoke, only dust' });

    expect([danger.body.urgent, none.body.urgent]).toEqual([true, false]);
  });

  it('has it in the CSV', async () => {
    await fileTicket(api, { description: smoke });

    const { body } = await api.call('GET /v1/tickets.csv?role=helpdesk');

    expect(body.split('\r\n')[0]).toMatch(/,Urgent$/);
    expect(body.split('\r\n')[1]).toMatch(/,yes$/);
  });
});
