import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeTicket, fileTicket } from '../../../support/api.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
let closed: number;
beforeAll(async () => {
  stack = await startStackWithPeople();
  closed = (await closeTicket(stack.api, { description: 'The old lamp' })).number;
  for (let filed = 0; filed < 23; filed += 1)
    await fileTicket(stack.api, {
      description: `Lamp ${filed} is broken`,
      actor: { id: ada, name: 'Ada Okafor', role: 'user' },
    });
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

describe('/ticket', () => {
  test('opens the entrance, where each role finds what it can do', async () => {
    const user = stack.person(ada);

    await user.types('');
    const asUser = user.reads();
    await user.presses('Enter as', 'Helpdesk');
    const asHelpdesk = user.reads();

    expect(user.titles()).toEqual(['Campus Desk']);
    for (const text of ['Enter as', 'User', 'Helpdesk', 'Report a problem', 'All tickets', 'My tickets'])
      expect(asUser).toContain(`"${text}"`);
    expect(asUser).not.toContain('Ticket queue');
    expect(asHelpdesk).toContain('"Ticket queue"');
    expect(asHelpdesk).not.toContain('Report a problem');
  });

  test('keeps its modal when somebody changes the role faster than it is drawn', async () => {
    const user = stack.person(ada);
    await user.types('');

    await Promise.all([
      user.presses('Enter as', 'Helpdesk'),
      user.presses('Enter as', 'User'),
      user.presses('Enter as', 'Helpdesk'),
    ]);

    expect(user.reads()).toContain('Enter as');
  });

  test('shows ten tickets a page, and turns pages both ways', async () => {
    const user = stack.person(ada);
    await user.types('list');
    const first = user.reads();

    await user.presses('Next');
    const second = user.reads();
    await user.presses('Next');
    const third = user.reads();
    await user.presses('Previous');

    expect(first).toContain('23 tickets, page 1 of 3');
    expect(first).toContain('Lamp 22 is broken');
    expect(first.match(/"View"/g)).toHaveLength(10);
    expect(first).not.toContain('"Previous"');
    expect(third).toContain('Lamp 0 is broken');
    expect(third).not.toContain('"Next"');
    expect(blocksWithoutIds(user.reads())).toBe(blocksWithoutIds(second));
  });

  test('stacks entrance, list and ticket, and no more', async () => {
    const user = stack.person(ada);
    await user.types('');

    await user.presses('My tickets');
    await user.presses('View');
    await user.presses('Edit');

    expect(user.titles()).toEqual(['Campus Desk', 'My tickets', expect.stringMatching(/^Edit ticket #\d+$/)]);
  });

  test('shows a ticket with the buttons of the role', async () => {
    const user = stack.person(ben);

    await user.types('2');
    const asUser = user.reads();
    await user.types('#2 as helpdesk');
    const asHelpdesk = user.reads();

    expect(user.titles()).toEqual(['Ticket #2']);
    expect(asUser).not.toContain('Start work');
    for (const text of ['Edit', 'Reply']) expect(asUser).toContain(`"${text}"`);
    for (const text of ['Start work', 'Edit', 'Reply', 'Technical IT'])
      expect(asHelpdesk).toContain(`"${text}"`);
  });

  test('finds words, and says so when there is nothing', async () => {
    const user = stack.person(ada);

    await user.types('search lamp 17');
    const found = user.reads();
    await user.types('search <!channel> zebra');
    const nothing = user.reads();

    expect(found).toContain('Lamp 17 is broken');
    expect(nothing).toContain('Nothing found for “<!channel> zebra”.');
  });

  test.each([
    ['a closed ticket as user', () => `${closed}`, () => `/ticket ${closed} as helpdesk`],
    ['an unknown number', () => '4711', () => '4711'],
    [
      'a status that is none',
      () => 'list purple',
      () => 'There is no status “purple”. Type `/ticket list open`',
    ],
    ['closed tickets as user', () => 'list closed', () => '/ticket list closed as helpdesk'],
  ])('answers %s with one line, to the person alone, and opens nothing', async (_what, typed, line) => {
    const user = stack.person('U02LIAM');

    const answer = await user.types(typed());

    expect(answer.ok).toBe(true);
    expect(user.ephemerals().at(-1)).toContain(line());
    expect(user.ephemerals().at(-1)).toContain(`You typed: /ticket ${typed()}`);
    expect(user.titles()).toEqual([]);
  });

  test('says what can be typed', async () => {
    const user = stack.person(ada);

    await user.types('help');

    expect(user.ephemerals().at(-1)).toContain('`/ticket search wifi library`');
  });

  test('repeats what was typed as plain text, whatever it contains', async () => {
    const user = stack.person('U03MEI');

    await user.types('list <!channel>');

    const [said] = stack.sandbox.ephemerals(user.id);
    expect(said?.text).toContain('&lt;!channel&gt;');
    expect(said?.blocks?.at(-1)).toMatchObject({
      elements: [{ elements: [{ type: 'text', text: 'You typed: /ticket list <!channel>' }] }],
    });
  });

  test('says that the API is away, instead of opening an empty modal', async () => {
    const user = stack.person('U03MEI');
    stack.gate.shut();

    const answer = await user.types('12');

    expect(answer.ok).toBe(true);
    expect(user.ephemerals().at(-1)).toContain('The ticket service cannot be reached just now.');
    expect(user.titles()).toEqual([]);
  });

  test('keeps the part of a long text that does not fit into a description in sight', async () => {
    const user = stack.person(ada);

    await user.types(`${'a'.repeat(3000)}the end`);

    expect(user.reads()).toContain('This did not fit');
    expect(user.reads()).toContain('"the end"');
  });
});

/** What a view shows, without the ids and hashes that differ from one drawing to the next. */
function blocksWithoutIds(view: string): string {
  const { blocks } = JSON.parse(view);
  return JSON.stringify(blocks).replaceAll(/"block_id":"[^"]*",?/g, '');
}
