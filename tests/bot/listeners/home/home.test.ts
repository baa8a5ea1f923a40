import type { SlackJson } from 'slack-sandbox';
import { elementsOf } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { fileTicket, startTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const reporter = { id: ada, name: 'Ada Okafor', role: 'user' } as const;
const helper = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
const refusal = 'Only people in the channel of the helpdesk can act as helpdesk.';

/** What somebody does with the Home tab, and what it says. */
function homeOf(stack: StackWithPeople, as: string) {
  const shown = () => stack.sandbox.snapshot(as).home;
  const clicks = (action: SlackJson) => {
    const source = { kind: 'view', viewId: shown()?.id ?? '' } as const;
    return stack.sandbox.act({ type: 'click', as, source, action, state: {} });
  };
  const find = (words: string) => {
    const found = elementsOf((shown()?.view.blocks as SlackJson[]) ?? []).find(
      ({ element }) => element.accessibility_label === words || textOf(element.text) === words,
    );
    if (found === undefined) throw new Error(`The Home tab has no “${words}”.`);
    return found;
  };
  return {
    /** Slack reports a visit as an event, which nobody waits for. */
    opens: async () => {
      await stack.sandbox.act({ type: 'open_home', as });
      await stack.sandbox.settled();
    },
    reads: () => JSON.stringify(shown()?.view ?? null),
    presses: (words: string) => {
      const { type, actionId: action_id, blockId: block_id, element } = find(words);
      return clicks({ type, action_id, block_id, ...(element.value ? { value: element.value } : {}) });
    },
    enters: (role: 'user' | 'helpdesk') =>
      clicks({
        type: 'radio_buttons',
        action_id: 'home.role',
        block_id: 'role',
        selected_option: {
          text: { type: 'plain_text', text: role === 'user' ? 'User' : 'Helpdesk', emoji: false },
          value: role,
        },
      }),
  };
}

function textOf(text: unknown): string | undefined {
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : undefined;
}

describe('the Home tab', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople();
  });
  afterEach(() => {
    stack.gate.open();
    stack.sandbox.trouble.reset();
  });
  afterAll(() => stack.stop());

  test('shows a user their own open and active tickets, and nobody else’s', async () => {
    await fileTicket(stack.api, { description: 'Mine alone', actor: reporter });
    await fileTicket(stack.api, { description: 'Of Liam', actor: { ...reporter, id: 'U02LIAM' } });
    const home = homeOf(stack, ada);

    await home.opens();

    expect(home.reads()).toContain('Enter as');
    expect(home.reads()).toContain('Mine alone');
    expect(home.reads()).not.toContain('Of Liam');
  });

  test('has the tickets that a user follows, too, marked, as “My tickets” has, until they are left', async () => {
    const home = homeOf(stack, chloe);
    const own = await fileTicket(stack.api, { description: 'Of Chloe', actor: { ...reporter, id: chloe } });
    const { number } = await fileTicket(stack.api, { description: 'Joined by Chloe', actor: reporter });
    const acting = { number, userId: chloe, actor: { ...reporter, id: chloe } };
    await stack.api.client.followTicket(acting);
    await home.opens();
    await stack.person(chloe).types('list mine');

    for (const reads of [home.reads(), stack.person(chloe).reads()]) {
      expect(reads).toMatch(new RegExp(`#${number} · Open\\\\nJoined by Chloe"`));
      expect(reads).toMatch(new RegExp(`#${own.number} [^"]*Of Chloe`));
      expect(reads.match(/You follow it/g)).toHaveLength(1);
      expect(reads).toContain('2 tickets');
    }
    await stack.api.client.unfollowTicket(acting);
    await home.opens();
    expect(home.reads()).not.toContain('Joined by Chloe');
  });

  test('is drawn anew by every opening', async () => {
    const home = homeOf(stack, ada);
    await home.opens();
    const { number } = await fileTicket(stack.api, { description: 'Filed elsewhere', actor: reporter });

    await home.opens();

    expect(home.reads()).toContain(`#${number} `);
  });

  test('shows helpdesk the queue by its parts, and stays helpdesk’s', async () => {
    const home = homeOf(stack, ben);
    await fileTicket(stack.api, { description: 'Nobody has it', actor: reporter });
    const { number } = await startTicket(stack.api, { description: 'Started by Ben', actor: reporter });
    await stack.api.client.changeTicket({ number, actor: helper, assignee: { id: ben, name: helper.name } });
    const asked = await startTicket(stack.api, { description: 'Ben has asked', actor: reporter });
    await stack.api.client.postMessage({ number: asked.number, actor: helper, body: 'Which room?' });
    await home.opens();
    await home.enters('helpdesk');

    const parts: Record<string, string> = {};
    for (const part of ['Unassigned', 'Mine', 'Waiting for us', 'Waiting for them', 'All']) {
      await home.presses(part);
      parts[part] = home.reads();
    }
    await home.opens();

    expect(parts.Unassigned).toContain('Nobody has it');
    expect(parts.Unassigned).not.toContain('Started by Ben');
    expect(parts.Mine).toContain('Started by Ben');
    expect(parts.Mine).not.toContain('Nobody has it');
    expect(parts['Waiting for us']).toContain('Nobody has it');
    expect(parts['Waiting for us']).not.toContain('Ben has asked');
    expect(parts['Waiting for them']).toContain('Ben has asked');
    expect(home.reads()).toContain('Ticket queue');
    expect(home.reads()).toContain('Nobody has it');
  });

  test('opens a ticket, and follows what its person does with it', async () => {
    const { number } = await fileTicket(stack.api, { description: 'Look at me', actor: reporter });
    const home = homeOf(stack, chloe);
    await home.opens();
    await home.enters('helpdesk');

    await home.presses(`View ticket #${number}`);
    const person = stack.person(chloe);
    expect(person.titles()).toEqual([`Ticket #${number}`]);
    await person.presses('Start work');

    await eventually(async () => expect(home.reads()).toContain(`#${number} · Active`));
  });

  test('follows what its person writes in a thread', async () => {
    const { number } = await fileTicket(stack.api, { description: 'Which one is it', actor: reporter });
    const home = homeOf(stack, chloe);
    await home.opens();
    await home.enters('helpdesk');
    await home.presses('Waiting for them');
    const person = stack.person(chloe);
    const card = await eventually(() => {
      const found = person
        .messages(helpdeskChannel)
        .find(({ text }) => text.startsWith(`Ticket #${number}:`));
      if (found === undefined) throw new Error('There is no card yet.');
      return found;
    });

    await person.says(helpdeskChannel, 'Which floor?', card.ts);

    await eventually(async () => expect(home.reads()).toContain('Which one is it'));
  });

  test('reports a problem, and then has it', async () => {
    const home = homeOf(stack, ada);
    const person = stack.person(ada);
    await home.opens();

    await home.presses('Report a problem');
    await person.submits({ description: 'Reported from Home' });

    await eventually(async () => expect(home.reads()).toContain('Reported from Home'));
  });

  test('turns its pages, oldest first', async () => {
    for (let count = 1; count <= 16; count += 1)
      await fileTicket(stack.api, { description: `One of many ${count}`, actor: reporter });
    const home = homeOf(stack, ben);
    await home.opens();
    await home.presses('All');
    const first = home.reads();

    await home.presses('Next');
    const second = home.reads();
    await home.presses('Previous');

    expect(first).toContain('page 1 of');
    expect(second).toContain('page 2 of');
    expect(home.reads()).toContain('page 1 of');
    expect(second).toContain('One of many 16');
  });

  test('says when the tickets cannot be read, and has a way to try again', async () => {
    const home = homeOf(stack, ben);
    await home.opens();
    stack.gate.shut();
    await home.opens();
    const away = home.reads();
    stack.gate.open();

    await home.presses('Try again');

    expect(away).toContain('can’t be shown right now');
    expect(home.reads()).toContain('Ticket queue');
  });

  test('of several openings at once shows the last', async () => {
    const home = homeOf(stack, ada);
    const opening = home.opens();
    const { number } = await fileTicket(stack.api, { description: 'In between', actor: reporter });

    await Promise.all([opening, home.opens(), home.opens()]);

    await eventually(async () => expect(home.reads()).toContain(`#${number} `));
  });

  test('that another process has drawn meanwhile is read again', async () => {
    const home = homeOf(stack, ada);
    await home.opens();
    await stack.sandbox.settled();
    stack.sandbox.trouble.set({
      methods: { 'views.publish': { kind: 'error', error: 'hash_conflict', times: 1 } },
    });
    const { number } = await fileTicket(stack.api, { description: 'Drawn twice', actor: reporter });

    await home.opens();

    expect(home.reads()).toContain(`#${number} `);
  });
});

describe('the Home tab where only members of the helpdesk channel are helpdesk', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople({ helpdeskOnlyMembers: true });
  });
  afterAll(() => stack.stop());

  test('keeps others out of the queue, and says so', async () => {
    const home = homeOf(stack, ada);
    await home.opens();

    await home.enters('helpdesk');

    expect(stack.person(ada).reads()).toContain(refusal);
    expect(home.reads()).not.toContain('Ticket queue');
  });

  test('lets members in', async () => {
    const home = homeOf(stack, ben);
    await home.opens();

    await home.enters('helpdesk');

    expect(home.reads()).toContain('Ticket queue');
  });
});
