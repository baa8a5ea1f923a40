import type { SlackRef } from '@campus-desk/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ mode: 'socket' });
});
afterEach(async () => {
  stack.gate.open();
  // An event that was answered late is on its way again: it must not meet the next test's outage.
  await stack.sandbox.settled();
});
afterAll(() => stack.stop());

describe('over Socket Mode', () => {
  test('a ticket is filed as over HTTP', async () => {
    const user = stack.person(ada);

    await user.types('the projector of hall 1 is dark');
    const sent = await user.submits({ description: 'the projector of hall 1 is dark' });

    expect(sent).toEqual({ ok: true });
    expect(user.titles()).toEqual(['Ticket #1 filed']);
  });

  test('a form keeps its text while the API is away', async () => {
    const user = stack.person(ada);
    await user.types('a lamp is broken');
    stack.gate.shut();

    const refused = await user.submits({ description: 'a lamp is broken' });
    stack.gate.open();

    expect(refused.ok).toBe(false);
    expect(Object.keys(user.view().errors)).toEqual(['description']);
  });

  test('wrong input gets its line', async () => {
    const user = stack.person(ada);

    await user.types('list purple');

    expect(user.ephemerals().at(-1)).toContain('There is no status “purple”.');
  });

  test('the health checks have a server of their own', async () => {
    const [alive, ready, other] = await Promise.all(
      ['/healthz', '/readyz', '/slack/events'].map(path => fetch(`${stack.bot.url}${path}`)),
    );

    expect([alive?.status, ready?.status, other?.status]).toEqual([200, 200, 404]);
  });
});

/** A new ticket's thread of the helpdesk, as soon as it is there. */
async function ticketWithThread(): Promise<{ number: number; thread: SlackRef }> {
  const { number } = await fileTicket(stack.api);
  const thread = await eventually(async () => {
    const threads = await stack.api.client.listThreads({ number });
    const found = threads.find(({ side }) => side === 'helpdesk');
    expect(found).toBeDefined();
    return { channel: found?.channel ?? '', ts: found?.ts ?? '' };
  });
  return { number, thread };
}

/** What a person writes into the thread, when the API has it. */
async function say({ number, thread, text }: { number: number; thread: SlackRef; text: string }) {
  const said = await stack.person(ben).says(thread.channel, text, thread.ts);
  await eventually(async () => expect(await bodiesOf(number)).toContain(text));
  return said.ok ? (said.ts ?? '') : '';
}

async function bodiesOf(number: number): Promise<(string | null)[]> {
  const { messages } = await stack.api.client.listMessages({ number, role: 'helpdesk' });
  return messages.map(({ body, deletedAt }) => (deletedAt === null ? body : null));
}

/** How the deliveries of a message went, as far as they are answered. */
function deliveriesOf(text: string): string[] {
  const delivered = stack.sandbox.traffic().filter(({ request }) => textOf(request.event) === text);
  return delivered.map(({ status }) => status);
}

function textOf(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'text' in event ? event.text : undefined;
}

/** Where the machine is slow, a repetition of an earlier test's event may be among them. */
async function waitingEvents(): Promise<number> {
  const metrics = await (await fetch(`${stack.bot.url}/metrics`)).text();
  return Number(/^campus_desk_waiting_events\{.*\} (\d+)$/m.exec(metrics)?.[1]);
}

describe('what came over the socket while the API was away', () => {
  test('is stored when it is back: messages, an edit and a deletion, each once and in order', async () => {
    const { number, thread } = await ticketWithThread();
    const kept = await say({ number, thread, text: 'Which rom?' });
    const gone = await say({ number, thread, text: 'Never mind' });
    const helper = stack.person(ben);
    await stack.sandbox.settled();

    stack.gate.shut();
    await helper.says(thread.channel, 'First', thread.ts);
    await eventually(async () => expect(await waitingEvents()).toBeGreaterThanOrEqual(1));
    await helper.says(thread.channel, 'Second', thread.ts);
    await helper.edits(thread.channel, kept, 'Which room?');
    await helper.deletes(thread.channel, gone);
    await eventually(async () => expect(await waitingEvents()).toBeGreaterThanOrEqual(4));
    stack.gate.open();

    await eventually(async () => expect(await waitingEvents()).toBe(0));
    expect(await bodiesOf(number)).toEqual(['Which room?', null, 'First', 'Second']);
  });

  test('is stored in the thread of a closed ticket too, which no catch-up reads', async () => {
    const { number, thread } = await ticketWithThread();
    const helper = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'closed' });

    stack.gate.shut();
    await stack.person(ben).says(thread.channel, 'One more thing', thread.ts);
    await eventually(async () => expect(await waitingEvents()).toBeGreaterThanOrEqual(1));
    stack.gate.open();

    await eventually(async () => expect(await bodiesOf(number)).toEqual(['One more thing']));
  });

  test('is acknowledged only then', async () => {
    const { number, thread } = await ticketWithThread();
    const helper = stack.person(ben);
    stack.gate.shut();

    await helper.says(thread.channel, 'Which room?', thread.ts);
    await eventually(async () => expect(await waitingEvents()).toBeGreaterThanOrEqual(1));
    const unanswered = deliveriesOf('Which room?');
    stack.gate.open();
    await stack.sandbox.settled();

    expect(unanswered).toEqual([]);
    expect(deliveriesOf('Which room?')).toContain('ok');
    expect(await bodiesOf(number)).toEqual(['Which room?']);
  });
});

describe('the connection', () => {
  const opened = () => stack.sandbox.traffic().filter(({ what }) => what === 'apps.connections.open');

  test('comes back at once when Slack refreshes it', async () => {
    const { number, thread } = await ticketWithThread();

    stack.sandbox.refreshSockets('refresh_requested');
    await eventually(() => expect(opened()).toHaveLength(2));

    await say({ number, thread, text: 'Which room?' });
    expect(await bodiesOf(number)).toEqual(['Which room?']);
  });

  test('ends quietly while it is just coming back', async () => {
    stack.sandbox.trouble.set({
      methods: { 'apps.connections.open': { kind: 'error', error: 'internal_error' } },
    });
    stack.sandbox.refreshSockets('refresh_requested');
    await eventually(() => expect(opened().at(-1)).toMatchObject({ status: 'refused' }));

    await stack.bot.stop();
    const before = opened().length;
    stack.sandbox.trouble.reset();
    await stack.person(ada).says('C02GENERAL', 'hello');

    expect(opened()).toHaveLength(before);
  });
});
