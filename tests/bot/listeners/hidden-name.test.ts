import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const liam = 'U02LIAM';
const general = 'C02GENERAL';
let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ hints: false });
  await stack.person(ada).types(`@${stack.sandbox.botUserId}`, general, '/invite');
});
afterAll(() => stack.stop());

const helper = { id: ben, name: 'Ben Rossi', role: 'helpdesk' as const };

/** A ticket that Ada files by the form, with her name hidden. */
async function fileHidden(description: string): Promise<number> {
  const user = stack.person(ada);
  await user.types('new');
  await user.files({ description }, {}, { hideName: true });
  return newest();
}

async function newest(): Promise<number> {
  const { tickets } = await stack.api.client.listTickets({ role: 'helpdesk', limit: 1 });
  return tickets[0]?.number ?? 0;
}

const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });

/** The card of one side, and everything under it. */
async function thread(number: number, side: 'helpdesk' | 'reporter') {
  const threads = await stack.api.client.listThreads({ number });
  const root = threads.find(one => one.side === side);
  const all = stack.person(side === 'reporter' ? ada : ben).messages(root?.channel ?? '');
  return all.filter(({ ts, thread_ts: under }) => ts === root?.ts || under === root?.ts);
}

/** Everything of the app that a person has before them: modals, Home, what is said to them, their direct messages. */
function before(id: string): string {
  const { views, home } = stack.sandbox.snapshot(id);
  const person = stack.person(id);
  return JSON.stringify([views, home, person.ephemerals(), person.messages('dm')]);
}

describe('“Hide my name”', () => {
  test('is asked for in the form, and marked on helpdesk’s card and in the ticket of its reporter', async () => {
    const number = await fileHidden('The heating hisses');
    const user = stack.person(ada);
    await user.types(`${number}`);

    expect(await read(number)).toMatchObject({ nameHidden: true, reporter: { id: ada } });
    expect(user.reads()).toContain('Ada Okafor (name hidden from others)');
    await eventually(async () => {
      const [card] = await thread(number, 'helpdesk');
      expect(JSON.stringify(card)).toContain('Ada Okafor (name hidden from others)');
      const [own] = await thread(number, 'reporter');
      expect(JSON.stringify(own)).toContain('Only the helpdesk sees who reported this.');
    });
  });

  test('keeps the name from everything that another person gets', async () => {
    const number = await fileHidden('The beamer flickers');
    await stack.api.client.postMessage({
      number,
      actor: { id: ada, name: 'Ada Okafor', role: 'user' },
      body: 'Still so',
    });
    const other = stack.person(liam);
    const seen: string[] = [];
    const look = (word: string) => {
      const all = before(liam);
      expect(all).toContain(word);
      seen.push(all);
    };

    await other.types('list');
    look('The beamer flickers');
    await other.presses('CSV');
    await eventually(() => look('is on its way'));
    await other.types('search beamer');
    look('The beamer flickers');
    await other.types(`${number}`);
    look('Still so');
    await other.presses('Edit');
    look('Save');
    expect(other.reads()).not.toContain('Hide');
    await stack.api.client.changeTicket({
      number,
      actor: { id: ada, name: 'Ada Okafor', role: 'user' },
      location: 'Hall 1',
    });
    await other.submits({ description: 'The beamer flickers', location: 'Hall 2' });
    look('Somebody changed the location in the meantime');
    await stack.api.client.followTicket({
      number,
      userId: liam,
      actor: { ...helper, id: liam, role: 'user' },
    });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });
    await stack.api.client.postMessage({ number, actor: helper, body: 'A new lamp comes', toAll: true });
    await eventually(() => look('A new lamp comes'));
    await stack.sandbox.act({ type: 'open_home', as: liam });
    await eventually(() => look('Report a problem'));
    await stack.api.client.changeTicket({ number, actor: helper, status: 'closed' });
    await eventually(() => look(`closed ticket #${number}`));

    expect(seen.join('\n')).toContain('Somebody');
    expect(seen.join('\n')).not.toMatch(/U01ADA|Okafor/);
  });

  test('can be changed with “Edit”, by the reporter and by helpdesk, and nobody is told a line', async () => {
    const number = await fileHidden('The tap drips');
    const user = stack.person(ada);
    await user.types(`${number}`);
    await user.presses('Edit');
    await user.submits({ description: 'The tap drips' }, {}, {}, {}, { hideName: false });
    await eventually(async () => {
      const [card] = await thread(number, 'helpdesk');
      expect(JSON.stringify(card)).not.toContain('hidden');
    });
    const helpdesk = stack.person(ben);
    await helpdesk.types(`${number} as helpdesk`);
    await helpdesk.presses('Edit');
    await helpdesk.submits({ description: 'The tap drips' }, {}, {}, {}, { hideName: true });

    await eventually(async () => {
      const [card] = await thread(number, 'helpdesk');
      expect(JSON.stringify(card)).toContain('name hidden from others');
    });
    expect(await read(number)).toMatchObject({ nameHidden: true });
    expect(await thread(number, 'helpdesk')).toHaveLength(1);
    expect(await thread(number, 'reporter')).toHaveLength(1);
  });

  test('stands in the form of a follow-up as it was, and can be taken off', async () => {
    const number = await fileHidden('The lift is slow');
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'closed' });
    const card = await eventually(async () => {
      const [found] = await thread(number, 'reporter');
      if (found === undefined || !JSON.stringify(found).includes('follow-up')) throw new Error('not closed');
      return found;
    });
    const user = stack.person(ada);

    await user.pressesOn(card, 'Still broken? File a follow-up');
    expect(user.reads()).toContain('initial_options');
    await user.files({ description: 'The lift is slow' });
    expect(await read(await newest())).toMatchObject({ followUpOf: number, nameHidden: true });

    await user.pressesOn(card, 'Still broken? File a follow-up');
    await user.files({ description: 'The lift is slow' }, {}, { hideName: false });
    expect(await read(await newest())).toMatchObject({ followUpOf: number, nameHidden: false });
  });

  test('of a message in a channel brings the card to the direct messages', async () => {
    const said = await stack.person(chloe).says(general, 'The vending machine is empty');
    const ts = said.ok ? (said.ts ?? '') : '';
    const user = stack.person(ada);

    await user.uses('ticket.from-message', general, ts);
    await user.files({ description: 'The vending machine is empty' }, {}, { hideName: true });
    const number = await newest();

    await eventually(async () => expect(await thread(number, 'reporter')).toHaveLength(1));
    expect(user.reads()).not.toContain('in the thread of the message');
    const [card] = await thread(number, 'reporter');
    expect(card?.channel).not.toBe(general);
    const under = stack.person(liam).messages(general);
    expect(under.filter(({ user: by }) => by === stack.sandbox.botUserId)).toEqual([]);
  });

  test('of a message in a channel is not undone by the reaction that makes tickets', async () => {
    const said = await stack.person(ada).says(general, 'The blind is stuck');
    const ts = said.ok ? (said.ts ?? '') : '';
    const user = stack.person(ada);
    await user.uses('ticket.from-message', general, ts);
    await user.files({ description: 'The blind is stuck' }, {}, { hideName: true });
    const number = await newest();

    await stack.person(ben).reacts(general, ts, 'ticket');
    await stack.sandbox.settled();

    expect(await newest()).toBe(number);
  });

  test('asked for later takes the name away from under a message that others read', async () => {
    const said = await stack.person(ada).says(general, 'The printer jams');
    const ts = said.ok ? (said.ts ?? '') : '';
    const user = stack.person(ada);
    await user.uses('ticket.from-message', general, ts);
    await user.files({ description: 'The printer jams' });
    const number = await newest();
    const bots = () =>
      JSON.stringify(
        stack
          .person(liam)
          .messages(general)
          .filter(({ user: by }) => by === stack.sandbox.botUserId)
          .map(({ text, blocks }) => ({ text, blocks })),
      );
    const actor = { id: ada, name: 'Ada Okafor', role: 'user' as const };
    await stack.api.client.postMessage({ number, actor, body: 'It jams again' });
    await eventually(() => expect(bots()).toContain('It jams again'));
    expect(bots()).toContain('Ada Okafor');

    await stack.api.client.changeTicket({ number, actor, hideName: true });
    await stack.api.client.postMessage({ number, actor: helper, body: 'Which printer?' });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'closed' });

    await eventually(() => expect(bots()).toContain(`closed ticket #${number}`));
    await eventually(() => expect(bots()).not.toMatch(/Okafor|U01ADA/));
    expect(bots()).toContain('Which printer?');
  });

  test('of a ticket or its follow-up keeps the one from under the message that the other was made from', async () => {
    const actor = { id: ada, name: 'Ada Okafor', role: 'user' as const };
    for (const isLater of [true, false]) {
      const said = await stack.person(ada).says(general, `The door squeaks ${isLater}`);
      const user = stack.person(ada);
      await user.uses('ticket.from-message', general, said.ok ? (said.ts ?? '') : '');
      await user.files({ description: 'The door squeaks' });
      const earlier = await newest();
      await eventually(async () => expect(await thread(earlier, 'helpdesk')).toHaveLength(1));
      await eventually(async () => expect(await thread(earlier, 'reporter')).toHaveLength(2));
      if (!isLater) await stack.api.client.changeTicket({ number: earlier, actor, hideName: true });

      const filing = { actor, description: 'It squeaks again', followUpOf: earlier, hideName: isLater };
      const { number } = await stack.api.client.fileTicket(filing, { idempotencyKey: `squeak ${isLater}` });

      await eventually(async () =>
        expect(JSON.stringify(await thread(earlier, 'helpdesk'))).toContain(`ticket #${number}`),
      );
      await eventually(async () => expect(await thread(number, 'reporter')).toHaveLength(1));
      expect(await thread(earlier, 'reporter')).toHaveLength(2);
    }
  });

  test('stays hidden when what they wrote to everybody as helpdesk is edited', async () => {
    const number = await fileHidden('The sink drips');
    const { client } = stack.api;
    await client.followTicket({ number, userId: liam, actor: { ...helper, id: liam, role: 'user' } });
    const actor = { id: ada, name: 'Ada Okafor', role: 'helpdesk' as const };
    const { id } = await client.postMessage({ number, actor, body: 'Repaired at noon', toAll: true });
    const told = () => JSON.stringify(stack.person(liam).messages('dm'));
    await eventually(() => expect(told()).toContain('Repaired at noon'));

    await client.editMessage({ id, actor, body: 'Repaired at one' });

    await eventually(() => expect(told()).toContain('Repaired at one'));
    expect(told()).not.toMatch(/Okafor|U01ADA/);
    await eventually(async () =>
      expect(JSON.stringify(await thread(number, 'helpdesk'))).toContain('Ada Okafor'),
    );
  });
});
