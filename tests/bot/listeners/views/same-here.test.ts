import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const liam = 'U02LIAM';
let stack: StackWithPeople;
let count = 0;
/** A room of its own, so that the tickets of one test are strangers to those of the others. */
let room = '';

beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const reported = 'It is much too cold, the heating is off';
const typed = 'aula fredda, riscaldamento spento';
const actor = { id: ada, name: 'Ada Okafor', role: 'user' as const };

/** A ticket of Ada's in a room where nothing else was reported. */
async function hasReported(description = reported) {
  count += 1;
  room = `2.${10 + count}`;
  const filing = { description, location: `Room ${room}`, actor };
  return stack.api.client.fileTicket(filing, { idempotencyKey: `same-here-${count}` });
}

/** Somebody who has a filing form open, and typed where it is cold. */
async function typing(id = liam) {
  const user = stack.person(id);
  await user.types('new');
  await user.fills('description', `${typed} ${room}`);
  return user;
}

const numbers = async () =>
  (await stack.api.client.listTickets({ limit: 100 })).tickets.map(({ number }) => number);
const followers = async (number: number) =>
  (await stack.api.client.listFollowers({ number, role: 'helpdesk' })).map(({ userId }) => userId);

describe('tickets that are there already', () => {
  test('are offered while somebody types, in any language, with how many people and nobody’s name', async () => {
    const { number } = await hasReported();
    await stack.api.client.followTicket({ number, userId: chloe, actor: { ...actor, id: chloe } });

    const user = await typing();

    await eventually(() => expect(user.reads()).toContain(`#${number} · Open`));
    expect(user.reads()).toContain(`#${number} · Open\\n${reported}`);
    expect(user.reads()).toContain(`Room ${room} · 2 people`);
    expect(user.reads()).not.toContain('Ada Okafor');
    expect(user.reads()).toContain('No, mine is different');
  });

  test('are joined by “Same here”: the person follows, no second ticket is made, the form confirms it', async () => {
    const { number } = await hasReported();
    const user = await typing();
    await eventually(() => expect(user.reads()).toContain('Same here'));
    const before = await numbers();

    await user.presses('Same here');

    expect(user.titles()).toEqual([`Same here: #${number}`]);
    expect(user.reads()).toContain('2 people');
    expect(user.reads()).toContain('You are told when work on it begins, when it is done');
    expect(await followers(number)).toEqual([liam]);
    expect(await numbers()).toEqual(before);
    await eventually(() =>
      expect(
        JSON.stringify(
          stack
            .person(ben)
            .messages('C01HELPDESK')
            .find(({ text }) => text.startsWith(`Ticket #${number}:`)),
        ),
      ).toContain('2 people'),
    );
  });

  test('are left again by “Not mine any more”', async () => {
    const { number } = await hasReported();
    const user = await typing();
    await eventually(() => expect(user.reads()).toContain('Same here'));
    await user.presses('Same here');

    await user.presses('Not mine any more');

    expect(user.titles()).toEqual([`Ticket #${number}`]);
    expect(user.reads()).toContain(`You are told of ticket #${number} no longer.`);
    expect(await followers(number)).toEqual([]);
  });

  test('are not left by who has reported a duplicate, and is told so', async () => {
    const { number } = await hasReported();
    const user = await typing();
    await eventually(() => expect(user.reads()).toContain('Same here'));
    await user.presses('Same here');
    const filing = { description: reported, location: null, actor: { ...actor, id: liam, name: 'Liam' } };
    const own = await stack.api.client.fileTicket(filing, { idempotencyKey: `same-here-own-${number}` });
    const helper = { id: ben, name: 'Ben', role: 'helpdesk' as const };
    await stack.api.client.changeTicket({ number: own.number, actor: helper, duplicateOf: number });

    await user.presses('Not mine any more');

    expect(user.reads()).toContain(
      `You are told of ticket #${number} as long as your ticket #${own.number} is a duplicate of it.`,
    );
    expect(await followers(number)).toEqual([liam]);
  });

  test('tell who joined in direct messages when work begins, with the way out', async () => {
    const { number } = await hasReported();
    const user = await typing();
    await eventually(() => expect(user.reads()).toContain('Same here'));
    await user.presses('Same here');
    const helper = { id: ben, name: 'Ben', role: 'helpdesk' as const };

    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });

    const line = () =>
      user.messages('dm').find(({ text }) => text.includes(`started work on ticket #${number}`));
    await eventually(() => expect(line()).toBeDefined());
    const told = line();
    if (told === undefined) throw new Error('Nothing was told.');
    await user.pressesOn(told, 'Not mine any more');
    expect(await followers(number)).toEqual([]);
    expect(user.ephemerals().at(-1)).toBe(`You are told of ticket #${number} no longer.`);
  });

  test('are not offered any more after “No, mine is different”, nor asked about, and what was typed stays', async () => {
    const { number } = await hasReported();
    const user = await typing();
    await eventually(() => expect(user.reads()).toContain('Same here'));
    const words = `${typed} ${room}, finestra`;

    await user.presses('No, mine is different', undefined, { description: words, location: 'by the window' });

    expect(user.reads()).not.toContain('Same here');
    expect(user.reads()).toContain(`"initial_value":"${words}"`);
    expect(user.reads()).toContain('"initial_value":"by the window"');
    await user.fills('description', `${typed} ${room}`);
    await stack.bot.settled();
    expect(user.reads()).not.toContain('Same here');
    await user.submits({ description: `${typed} ${room}` });
    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
    expect(await followers(number)).toEqual([]);
  });

  test('are asked about once before filing, with everything typed still there, and Send again files', async () => {
    const { number } = await hasReported();
    const user = stack.person(liam);
    await user.types('new');
    const fields = { description: `${reported} again`, location: `room ${room}` };

    const first = await user.submits(fields);

    expect(first).toEqual({ ok: true });
    expect(user.titles()).toEqual(['Report a problem']);
    expect(user.reads()).toContain('If not, press Send again.');
    expect(user.reads()).toContain(`#${number} · Open`);
    expect(user.reads()).toContain(`"initial_value":"${fields.description}"`);
    expect(user.reads()).toContain(`"initial_value":"${fields.location}"`);
    await user.submits(fields);
    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
  });

  test('leave the form its hints when they are asked about, and when they are none of it', async () => {
    await hasReported();
    const user = stack.person(liam);
    await user.types('new');
    await user.submits({ description: `${reported} again`, location: `Room ${room}` });
    expect(user.reads()).toContain('press Send again.');

    await user.fills('description', `${reported}, and there is smoke`);
    await eventually(() => expect(user.reads()).toContain('Is somebody in danger?'));
    await user.presses('No, mine is different');
    await user.fills('description', 'The wifi is down');

    await eventually(() => expect(user.reads()).toContain('Looks like: Technical IT.'));
    expect(user.reads()).not.toContain('Is somebody in danger?');
  });

  test('are not asked about where there is danger: it is filed at once, and whom to call is said', async () => {
    await hasReported('Smoke is coming out of the heating');
    const user = stack.person(liam);
    await user.types('new');

    await user.submits({ description: 'Smoke is coming out of the heating', location: `Room ${room}` });

    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
    expect(user.reads()).toContain('Is somebody in danger?');
  });

  test('ask again what helpdesk reports for somebody with that person still chosen, who joins then', async () => {
    const { number } = await hasReported();
    const user = stack.person(ben);
    await user.types('new as helpdesk');
    await user.submits({ description: reported, location: `room ${room}` }, { reporter: liam });
    expect(user.reads()).toContain(`"initial_user":"${liam}"`);

    await user.presses('Same here');

    expect(user.titles()).toEqual([`Same here: #${number}`]);
    expect(await followers(number)).toEqual([liam]);
  });

  test('say so to whoever reported the ticket themselves', async () => {
    const { number } = await hasReported();
    const user = await typing(ada);
    await eventually(() => expect(user.reads()).toContain('Same here'));

    await user.presses('Same here');

    expect(user.reads()).toContain(`You have reported ticket #${number} yourself`);
    expect(await followers(number)).toEqual([]);
  });

  test('leave the words where they are when the ticket was closed meanwhile, or the API is away', async () => {
    const { number } = await hasReported();
    const user = await typing();
    await eventually(() => expect(user.reads()).toContain('Same here'));
    const words = { description: `${typed} ${room}`, location: 'by the door' };
    stack.gate.shut();
    await user.presses('Same here', undefined, words);
    const away = user.reads();
    stack.gate.open();
    const helper = { id: ben, name: 'Ben', role: 'helpdesk' as const };
    await user.fills('description', words.description);
    await eventually(() => expect(user.reads()).toContain('Same here'));
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'closed' });

    await user.presses('Same here', undefined, words);

    expect(away).toContain('cannot be reached just now');
    for (const said of [away, user.reads()]) {
      expect(said).toContain('"initial_value":"by the door"');
      expect(said).toContain(`"initial_value":"${words.description}"`);
    }
    expect(user.titles()).toEqual(['Report a problem']);
    expect(user.reads()).toContain(`Ticket #${number} is closed`);
  });

  test('are neither offered nor asked about while the API is away: it files as before once it is back', async () => {
    await hasReported();
    const user = stack.person(liam);
    await user.types('new');
    stack.gate.shut();

    const refused = await user.submits({ description: reported, location: `room ${room}` });

    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('Try again in a moment') });
    expect(user.reads()).not.toContain('Same here');
  });

  test('are joined and left from the window of the ticket, which says so, pressed twice, too', async () => {
    const { number } = await hasReported();
    const user = stack.person(liam);
    await user.types(`${number}`);

    await user.presses('Same here');

    expect(user.titles()).toEqual([`Ticket #${number}`]);
    expect(user.reads()).toContain(`You have joined ticket #${number}.`);
    expect(user.reads()).toContain('2 people');
    expect(user.reads()).not.toContain('Same here');
    await user.presses('Not mine any more');
    expect(user.reads()).toContain(`You are told of ticket #${number} no longer.`);
    expect(await followers(number)).toEqual([]);
    await Promise.all([user.presses('Same here'), user.presses('Same here')]);
    expect(await followers(number)).toEqual([liam]);
    await user.types(`${number}`);
    await Promise.all([user.presses('Not mine any more'), user.presses('Not mine any more')]);
    expect(user.reads()).toContain('Same here');
    expect(await followers(number)).toEqual([]);
    const { events } = await stack.api.client.listEvents({ number });
    expect(events.map(({ type }) => type).slice(1)).toEqual([
      'follower.joined',
      'follower.left',
      'follower.joined',
      'follower.left',
    ]);
  });

  test('tell nobody of their own joining and leaving in direct messages', async () => {
    const { number } = await hasReported();
    const user = stack.person(liam);
    await user.types(`${number}`);
    await user.presses('Same here');
    const helper = { id: ben, name: 'Ben', role: 'helpdesk' as const };
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });

    const lines = () => user.messages('dm').filter(({ text }) => text.includes(`#${number}`));
    await eventually(() => expect(lines()).toHaveLength(1));
    expect(lines()[0]?.text).toContain('started work');
  });

  test('are neither joined nor left from their window by reporter and helpdesk, nor left with a duplicate', async () => {
    const { number } = await hasReported();
    const filing = { description: reported, location: null, actor: { ...actor, id: liam, name: 'Liam' } };
    const own = await stack.api.client.fileTicket(filing, { idempotencyKey: `same-here-window-${number}` });
    const helper = { id: ben, name: 'Ben', role: 'helpdesk' as const };
    await stack.api.client.changeTicket({ number: own.number, actor: helper, duplicateOf: number });

    for (const [id, typed] of [
      [ada, `${number}`],
      [liam, `${number}`],
      [ben, `${number} as helpdesk`],
    ] as const) {
      await stack.person(id).types(typed);
      expect(stack.person(id).titles()).toEqual([`Ticket #${number}`]);
      expect(stack.person(id).reads()).not.toMatch(/Same here|Not mine any more/);
    }
  });

  test('are not joined from a window that is older than their closing, which says so', async () => {
    const { number } = await hasReported();
    const user = stack.person(liam);
    await user.types(`${number}`);
    const helper = { id: ben, name: 'Ben', role: 'helpdesk' as const };
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'closed' });

    await user.presses('Same here');

    expect(user.reads()).toContain('losed');
    expect(user.reads()).not.toContain('Same here');
    expect(await followers(number)).toEqual([]);
  });

  test('are not offered for something else', async () => {
    await hasReported();
    const user = stack.person(liam);
    await user.types('new');

    await user.submits({ description: `The projector does not turn on in ${room}` });

    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
  });
});
