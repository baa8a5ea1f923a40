import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { answerAt } from '../../../support/answers.ts';
import { eventually } from '../../../support/eventually.ts';
import { eventBody, sendSigned } from '../../signed-request.ts';
import { ben, chloe, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterAll(() => stack.stop());

const channel = helpdeskChannel;

async function say(as: string, text: string, threadTs?: string): Promise<string> {
  const said = await stack.person(as).says(channel, text, threadTs);
  if (!said.ok || said.ts === undefined) throw new Error('Not said.');
  return said.ts;
}

async function react(as: string, ts: string, name = 'ticket'): Promise<void> {
  await stack.person(as).reacts(channel, ts, name);
  await stack.sandbox.settled();
}

const all = async () => (await stack.api.client.listTickets({ role: 'helpdesk', limit: 100 })).tickets;
const about = async (words: string) => (await all()).filter(({ description }) => description.includes(words));

describe('the reaction :ticket:', () => {
  test('makes a ticket of the message, for its author, under which the card stands', async () => {
    const ts = await say(chloe, 'The <b>beamer</b> in 2.14 is dark');
    await say(ben, 'Since this morning', ts);

    await react(ben, ts);

    const [ticket] = await about('beamer');
    expect(ticket).toMatchObject({
      description: 'The <b>beamer</b> in 2.14 is dark',
      reporter: { id: chloe, name: 'Chloé Dubois' },
      source: { permalink: expect.stringContaining(ts.replace('.', '')) },
    });
    const number = ticket?.number ?? 0;
    expect(stack.person(ben).ephemerals().at(-1)).toBe(`Ticket #${number} is filed for Chloé Dubois.`);
    const { events } = await stack.api.client.listEvents({ number, role: 'helpdesk' });
    expect(events[0]).toMatchObject({ type: 'ticket.filed', actor: { id: ben, role: 'helpdesk' } });
    await eventually(async () => {
      const { messages } = await stack.api.client.listMessages({ number });
      expect(messages).toMatchObject([{ body: 'Since this morning' }]);
      const lines = stack
        .person(chloe)
        .messages(channel)
        .map(({ text }) => text);
      expect(lines).toContain(`Ben Hartmann reported ticket #${number} for you.`);
    });
  });

  test('on one’s own message is the act of a user', async () => {
    const ts = await say(chloe, 'The kettle is on strike');

    await react(chloe, ts);

    const [ticket] = await about('kettle');
    const { events } = await stack.api.client.listEvents({ number: ticket?.number ?? 0, role: 'helpdesk' });
    expect(events[0]?.actor).toEqual({ id: chloe, name: 'Chloé Dubois', role: 'user' });
  });

  test('makes one ticket however often and by whom it is given', async () => {
    const ts = await say(chloe, 'The tap drips');

    await Promise.all([react(ben, ts), react(chloe, ts)]);
    await react(ben, ts);
    await react(ben, ts);

    expect(await about('tap drips')).toHaveLength(1);
  });

  test('in a ticket’s thread says which ticket that is', async () => {
    const root = await say(chloe, 'The blind is torn');
    await react(ben, root);
    const [ticket] = await about('blind is torn');
    await eventually(() => stack.api.client.findThread({ channel, ts: root }));
    const reply = await say(chloe, 'Second window', root);

    await react(ben, reply);

    expect(stack.person(ben).ephemerals().at(-1)).toBe(
      `That message belongs to ticket #${ticket?.number} already.`,
    );
  });

  test('is the only one that does', async () => {
    const before = (await all()).length;
    const ts = await say(chloe, 'Nice work');

    await react(ben, ts, 'tada');

    expect(await all()).toHaveLength(before);
  });

  test('by somebody of another workspace, who shares the channel with ours, makes none', async () => {
    const ts = await say(chloe, 'The fountain is dry');
    const otto = { id: 'U99OTTO', team_id: 'T99', is_stranger: true, profile: { real_name: 'Otto' } };
    answerAt(new URL(stack.sandbox.apiUrl).origin, { allowUnmocked: true })
      .post('/api/users.info', body => body.user === otto.id)
      .reply(200, { ok: true, user: otto });
    const item = { type: 'message', channel, ts };
    const event = { type: 'reaction_added', user: otto.id, reaction: 'ticket', item, item_user: chloe };

    const { status } = await sendSigned({ stack, body: eventBody(event), type: 'application/json' });

    expect(status).toBe(200);
    expect(await about('fountain')).toEqual([]);
  });

  test('where the API is away is not acknowledged, and makes the ticket when Slack sends it again', async () => {
    const ts = await say(chloe, 'The escalator hums');
    const item = { type: 'message', channel, ts };
    const event = { type: 'reaction_added', user: ben, reaction: 'ticket', item, item_user: chloe };
    const deliver = () => sendSigned({ stack, body: eventBody(event), type: 'application/json' });

    stack.gate.shut();
    expect((await deliver()).status).toBe(503);
    stack.gate.open();
    expect((await deliver()).status).toBe(200);

    expect(await about('escalator')).toHaveLength(1);
  });
});
