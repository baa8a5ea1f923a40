import type { Sandbox } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { createOpened } from './support/opened.ts';
import { type Answer, startRecordingApp } from './support/recording-app.ts';
import { startTestSandbox } from './support/test-sandbox.ts';

const ada = 'U01ADA';
const general = 'C02GENERAL';

describe('slash commands', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  const appAnswering = async (answer: Answer) => opened(await startRecordingApp(sandbox, () => answer));
  const run = (text = '', command = '/ticket') =>
    sandbox.act({ type: 'command', as: ada, channel: general, command, text });

  test('a command arrives as a signed form with every field Slack sends', async () => {
    const app = await appAnswering({});

    expect(await run('printer broken')).toEqual({ ok: true });

    const [request] = app.requests;
    expect(request?.isSigned).toBe(true);
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request?.payload).toMatchObject({
      command: '/ticket',
      text: 'printer broken',
      channel_id: general,
      channel_name: 'general',
      user_id: ada,
      user_name: 'ada',
      is_enterprise_install: 'false',
    });
    expect(request?.payload.trigger_id).toMatch(/^\d+\.\d+\.[0-9a-f]+$/);
    expect(request?.payload.response_url).toMatch(/^http/);
    expect(request?.payload).not.toHaveProperty('thread_ts');
  });

  test('mentions become ids only where the manifest asks for it', async () => {
    const app = await appAnswering({});

    await run('@ben in #general: 1 < 2');
    await run('@ben in #general: 1 < 2', '/plain');

    expect(app.requests.map(({ payload }) => payload.text)).toEqual([
      '<@U05BEN> in <#C02GENERAL|general>: 1 &lt; 2',
      '@ben in #general: 1 &lt; 2',
    ]);
  });

  test('a text answer is for the person alone', async () => {
    await appAnswering({ body: 'Filed.' });

    await run();

    expect(sandbox.ephemerals(ada)).toMatchObject([{ text: 'Filed.', channel: general, ephemeral_for: ada }]);
    expect(sandbox.snapshot(ada).messages[general]).toEqual([]);
  });

  test('an answer in the channel also shows what was typed', async () => {
    await appAnswering({ body: { response_type: 'in_channel', text: 'Figures' } });

    await run('all');

    expect(sandbox.snapshot('U04ROSA').messages[general]).toMatchObject([
      { user: ada, text: '/ticket all' },
      { user: sandbox.botUserId, text: 'Figures' },
    ]);
  });

  test('an answer Slack cannot show fails like one that never came', async () => {
    await appAnswering({ body: { blocks: [{ type: 'nonsense' }] } });

    expect(await run()).toEqual({ ok: false, message: '/ticket failed with the error "invalid_blocks"' });
  });

  test.each([
    [{ status: 404 }, 'http_client_error'],
    [{ status: 500 }, 'http_service_error'],
  ])('an app that answers %o fails by name', async (answer, name) => {
    await appAnswering(answer);

    expect(await run()).toEqual({ ok: false, message: `/ticket failed with the error "${name}"` });
  });

  test('an app that is too slow has timed out', async () => {
    const impatient = opened(await startTestSandbox({ timing: { ackDeadlineMs: 30 } }));
    opened(await startRecordingApp(impatient, () => ({ hangs: true })));

    const answer = await impatient.act({
      type: 'command',
      as: ada,
      channel: general,
      command: '/ticket',
      text: '',
    });

    expect(answer).toEqual({ ok: false, message: '/ticket failed with the error "operation_timeout"' });
  });

  test('a failed command is not sent again', async () => {
    const app = await appAnswering({ status: 500 });

    await run();
    await sandbox.settled();

    expect(app.requests).toHaveLength(1);
  });

  test('no app listening is a failed dispatch', async () => {
    const app = await appAnswering({});
    await app.stop();

    expect(await run()).toEqual({ ok: false, message: '/ticket failed with the error "dispatch_failed"' });
    expect(sandbox.snapshot(ada).appReachable).toBe(false);
  });

  test('commands do not work in threads, and unknown ones nowhere', async () => {
    const said = await sandbox.act({ type: 'say', as: ada, channel: general, text: 'hello' });
    const threadTs = said.ok ? said.ts : undefined;

    const inThread = {
      type: 'command',
      as: ada,
      channel: general,
      command: '/ticket',
      text: '',
      threadTs,
    } as const;

    expect(await sandbox.act(inThread)).toEqual({
      ok: false,
      message: '/ticket is not supported in threads. Sorry!',
    });
    expect(await run('', '/nothing')).toEqual({ ok: false, message: '/nothing is not a valid command.' });
  });

  test('a response_url works five times within half an hour', async () => {
    const app = await appAnswering({});
    await run();
    const url = String(app.requests[0]?.payload.response_url);
    const answer = (text: string) => fetch(url, jsonPost({ text }));

    for (let count = 1; count <= 5; count += 1) expect((await answer(`${count}`)).status).toBe(200);
    const sixth = await answer('6');

    expect(sixth.status).toBe(404);
    expect(await sixth.json()).toEqual({ ok: false, error: 'used_url' });
    expect(sandbox.ephemerals(ada).map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('a response_url speaks where the app is no member', async () => {
    const app = await appAnswering({});
    await run();

    await fetch(
      String(app.requests[0]?.payload.response_url),
      jsonPost({ response_type: 'in_channel', text: 'hi' }),
    );

    expect(sandbox.snapshot(ada).messages[general]).toMatchObject([{ user: sandbox.botUserId, text: 'hi' }]);
  });
});

function jsonPost(body: object) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
