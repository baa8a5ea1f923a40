import type { Sandbox, SlackJson } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { createOpened } from './support/opened.ts';
import { type RecordingApp, startRecordingApp } from './support/recording-app.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ada = 'U01ADA';
const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });

describe('inputs of a form', () => {
  let sandbox: Sandbox;
  let app: RecordingApp;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
    app = opened(await startRecordingApp(sandbox));
  });

  const open = async (element: SlackJson): Promise<string> => {
    await sandbox.act({ type: 'global_shortcut', as: ada, callbackId: 'ticket.new' });
    const trigger_id = app.requests.at(-1)?.payload.trigger_id;
    const block = {
      type: 'input',
      block_id: 'b',
      label: plain('L'),
      element: { action_id: 'a', ...element },
    };
    const view = { type: 'modal', title: plain('T'), submit: plain('Send'), blocks: [block] };
    await clientOf(sandbox).apiCall('views.open', { trigger_id, view });
    return sandbox.snapshot(ada).views[0]?.id ?? '';
  };
  const submit = async (viewId: string, entry: SlackJson) =>
    sandbox.act({ type: 'submit', as: ada, viewId, state: { b: { a: entry } } });

  test.each<[string, SlackJson, SlackJson, string]>([
    ['a number', { type: 'number_input', is_decimal_allowed: false }, { value: '1.5' }, 'whole number'],
    [
      'a least number',
      { type: 'number_input', is_decimal_allowed: true, min_value: '1' },
      { value: '0' },
      'at least 1',
    ],
    ['an address', { type: 'url_text_input' }, { value: 'campus' }, 'valid URL'],
    ['an e-mail address', { type: 'email_text_input' }, { value: 'ada' }, 'valid email'],
    ['a least length', { type: 'plain_text_input', min_length: 5 }, { value: 'no' }, 'at least 5'],
    ['a most length', { type: 'plain_text_input', max_length: 2 }, { value: 'long' }, 'at most 2'],
    ['a choice', { type: 'radio_buttons', options: [option('it')] }, {}, 'required field'],
    [
      'some boxes',
      { type: 'checkboxes', options: [option('it')] },
      { selected_options: [] },
      'required field',
    ],
  ])('%s is checked before the app hears of it', async (_name, element, entry, fault) => {
    const viewId = await open(element);
    const before = app.requests.length;

    const sent = await submit(viewId, entry);

    expect(sent).toEqual({ ok: false, message: expect.stringContaining(fault) });
    expect(app.requests).toHaveLength(before);
  });

  test.each<[SlackJson, SlackJson, SlackJson]>([
    [{ type: 'number_input', is_decimal_allowed: true }, { value: '1.5' }, { value: '1.5' }],
    [{ type: 'datepicker', initial_date: '2026-11-22' }, {}, { selected_date: '2026-11-22' }],
    [{ type: 'timepicker' }, { selected_time: '09:00' }, { selected_time: '09:00' }],
    [{ type: 'users_select' }, { selected_user: 'U05BEN' }, { selected_user: 'U05BEN' }],
    [
      { type: 'radio_buttons', options: [option('it'), option('facility')], initial_option: option('it') },
      {},
      { selected_option: option('it') },
    ],
    [
      { type: 'checkboxes', options: [option('it'), option('facility')] },
      { selected_options: [{ value: 'facility' }] },
      { selected_options: [option('facility')] },
    ],
  ])('%o reports its value under its own key', async (element, entry, reported) => {
    const viewId = await open(element);

    expect(await submit(viewId, entry)).toEqual({ ok: true });

    expect(app.requests.at(-1)?.payload).toMatchObject({
      view: { state: { values: { b: { a: { type: element.type, ...reported } } } } },
    });
  });

  test('a conversation chosen for an answer comes with a response_url of its own', async () => {
    const viewId = await open({ type: 'conversations_select', response_url_enabled: true });

    await submit(viewId, { selected_conversation: 'C02GENERAL' });
    const [response] = responseUrls(app);
    await fetch(String(response?.response_url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'in_channel', text: 'here' }),
    });

    expect(response).toMatchObject({ block_id: 'b', action_id: 'a', channel_id: 'C02GENERAL' });
    expect(sandbox.snapshot(ada).messages.C02GENERAL).toMatchObject([{ text: 'here' }]);
  });
});

function responseUrls(app: RecordingApp): SlackJson[] {
  const urls = app.requests.at(-1)?.payload.response_urls;
  return Array.isArray(urls) ? urls : [];
}
