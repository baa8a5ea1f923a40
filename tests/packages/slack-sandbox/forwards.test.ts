import type { Sandbox } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { startRecordingApp } from './support/recording-app.ts';
import { startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';

describe('what a message carries', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  const say = async (channel: string, text: string) => {
    const said = await sandbox.act({ type: 'say', as: ben, channel, text });
    await sandbox.settled();
    return said.ok ? (said.ts ?? '') : '';
  };

  test('is what was forwarded, and its own words only beside it', async () => {
    const ts = await say('C02GENERAL', 'The lift & the door');
    const app = opened(await startRecordingApp(sandbox));

    await sandbox.act({
      type: 'forward',
      as: ben,
      channel: 'C02GENERAL',
      ts,
      to: helpdeskChannel,
      text: '',
    });
    await sandbox.settled();

    expect(app.events()).toMatchObject([
      {
        type: 'message',
        text: '',
        attachments: [
          { is_share: true, channel_id: 'C02GENERAL', ts, author_id: ben, text: 'The lift &amp; the door' },
        ],
      },
    ]);
    expect(app.events()[0]).not.toHaveProperty('blocks');
  });

  test('is a preview of its links, which is no edit', async () => {
    const app = opened(await startRecordingApp(sandbox));

    const ts = await say(helpdeskChannel, 'see https://campus.example/map?a=1&b=2');

    const [posted, changed] = app.events();
    expect(posted).not.toHaveProperty('attachments');
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      message: {
        ts,
        attachments: [{ from_url: 'https://campus.example/map?a=1&b=2', title: 'campus.example' }],
      },
      previous_message: { ts },
    });
    expect(changed?.message).not.toHaveProperty('edited');
  });

  test('has no preview where previews are off', async () => {
    sandbox.trouble.set({ withoutPreviews: true });
    const app = opened(await startRecordingApp(sandbox));

    await say(helpdeskChannel, 'see https://campus.example/map');

    expect(app.events()).toHaveLength(1);
  });
});
