import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, liam, openStage, type Process, type Stage } from './support/stage.ts';

describe('sync', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage();
    process = stage.startWork();
  });
  afterEach(() => stage.close());

  const file = (filing: object = {}) =>
    stage.wires.client.fileTicket(
      { description: 'No WiFi in the reading room', actor: ada, ...filing },
      { idempotencyKey: crypto.randomUUID() },
    );
  const texts = async (number: number, side: 'helpdesk' | 'reporter') =>
    (await stage.thread({ number, side })).map(({ text }) => text);

  test('a filed ticket has a card in the helpdesk channel and one in the reporter’s DM', async () => {
    const { number } = await file();

    await process.work.settled();

    expect(await texts(number, 'helpdesk')).toEqual([
      'Ticket #1: Open, Technical IT, reported by Ada: No WiFi in the reading room',
    ]);
    expect(await texts(number, 'reporter')).toEqual([
      'Ticket #1 filed: Open, Technical IT, reported by Ada: No WiFi in the reading room',
    ]);
    expect(stage.posts()).toHaveLength(2);
  });

  test('each step of the helpdesk is one line to the reporter and redraws both cards', async () => {
    const { number } = await file();
    await process.work.settled();
    await stage.wires.client.changeTicket({ number, actor: ben, status: 'active' });
    await process.work.settled();
    await stage.wires.client.changeTicket({ number, actor: ben, category: 'facility' });
    await process.work.settled();
    await stage.wires.client.changeTicket({
      number,
      actor: ben,
      status: 'closed',
      closingNote: 'New <router>',
    });

    await process.work.settled();

    expect(await texts(number, 'reporter')).toEqual([
      expect.stringMatching(/^Ticket #1 closed: Closed, Facility management/),
      'Ben started work on ticket #1.',
      'Ben changed the category of ticket #1 to Facility management.',
      '<@U01ADA>: Ben closed ticket #1. What was done: New &lt;router&gt;',
    ]);
    expect(await texts(number, 'helpdesk')).toEqual([
      expect.stringMatching(/^Ticket #1: Closed, Facility management/),
      '<@U05BEN>: Ticket #1 is yours.',
    ]);
  });

  test('whoever starts work is mentioned in the helpdesk’s thread, once', async () => {
    const { number } = await file();
    await stage.wires.client.changeTicket({ number, actor: ben, status: 'active' });
    await process.work.settled();
    await stage.wires.client.changeTicket({ number, actor: ben, location: 'Library' });

    await process.work.settled();

    const [, ...lines] = await stage.thread({ number, side: 'helpdesk' });
    expect(lines).toMatchObject([
      {
        text: '<@U05BEN>: Ticket #1 is yours.',
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                elements: [
                  { type: 'user', user_id: 'U05BEN' },
                  { type: 'text', text: ': Ticket #1 is yours.' },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('an assignee whose id is no Slack user’s is mentioned nowhere', async () => {
    const { number } = await file();
    const actor = { id: 'robot-7', name: 'Robot', role: 'helpdesk' } as const;
    await stage.wires.client.changeTicket({ number, actor, status: 'active' });

    await process.work.settled();

    expect((await texts(number, 'helpdesk')).slice(1)).toEqual([]);
    expect((await texts(number, 'reporter')).slice(1)).toEqual(['Robot started work on ticket #1.']);
  });

  test('an edit by the reporter is one line to the helpdesk and none to themselves', async () => {
    const { number } = await file();
    await stage.wires.client.changeTicket({ number, actor: ada, location: 'Library' });

    await process.work.settled();

    expect((await texts(number, 'helpdesk')).slice(1)).toEqual(['Ada edited the location of ticket #1.']);
    expect((await texts(number, 'reporter')).slice(1)).toEqual([]);
  });

  test('an edit by somebody else is one line to both sides', async () => {
    const { number } = await file();
    await stage.wires.client.changeTicket({
      number,
      actor: liam,
      description: 'The window is broken',
      location: 'Library',
    });

    await process.work.settled();

    const line =
      'Liam edited the description and the location of ticket #1. The category is now Facility management.';
    expect((await texts(number, 'helpdesk')).slice(1)).toEqual([line]);
    expect((await texts(number, 'reporter')).slice(1)).toEqual([line]);
  });

  test('nobody is notified of their own act, in whatever role', async () => {
    const { number } = await file();
    await stage.wires.client.changeTicket({
      number,
      actor: { ...ada, role: 'helpdesk' },
      status: 'active',
    });

    await process.work.settled();

    expect(stage.posts()).toHaveLength(2);
  });

  test('several steps at once redraw each card once, and still say every step', async () => {
    const { number } = await file();
    await process.work.settled();
    await process.work.stop();
    await stage.wires.client.changeTicket({ number, actor: ben, status: 'active' });
    await stage.wires.client.changeTicket({ number, actor: ben, location: 'Library' });
    await stage.wires.client.changeTicket({ number, actor: ben, status: 'closed' });

    await stage.startWork().work.settled();

    expect(stage.calls('chat.update')).toBe(2);
    expect((await texts(number, 'reporter')).slice(1)).toEqual([
      'Ben started work on ticket #1.',
      'Ben edited the location of ticket #1.',
      '<@U01ADA>: Ben closed ticket #1.',
    ]);
    // It is nobody's any more.
    expect((await texts(number, 'helpdesk')).slice(1)).toEqual([]);
  });

  test('a text that looks like markup pings and links nobody', async () => {
    const { number } = await file({ description: '<!channel> <https://evil.example|bank>' });
    await stage.wires.client.changeTicket({
      number,
      actor: { ...ben, name: '<@U01ADA>' },
      status: 'active',
    });

    await process.work.settled();

    const [helpdeskCard] = await stage.thread({ number, side: 'helpdesk' });
    const [, notice] = await stage.thread({ number, side: 'reporter' });
    expect(helpdeskCard?.text).toContain('&lt;!channel&gt; &lt;https://evil.example|bank&gt;');
    expect(JSON.stringify(helpdeskCard?.blocks)).not.toContain('"mrkdwn"');
    expect(notice?.text).toBe('&lt;@U01ADA&gt; started work on ticket #1.');
    expect(notice?.blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [{ elements: [{ type: 'text', text: '<@U01ADA> started work on ticket #1.' }] }],
      },
    ]);
  });

  test('a follow-up is named once in both threads of the earlier ticket', async () => {
    const earlier = await file();
    await process.work.settled();

    await file({ description: 'Still broken', followUpOf: earlier.number });
    await process.work.settled();

    const line = 'Ticket #2 follows up on ticket #1.';
    expect((await texts(earlier.number, 'helpdesk')).slice(1)).toEqual([line]);
    expect((await texts(earlier.number, 'reporter')).slice(1)).toEqual([line]);
    const [card] = await stage.thread({ number: 2, side: 'helpdesk' });
    expect(JSON.stringify(card?.blocks)).toContain(`Ticket #${earlier.number}`);
  });
});
