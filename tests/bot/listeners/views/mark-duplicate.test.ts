import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { closeTicket, fileTicket, startTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const mei = 'U03MEI';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const reporterOf = (id: string) => ({ id, name: id === ada ? 'Ada Okafor' : 'Mei Tanaka', role: 'user' });
const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });
const blocksOf = (card: SandboxMessage) => JSON.stringify(card.blocks);

function cardOf(number: number): SandboxMessage {
  const messages = stack.person(ben).messages(helpdeskChannel);
  const found = messages.find(({ text }) => text.startsWith(`Ticket #${number}:`));
  if (found === undefined) throw new Error(`There is no card of ticket #${number} yet.`);
  return found;
}

/** Two tickets about one problem: Ada's, and a later one of somebody else. */
async function twice(words = 'No WiFi in the reading room'): Promise<{ original: number; other: number }> {
  const original = (await fileTicket(stack.api, { actor: reporterOf(ada), description: words })).number;
  const other = (await fileTicket(stack.api, { actor: reporterOf(mei), description: words })).number;
  await eventually(() => [cardOf(original), cardOf(other)]);
  return { original, other };
}

/** The lines that the reporter of the later ticket reads in the direct messages, without cards. */
const lines = (who: string, about: string) =>
  stack
    .person(who)
    .messages('dm')
    .filter(({ thread_ts: root, ts }) => root !== undefined && root !== ts)
    .map(({ text }) => text)
    .filter(text => text.includes(about));

async function mark(number: number, typed: string): Promise<void> {
  await stack.person(ben).chooses(cardOf(number), 'Duplicate of');
  await stack.person(ben).submits({ duplicateOf: typed });
}

describe('“Duplicate of”', () => {
  test('by its number: both cards say so, and the reporter reads one line in their thread', async () => {
    const { original, other } = await twice();

    await mark(other, `#${original}`);

    expect(stack.person(ben).titles()).toEqual([]);
    expect(await read(other)).toMatchObject({ duplicateOf: original });
    await eventually(() => {
      expect(blocksOf(cardOf(other))).toContain(`"Ticket #${original}"`);
      expect(blocksOf(cardOf(original))).toContain('"2 people"');
      expect(blocksOf(cardOf(original))).toContain(`"#${other}"`);
      expect(lines(mei, `ticket #${other} is about`)).toEqual([
        `Ben Hartmann found that ticket #${other} is about the same problem as ticket #${original}, which is worked on for both. You will be told here how it goes on.`,
      ]);
    });
    const { events } = await stack.api.client.listEvents({ number: other, role: 'helpdesk' });
    expect(events.at(-1)).toMatchObject({ type: 'ticket.duplicated', actor: { id: ben, role: 'helpdesk' } });
  });

  test('leaves the duplicate’s card what makes sense, and “Not a duplicate” takes it back', async () => {
    const { original, other } = await twice();
    await mark(other, `${original}`);
    await eventually(() => expect(blocksOf(cardOf(other))).toContain('"Not a duplicate"'));
    for (const gone of ['"Start work"', '"Edit"', '"Category"', '"Hand over"', '"Duplicate of"'])
      expect(blocksOf(cardOf(other))).not.toContain(gone);

    await stack.person(ben).pressesOn(cardOf(other), `View ticket #${original}`);
    expect(stack.person(ben).titles()).toEqual([`Ticket #${original}`]);
    await stack.person(ben).pressesOn(cardOf(other), 'Not a duplicate');

    expect(await read(other)).toMatchObject({ duplicateOf: null });
    expect(blocksOf(cardOf(other))).toContain('"Start work"');
    await eventually(() => {
      expect(blocksOf(cardOf(original))).not.toContain('people"');
      expect(lines(mei, 'of its own')).toContain(
        `Ben Hartmann found that ticket #${other} is a problem of its own after all.`,
      );
    });
  });

  test('offers tickets with the same words, of which one is chosen', async () => {
    const { original, other } = await twice('The projector hums in D major');
    const helper = stack.person(ben);

    await helper.chooses(cardOf(other), 'Duplicate of');
    expect(helper.reads()).toContain(`#${original} The projector hums in D major`);
    expect(helper.reads()).not.toContain(`#${other} The projector`);
    await helper.submits({}, {}, {}, { similar: `${original}` });

    expect(await read(other)).toMatchObject({ duplicateOf: original });
  });

  test('offers first what tells of the same in another language, then what only has words of it', async () => {
    const { number: original } = await fileTicket(stack.api, {
      actor: reporterOf(ada),
      description: 'The heating in the canteen is broken',
      location: 'Canteen',
    });
    const { number: stranger } = await fileTicket(stack.api, {
      actor: reporterOf(ada),
      description: 'La carta della mensa non si legge',
    });
    const { number: other } = await fileTicket(stack.api, {
      actor: reporterOf(mei),
      description: 'Il riscaldamento della mensa non funziona',
      location: 'Canteen',
    });
    await eventually(() => cardOf(other));
    const helper = stack.person(ben);

    await helper.chooses(cardOf(other), 'Duplicate of');

    const offered = [...helper.reads().matchAll(/"value":"(\d+)"/g)].map(([, number]) => Number(number));
    expect(offered).toEqual([original, stranger]);
  });

  test('of a ticket that somebody changed in the meantime says who did, and goes on when pressed again', async () => {
    const { original, other } = await twice('The lamp above the sink flickers');
    const helper = stack.person(ben);
    await helper.chooses(cardOf(other), 'Duplicate of');
    const actor = { id: chloe, name: 'Chloé Dubois', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number: other, actor, location: 'Kitchen' });

    await helper.submits({}, {}, {}, { similar: `${original}` });

    expect(helper.reads()).toContain('Chloé Dubois changed this ticket in the meantime.');
    expect(helper.reads()).toMatch(new RegExp(`"initial_option":\\{[^}]*\\{[^}]*#${original} `));
    await helper.submits({}, {}, {}, { similar: `${original}` });
    expect(await read(other)).toMatchObject({ duplicateOf: original });
  });

  test('keeps the form open and says in people’s words what is wrong with the number', async () => {
    const { other } = await twice();
    const closed = (await closeTicket(stack.api, { actor: reporterOf(ada) })).number;
    const helper = stack.person(ben);
    await helper.chooses(cardOf(other), 'Duplicate of');

    for (const [typed, message] of [
      ['', 'Choose a ticket or type its number.'],
      ['the lift', 'Type the number of a ticket, such as 12.'],
      [`${other}`, 'A ticket is no duplicate of itself. Name another one.'],
      ['99999', 'There is no ticket #99999. Look at its number again.'],
      [`${closed}`, `Ticket #${closed} is closed. Name one that is still open or active.`],
    ] as const) {
      await helper.submits({ duplicateOf: typed });
      expect(helper.view().errors).toEqual({ duplicateOf: message });
    }
    expect(await read(other)).toMatchObject({ duplicateOf: null });
  });

  test('by two people at once tells the slower one who was quicker', async () => {
    const { original, other } = await twice();
    const { original: third } = await twice();
    await stack.person(ben).chooses(cardOf(other), 'Duplicate of');
    await stack.person(chloe).chooses(cardOf(other), 'Duplicate of');
    await stack.person(chloe).submits({ duplicateOf: `${original}` });

    await stack.person(ben).submits({ duplicateOf: `${third}` });

    expect(stack.person(ben).titles()).toEqual([`Duplicate: #${other}`]);
    expect(stack.person(ben).reads()).toContain('Chloé Dubois changed this ticket in the meantime.');
  });

  test('is not closed by somebody who has not seen that it is one', async () => {
    const { original, other } = await twice();
    const helper = stack.person(ben);
    const actor = { id: chloe, name: 'Chloé Dubois', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number: original, actor, status: 'active' });
    await eventually(() => expect(blocksOf(cardOf(original))).toContain('"Close"'));
    await helper.pressesOn(cardOf(original), 'Close');
    await stack.api.client.changeTicket({ number: other, actor, duplicateOf: original });

    await helper.submits({ closingNote: 'A new router' });

    expect(await read(other)).toMatchObject({ status: 'open' });
    expect(helper.reads()).toContain('Chloé Dubois changed this ticket in the meantime.');
    expect(helper.reads()).toContain(`Its duplicate #${other}`);
    expect(helper.reads()).toContain('"initial_value":"A new router"');
    await helper.submits({ closingNote: 'A new router' });
    expect(await read(other)).toMatchObject({ status: 'closed', closingNote: 'A new router' });
  });

  test('of another ticket by now stays one when an old “Not a duplicate” is pressed', async () => {
    const { original, other } = await twice();
    const { original: third } = await twice();
    await mark(other, `${original}`);
    await eventually(() => expect(blocksOf(cardOf(other))).toContain('"Not a duplicate"'));
    const stale = cardOf(other);
    const actor = { id: chloe, name: 'Chloé Dubois', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number: other, actor, duplicateOf: third });

    await stack.person(ben).pressesOn(stale, 'Not a duplicate');

    expect(await read(other)).toMatchObject({ duplicateOf: third });
  });

  test('can be said of a ticket with very many words of any script', async () => {
    const { original } = await twice();
    const { number } = await fileTicket(stack.api, {
      description: 'Не работает интернет в читальном зале. '.repeat(75),
    });
    await eventually(() => cardOf(number));

    await mark(number, `${original}`);

    expect(await read(number)).toMatchObject({ duplicateOf: original });
  });

  test('is closed with its original, of which its reporter reads one line with the note', async () => {
    const { original, other } = await twice();
    await mark(other, `${original}`);
    const actor = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number: original, actor, status: 'active' });

    await stack.api.client.changeTicket({
      number: original,
      actor,
      status: 'closed',
      closingNote: 'The power is back',
    });

    await eventually(() => {
      expect(lines(mei, `closed ticket #${other}`)).toEqual([
        `<@${mei}>: Ben Hartmann closed ticket #${other} together with ticket #${original}. What was done: The power is back`,
      ]);
      expect(cardOf(other).text).toContain('Closed');
    });
    expect(lines(mei, `started work on ticket #${other}`)).toEqual([]);
  });

  test('stays open as a ticket of its own when its original is closed without it', async () => {
    const { original, other } = await twice();
    const helper = stack.person(ben);
    const actor = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number: original, actor, status: 'active' });
    await mark(other, `${original}`);
    await eventually(() => expect(blocksOf(cardOf(original))).toContain(`"#${other}"`));

    await helper.pressesOn(cardOf(original), 'Close');
    await helper.submits({ closingNote: 'A new router' }, {}, {}, {}, { closeDuplicates: false });

    expect(await read(original)).toMatchObject({ status: 'closed', closingNote: 'A new router' });
    expect(await read(other)).toMatchObject({ status: 'open', duplicateOf: null });
    await eventually(() => {
      expect(blocksOf(cardOf(other))).toContain('"Start work"');
      expect(lines(mei, `ticket #${other} is a problem of its own`)).toHaveLength(1);
    });
    expect(lines(mei, 'closed ticket')).not.toContainEqual(expect.stringContaining(`#${original}`));
  });

  test('of a ticket whose work began meanwhile refuses the old button and says why', async () => {
    const { number } = await startTicket(stack.api, { actor: reporterOf(mei) });
    const { original } = await twice();
    await eventually(() => expect(blocksOf(cardOf(number))).toContain('"Close"'));
    const stale = cardOf(number);
    const actor = { id: chloe, name: 'Chloé Dubois', role: 'helpdesk' } as const;
    await stack.person(ben).pressesOn(stale, 'Close');
    await stack.api.client.changeTicket({ number, actor, duplicateOf: original });

    await stack.person(ben).submits({ closingNote: 'Done' });

    expect(stack.person(ben).view().errors.closingNote).toBe(
      `Ticket #${number} is a duplicate of #${original} and is closed with it. If it is another problem, take that back first.`,
    );
  });
});
