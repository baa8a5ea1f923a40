import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ patienceMs: 20 });
  await fileTicket(stack.api);
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

describe('a modal that needs data', () => {
  test('opens a skeleton when the data takes long, which fills itself', async () => {
    const user = stack.person(ada);
    stack.gate.hold();

    await user.types('1');
    const skeleton = user.reads();
    stack.gate.open();
    await eventually(() => expect(user.reads()).toContain('No WiFi in the reading room'));

    expect(skeleton).toContain('Loading …');
    expect(user.titles()).toEqual(['Ticket #1']);
  });

  test('turns the skeleton into an error with a way on when the data does not come', async () => {
    const user = stack.person(ada);
    stack.gate.hold();
    await user.types('list');

    await eventually(() => expect(user.reads()).toContain('cannot be reached'));
    stack.gate.open();
    await user.presses('Try again');

    await eventually(() => expect(user.reads()).toContain('1 ticket'));
  });

  test('leaves a modal alone that was closed while its data was on its way', async () => {
    const user = stack.person(ada);
    stack.gate.hold();
    await user.types('1');

    await stack.sandbox.act({ type: 'close_view', as: ada, viewId: user.view().id, all: true });
    stack.gate.open();
    await stack.sandbox.settled();

    expect(user.titles()).toEqual([]);
  });

  test('is filled before the bot stops', async () => {
    const user = stack.person(ada);
    stack.gate.hold();
    await user.types('1');

    const stopping = stack.bot.stop();
    stack.gate.open();
    await stopping;

    expect(user.reads()).toContain('No WiFi in the reading room');
  });
});
