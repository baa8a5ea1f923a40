import type { App } from '@slack/bolt';
import type { Sandbox } from 'slack-sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { startBolt, startTestSandbox } from './support/test-sandbox.ts';

describe('a plain Bolt app over HTTP', () => {
  let sandbox: Sandbox;
  let bolt: { stop(): Promise<void> } | undefined;
  const start = async (register: (app: App) => void) => {
    bolt = await startBolt(sandbox, register);
  };

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(async () => {
    await bolt?.stop();
    await sandbox.stop();
  });

  test('a command opens a modal and its submission posts a message', async () => {
    await start(app => {
      app.command('/ticket', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: form(body.text) });
      });
      app.view('file', async ({ ack, view, client }) => {
        await ack();
        const text = view.state.values.what?.text?.value ?? '';
        await client.chat.postMessage({ channel: helpdeskChannel, text });
      });
    });

    const as = 'U01ADA';
    const text = 'No WiFi in the library';
    const asked = await sandbox.act({ type: 'command', as, channel: 'C02GENERAL', command: '/ticket', text });
    expect(asked).toEqual({ ok: true });
    const open = await sandbox.until(() => sandbox.snapshot(as).views[0]);
    expect(open.view).toMatchObject({ type: 'modal', callback_id: 'file' });

    const sent = await sandbox.act({ type: 'submit', as, viewId: open.id, state: {} });
    expect(sent).toEqual({ ok: true });
    expect(sandbox.snapshot(as).views).toEqual([]);
    await sandbox.until(() => helpdeskTexts(sandbox).includes(text));
  });
});

function helpdeskTexts(sandbox: Sandbox): string[] {
  return (sandbox.snapshot('U05BEN').messages[helpdeskChannel] ?? []).map(message => message.text);
}

function form(initial: string) {
  return {
    type: 'modal' as const,
    callback_id: 'file',
    title: { type: 'plain_text' as const, text: 'Report a problem' },
    submit: { type: 'plain_text' as const, text: 'Send' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'what',
        label: { type: 'plain_text' as const, text: 'What is wrong?' },
        element: { type: 'plain_text_input' as const, action_id: 'text', initial_value: initial },
      },
    ],
  };
}
