import type { Sandbox, SlackJson } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { startTestSandbox } from './support/test-sandbox.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const markup = (text: string) => ({ type: 'mrkdwn', text });
const option = (value: string) => ({ text: plain(value), value });
const button = (id: string, more: SlackJson = {}) => ({
  type: 'button',
  action_id: id,
  text: plain('Go'),
  ...more,
});
const actions = (...elements: SlackJson[]) => ({ type: 'actions', elements });
const section = (accessory: SlackJson) => ({ type: 'section', text: plain('x'), accessory });
const long = (length: number) => 'x'.repeat(length);

describe('Block Kit in messages', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.stop());

  const post = async (blocks: unknown): Promise<Answer> => {
    const answer = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}` },
      body: new URLSearchParams({
        channel: helpdeskChannel,
        text: 'x',
        blocks: typeof blocks === 'string' ? blocks : JSON.stringify(blocks),
      }),
    });
    return readAnswer(await answer.json());
  };

  const refused: [string, unknown[], string][] = [
    [
      'a type that does not exist',
      [{ type: 'sektion' }],
      'unsupported type: sektion [json-pointer:/blocks/0/type]',
    ],
    ['no type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
    ['a block that is no object', ['divider'], 'must provide an object [json-pointer:/blocks/0]'],
    ['a block for other surfaces', [input()], 'unsupported type: input [json-pointer:/blocks/0/type]'],
    [
      'a field nobody knows',
      [{ type: 'divider', colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a section without words',
      [{ type: 'section' }],
      'must provide text or fields [json-pointer:/blocks/0]',
    ],
    [
      'an empty text',
      [{ type: 'section', text: plain('') }],
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a long section',
      [{ type: 'divider' }, { type: 'section', text: markup(long(3001)) }],
      'must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
    ],
    [
      'markup in a header',
      [{ type: 'header', text: markup('x') }],
      'must be one of: plain_text [json-pointer:/blocks/0/text/type]',
    ],
    [
      'emoji on markup',
      [{ type: 'section', text: { ...markup('x'), emoji: true } }],
      'invalid additional property: emoji [json-pointer:/blocks/0/text]',
    ],
    ['a header without text', [{ type: 'header' }], 'missing required field: text [json-pointer:/blocks/0]'],
    [
      'eleven fields',
      [{ type: 'section', fields: Array.from({ length: 11 }, () => plain('x')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'a long button',
      [actions(button('a', { text: plain(long(76)) }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    ['no elements', [actions()], 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [
      'too many elements',
      [actions(...Array.from({ length: 26 }, (_, index) => button(`b${index}`)))],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'one action_id twice in a block',
      [actions(button('a'), button('a'))],
      '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      'one block_id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      '`block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      'an initial option that is not offered',
      [section({ type: 'static_select', options: [option('a')], initial_option: option('b') })],
      'must match an option exactly [json-pointer:/blocks/0/accessory/initial_option]',
    ],
    [
      'a select without options',
      [section({ type: 'static_select' })],
      'must provide either options or option_groups [json-pointer:/blocks/0/accessory]',
    ],
    [
      'eleven radio buttons',
      [
        section({
          type: 'radio_buttons',
          options: Array.from({ length: 11 }, (_, index) => option(`${index}`)),
        }),
      ],
      'no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]',
    ],
    [
      'a picture without words',
      [{ type: 'image', image_url: 'https://example.com/x.png' }],
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'a picture without a source',
      [{ type: 'image', alt_text: 'x' }],
      'must provide either image_url or slack_file [json-pointer:/blocks/0]',
    ],
    [
      'a file that does not exist',
      [{ type: 'image', alt_text: 'x', slack_file: { id: 'F0123456789' } }],
      'invalid slack file [json-pointer:/blocks/0/slack_file]',
    ],
    [
      'a text input outside an input block',
      [actions({ type: 'plain_text_input', action_id: 'a' })],
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'a confirm dialog with a long text',
      [actions(button('a', { confirm: { ...confirm(), text: plain(long(301)) } }))],
      'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
    ],
    [
      'an unknown rich text element',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'blink', text: 'x' }] }],
        },
      ],
      'unsupported type: blink [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ],
    [
      'text that is not a string',
      [{ type: 'section', text: { type: 'plain_text', text: 12 } }],
      'must provide a string [json-pointer:/blocks/0/text/text]',
    ],
  ];

  test.each(refused)('%s is refused with its place', async (_name, blocks, problem) => {
    const answer = await post(blocks);

    expect(answer).toEqual({ ok: false, error: 'invalid_blocks', messages: [`[ERROR] ${problem}`] });
  });

  test('51 blocks are too many', async () => {
    const answer = await post(Array.from({ length: 51 }, () => ({ type: 'divider' })));

    expect(answer.messages).toEqual(['[ERROR] no more than 50 items allowed [json-pointer:/blocks]']);
  });

  test('blocks that are no JSON list are refused by another name', async () => {
    expect(await post('[{')).toMatchObject({ error: 'invalid_blocks_format' });
    expect(await post({ type: 'divider' })).toMatchObject({ error: 'invalid_blocks_format' });
  });

  test('a message has one table', async () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };

    expect(await post([table])).toMatchObject({ ok: true });
    expect(await post([table, table])).toMatchObject({ error: 'only_one_table_allowed' });
  });

  const video = {
    type: 'video',
    video_url: 'https://video.example.edu/embed/1',
    thumbnail_url: 'https://video.example.edu/1.png',
    alt_text: 'The lift',
    title: plain('The lift'),
  };
  const card = { type: 'card', title: markup('Lift'), body: markup('Stuck'), actions: [button('open')] };
  const task = { type: 'task_card', task_id: '1', title: 'Look', status: 'complete' };
  const rated = (value: string) => ({ text: plain('Good'), value });

  test.each<[string, SlackJson]>([
    ['a video', video],
    ['an alert', { type: 'alert', text: plain('The lift is stuck'), level: 'warning' }],
    ['a card', card],
    ['a carousel', { type: 'carousel', elements: [card, card] }],
    ['a task', task],
    ['a plan', { type: 'plan', title: 'Mend the lift', tasks: [task] }],
    [
      'actions in a context',
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'rate',
            positive_button: rated('1'),
            negative_button: rated('0'),
          },
          { type: 'icon_button', action_id: 'delete', icon: 'trash', text: plain('Delete') },
        ],
      },
    ],
  ])('%s of other apps is taken', async (_what, block) => {
    expect(await post([block])).toEqual({ ok: true });
  });

  test.each<[string, SlackJson]>([
    ['a video without https', { ...video, video_url: 'http://video.example.edu/embed/1' }],
    ['a card with an icon alone', { type: 'card', subtitle: markup('Lift') }],
    ['a carousel of eleven', { type: 'carousel', elements: Array(11).fill(card) }],
    ['a task in no known state', { ...task, status: 'done' }],
    ['a remote file, which only Slack puts there', { type: 'file', source: 'remote', external_id: '1' }],
  ])('%s is refused', async (_what, block) => {
    expect(await post([block])).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });

  test('everything a ticket card needs is taken', async () => {
    const answer = await post([
      { type: 'header', text: { ...plain('Ticket #12'), emoji: false } },
      { type: 'section', fields: [markup('*Status*\nopen'), markup('*Category*\nIT')] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'No <WiFi>' }] }],
      },
      { type: 'context', elements: [markup('filed by Ada'), plain('today')] },
      actions(
        button('start', { style: 'primary', value: '12', confirm: confirm() }),
        {
          type: 'static_select',
          action_id: 'category',
          options: [option('it')],
          initial_option: option('it'),
        },
        { type: 'overflow', action_id: 'more', options: [option('csv')] },
      ),
    ]);

    expect(answer).toEqual({ ok: true });
  });
});

type Answer = { ok: boolean; error?: string; messages?: string[] };

function readAnswer(json: unknown): Answer {
  const { ok, error, response_metadata } = json as {
    ok: boolean;
    error?: string;
    response_metadata?: { messages?: string[] };
  };
  return { ok, ...(error && { error }), ...(response_metadata && { messages: response_metadata.messages }) };
}

function confirm() {
  return { title: plain('Sure?'), text: markup('Really'), confirm: plain('Yes'), deny: plain('No') };
}

function input(): SlackJson {
  return { type: 'input', label: plain('x'), element: { type: 'plain_text_input', action_id: 'a' } };
}
