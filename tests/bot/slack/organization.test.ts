import { Writable } from 'node:stream';
import { createLogger } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { eventually } from '../../support/eventually.ts';
import { eventBody, sendSigned } from '../signed-request.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

describe('an app of a whole organization', () => {
  const errors: Record<string, unknown>[] = [];
  let stack: StackWithPeople;
  beforeAll(async () => {
    const destination = new Writable({
      write(line, _encoding, done) {
        errors.push(JSON.parse(String(line)));
        done();
      },
    });
    const logger = createLogger({ level: 'error', destination });
    stack = await startStackWithPeople({ enterpriseId: 'E01UNIVERSITY', logger });
  });
  afterAll(() => stack.stop());

  test('gets payloads that name no workspace, and does what they ask for', async () => {
    await stack.person(ada).types('No WiFi in the reading room');
    await stack.person(ada).submits();
    const card = await eventually(() => {
      const found = stack
        .person(ben)
        .messages(helpdeskChannel)
        .find(({ text }) => text.includes('No WiFi'));
      if (found === undefined) throw new Error('There is no card yet.');
      return found;
    });
    await stack.person(ben).pressesOn(card, 'Start work');
    await stack.person(ben).says(helpdeskChannel, 'Which room?', card.ts);
    await stack.sandbox.settled();

    const presses = stack.sandbox.traffic().filter(({ what }) => what.startsWith('block_actions'));
    expect(presses.at(-1)?.request).toMatchObject({
      team: null,
      enterprise: { id: 'E01UNIVERSITY' },
      is_enterprise_install: true,
    });
    const [ticket] = (await stack.api.client.listTickets({ role: 'helpdesk' })).tickets;
    expect(ticket).toMatchObject({ status: 'active', assignee: { id: ben, name: 'Ben Hartmann' } });
    const { messages } = await stack.api.client.listMessages({ number: ticket?.number ?? 0 });
    expect(messages).toMatchObject([{ body: 'Which room?', actor: { id: ben, role: 'helpdesk' } }]);
  });

  test('tells its operator when a channel of helpdesk has a new id', async () => {
    const changed = { type: 'channel_id_changed', event_ts: '1800000001.000100' };
    const deliver = (from: string, to: string) =>
      sendSigned({
        stack,
        body: eventBody(
          { ...changed, old_channel_id: from, new_channel_id: to },
          { enterprise_id: 'E01UNIVERSITY' },
        ),
        type: 'application/json',
      });

    await deliver('C02GENERAL', 'C0ELSEWHERE');
    await deliver(helpdeskChannel, 'C0ANEW');

    expect(errors).toMatchObject([
      {
        from: helpdeskChannel,
        to: 'C0ANEW',
        advice: `Write C0ANEW instead of ${helpdeskChannel} in HELPDESK_CHANNEL, and start the bot again.`,
      },
    ]);
  });
});
