import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeTicket, fileTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
  await closeTicket(stack.api, { description: 'The old lamp' });
  for (let filed = 0; filed < 11; filed += 1) await fileTicket(stack.api, { description: `Lamp ${filed}` });
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

/** The newest file in somebody's direct messages with the bot, and what stands above it. */
async function fileOf(id: string): Promise<{ comment: string; name: string; content: string }> {
  return eventually(async () => {
    const message = stack
      .person(id)
      .messages('dm')
      .findLast(({ files = [] }) => files.length > 0);
    const [file] = message?.files ?? [];
    if (message === undefined || file === undefined) throw new Error('no file yet');
    const headers = { authorization: `Bearer ${stack.sandbox.botToken}` };
    const content = await (await fetch(String(file.url_private), { headers })).text();
    return { comment: message.text, name: String(file.name), content };
  });
}

describe('the button CSV of a list', () => {
  test('sends all pages of the list to the direct messages of who pressed it', async () => {
    const person = stack.person(ada);
    await person.types('list open');

    await person.presses('CSV');

    const { comment, name, content } = await fileOf(ada);
    expect({ comment, name }).toEqual({ comment: 'Open tickets: 11 tickets', name: 'tickets.csv' });
    expect(content.split('\r\n')).toHaveLength(13);
    expect(content).not.toContain('The old lamp');
    await eventually(() => expect(person.reads()).toContain('A file with 11 tickets is on its way'));
  });

  test('keeps to the search and to the role it was made in', async () => {
    const person = stack.person(ben);
    await person.types('search old lamp as helpdesk');

    await person.presses('CSV');

    expect((await fileOf(ben)).content).toContain('1,Closed,Services complaint,The old lamp,');
  });

  test('is not there when the list is empty', async () => {
    const person = stack.person(ben);
    await person.types('search something else');

    expect(person.reads()).not.toContain('"CSV"');
  });

  test('says so when the API is away', async () => {
    const person = stack.person(ada);
    await person.types('list');
    stack.gate.shut();

    await person.presses('CSV');

    await eventually(() => expect(person.reads()).toContain('cannot be reached just now'));
  });
});
