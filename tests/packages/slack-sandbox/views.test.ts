import type { Sandbox, SlackJson } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { createOpened } from './support/opened.ts';
import { type Answer, type RecordingApp, startRecordingApp } from './support/recording-app.ts';
import { createTestClock } from './support/test-clock.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ada = 'U01ADA';
const plain = (text: string) => ({ type: 'plain_text', text });

describe('modals', () => {
  let sandbox: Sandbox;
  let app: RecordingApp;
  let answer: Answer;
  let clock: ReturnType<typeof createTestClock>;
  const opened = createOpened();

  beforeEach(async () => {
    clock = createTestClock();
    answer = {};
    sandbox = opened(await startTestSandbox({ clock: clock.read }));
    app = opened(await startRecordingApp(sandbox, () => answer));
  });

  /** A fresh trigger, from a command typed just now. */
  const trigger = async () => {
    await sandbox.act({ type: 'command', as: ada, channel: 'C02GENERAL', command: '/ticket', text: '' });
    return app.requests.at(-1)?.payload.trigger_id;
  };
  const call = (method: string, args: SlackJson) => clientOf(sandbox).apiCall(method, args);
  const open = async (view: SlackJson) => {
    await call('views.open', { trigger_id: await trigger(), view });
    return top().id;
  };
  const top = () => {
    const view = sandbox.snapshot(ada).views.at(-1);
    if (view === undefined) throw new Error('No modal is open.');
    return view;
  };
  const submit = (viewId: string, value: string | null = 'No WiFi') => {
    const state = { what: { text: { type: 'plain_text_input', value } } };
    return sandbox.act({ type: 'submit', as: ada, viewId, state });
  };

  test('a trigger opens one view', async () => {
    const trigger_id = await trigger();
    const args = { trigger_id, view: form() };

    await call('views.open', args);

    await expect(call('views.open', args)).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
    await expect(call('views.open', { ...args, trigger_id: 'forged' })).rejects.toMatchObject({
      data: { error: 'invalid_trigger_id' },
    });
  });

  test('a view that nobody touched for half a day is not met again', async () => {
    await open(form());
    clock.advance(12 * 60 * 60_000);
    expect(sandbox.snapshot(ada).views).toHaveLength(1);

    clock.advance(1);

    expect(sandbox.snapshot(ada).views).toEqual([]);
  });

  test('a trigger lives for three seconds', async () => {
    const trigger_id = await trigger();

    clock.advance(3001);

    await expect(call('views.open', { trigger_id, view: form() })).rejects.toMatchObject({
      data: { error: 'expired_trigger_id' },
    });
  });

  test.each([
    [
      'a long title',
      { title: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['no title', { title: undefined }, 'missing required field: title [json-pointer:/view]'],
    [
      'an input without a submit',
      { submit: undefined },
      'missing required field: submit [json-pointer:/view]',
    ],
    [
      'too much private metadata',
      { private_metadata: 'x'.repeat(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    ['an unknown field', { colour: 'red' }, 'invalid additional property: colour [json-pointer:/view]'],
    [
      'a message block',
      { blocks: [{ type: 'markdown', text: 'x' }] },
      'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
  ])('%s is refused', async (_name, fault, problem) => {
    const call = open({ ...form(), ...fault });

    await expect(call).rejects.toMatchObject({
      data: { error: 'invalid_arguments', response_metadata: { messages: [`[ERROR] ${problem}`] } },
    });
  });

  test('a refused view does not use up its trigger', async () => {
    const trigger_id = await trigger();

    await expect(call('views.open', { trigger_id, view: {} })).rejects.toThrow();

    await expect(call('views.open', { trigger_id, view: form() })).resolves.toMatchObject({ ok: true });
  });

  test('a view has at most 250 KB', async () => {
    const blocks = Array.from({ length: 90 }, () => ({ type: 'section', text: plain('x'.repeat(3000)) }));

    await expect(open({ ...form(), blocks })).rejects.toMatchObject({ data: { error: 'view_too_large' } });
  });

  test('an update with an old hash is refused', async () => {
    const view_id = await open(form());
    const { hash } = top().view;
    await call('views.update', { view_id, view: form(), hash });

    const late = call('views.update', { view_id, view: form(), hash });

    await expect(late).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
    await expect(call('views.update', { view_id: 'V0', view: form() })).rejects.toMatchObject({
      data: { error: 'not_found' },
    });
  });

  test('an external id is one view’s alone, and finds it', async () => {
    await open({ ...form(), external_id: 'mine' });
    await call('views.update', {
      external_id: 'mine',
      view: { ...form(), external_id: 'mine', title: plain('New') },
    });

    expect(top().view.title).toEqual(plain('New'));
    await expect(open({ ...form(), external_id: 'mine' })).rejects.toMatchObject({
      data: { error: 'duplicate_external_id' },
    });
  });

  test('a submission carries every value, the untouched ones too', async () => {
    const optional = { ...form().blocks[0], block_id: 'where', optional: true };
    const viewId = await open({ ...form(), private_metadata: 'kept', blocks: [...form().blocks, optional] });

    expect(await submit(viewId, 'Kein WLAN für Ärztinnen')).toEqual({ ok: true });

    expect(app.requests.at(-1)?.body).toMatch(/^[\x20-\x7e]+$/);
    expect(app.requests.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      user: { id: ada },
      view: {
        id: viewId,
        root_view_id: viewId,
        previous_view_id: null,
        callback_id: 'file',
        private_metadata: 'kept',
        state: {
          values: {
            what: { text: { type: 'plain_text_input', value: 'Kein WLAN für Ärztinnen' } },
            where: { text: { type: 'plain_text_input', value: null } },
          },
        },
      },
      response_urls: [],
    });
    expect(sandbox.snapshot(ada).views).toEqual([]);
  });

  test('Slack itself refuses a form with an empty required field', async () => {
    const viewId = await open(form());
    const before = app.requests.length;

    await submit(viewId, '   ');

    expect(app.requests).toHaveLength(before);
    expect(top().errors).toEqual({ what: 'Please complete this required field.' });
  });

  test('errors stand at their inputs and the view stays', async () => {
    const viewId = await open(form());
    answer = { body: { response_action: 'errors', errors: { what: 'Say more.' } } };

    expect(await submit(viewId)).toEqual({ ok: false, message: 'Say more.' });

    expect(top()).toMatchObject({ id: viewId, errors: { what: 'Say more.' }, trouble: '' });
  });

  test.each([
    ['an error for a block that is no input', { response_action: 'errors', errors: { elsewhere: 'x' } }],
    ['a body that is no response action', { ok: true }],
    ['a view Slack refuses', { response_action: 'update', view: { type: 'modal' } }],
    ['a text', 'thanks'],
  ])('%s is trouble, and the view stays', async (_name, body) => {
    const viewId = await open(form());
    answer = { body };

    const sent = await submit(viewId);

    expect(sent).toEqual({ ok: false, message: 'We had some trouble connecting. Try again?' });
    expect(top()).toMatchObject({ id: viewId, trouble: 'We had some trouble connecting. Try again?' });
    expect(sandbox.traffic().at(-1)).toMatchObject({ status: 'refused' });
  });

  test('an update replaces the view, a push stacks one, a clear closes all', async () => {
    const viewId = await open(form());

    answer = { body: { response_action: 'update', view: { ...form(), title: plain('Second try') } } };
    await submit(viewId);
    expect(top()).toMatchObject({ id: viewId, view: { title: plain('Second try') } });

    answer = { body: { response_action: 'push', view: form() } };
    await submit(viewId);
    expect(top().view).toMatchObject({ previous_view_id: viewId, root_view_id: viewId });

    answer = { body: { response_action: 'clear' } };
    await submit(top().id);
    expect(sandbox.snapshot(ada).views).toEqual([]);
  });

  test('a stack is three views deep', async () => {
    const viewId = await open(form());
    answer = { body: { response_action: 'push', view: form() } };
    await submit(viewId);
    await submit(top().id);
    answer = {};

    const trigger_id = await trigger();
    const fourth = call('views.push', { trigger_id, view: form() });

    await expect(fourth).rejects.toMatchObject({ data: { error: 'push_limit_reached' } });
    expect(sandbox.snapshot(ada).views).toHaveLength(3);
  });

  test('closing is told to views that asked for it', async () => {
    const viewId = await open({ ...form(), notify_on_close: true });
    answer = { body: { response_action: 'push', view: { ...form(), notify_on_close: true } } };
    await submit(viewId);
    answer = {};

    await sandbox.act({ type: 'close_view', as: ada, viewId: top().id, all: false });
    await sandbox.settled();
    expect(app.requests.at(-1)?.payload).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(app.requests.at(-1)?.payload).not.toHaveProperty('trigger_id');

    await sandbox.act({ type: 'close_view', as: ada, viewId: top().id, all: true });
    await sandbox.settled();
    expect(app.requests.at(-1)?.payload).toMatchObject({ view: { id: viewId }, is_cleared: true });
    expect(sandbox.snapshot(ada).views).toEqual([]);
  });

  test('the Home tab takes home views of known people, with a fresh hash', async () => {
    const view = { type: 'home', blocks: [{ type: 'divider' }] };
    await call('views.publish', { user_id: ada, view });

    await expect(call('views.publish', { user_id: ada, view, hash: 'old' })).rejects.toMatchObject({
      data: { error: 'hash_conflict' },
    });
    await expect(call('views.publish', { user_id: ada, view: form() })).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
  });
});

function form() {
  return {
    type: 'modal',
    callback_id: 'file',
    title: plain('Report a problem'),
    submit: plain('Send'),
    blocks: [
      {
        type: 'input',
        block_id: 'what',
        label: plain('What is wrong?'),
        element: { type: 'plain_text_input', action_id: 'text', max_length: 100 },
      },
    ],
  };
}
