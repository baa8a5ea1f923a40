import type { Sandbox } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { helpdeskChannel as channel, testCampus } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { startRecordingApp } from './support/recording-app.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const opened = createOpened();
const nora = { id: 'U07NORA', name: 'nora', realName: 'Nora Lind', title: 'Student' };

describe('who joins the workspace', () => {
  const events = ['team_join', 'member_joined_channel'];
  const scopes = ['users:read', 'channels:read', 'channels:history', 'chat:write'];
  const general = { ...testCampus.channels[1], id: 'C02GENERAL', name: 'general', hasApp: true };
  const campus = { ...testCampus, channels: [...testCampus.channels.slice(0, 1), general] };

  test('is announced, comes into the channels of everybody, and acts', async () => {
    const sandbox = opened(await startTestSandbox({ events, scopes, campus }));
    const app = opened(await startRecordingApp(sandbox));

    const joined = sandbox.join(nora);
    await sandbox.settled();
    const said = await sandbox.act({ type: 'say', as: nora.id, channel: general.id, text: 'Hello' });

    expect(joined).toMatchObject({ ...nora, isBot: false });
    expect(app.events()).toMatchObject([
      { type: 'team_join', user: { id: nora.id, real_name: 'Nora Lind', deleted: false } },
      { type: 'member_joined_channel', user: nora.id, channel: general.id },
    ]);
    expect(sandbox.snapshot(nora.id).conversations.map(({ id }) => id)).toEqual([general.id]);
    expect(said).toMatchObject({ ok: true });
  });

  test('needs an id of their own, over HTTP too', async () => {
    const sandbox = opened(await startTestSandbox());
    const join = (person: object) =>
      fetch(`${sandbox.url}/sandbox/people`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(person),
      });

    const joined = await join(nora);
    const again = await join(nora);
    const nameless = await join({ id: 'U08OLE' });

    expect(await joined.json()).toMatchObject({ ok: true, person: nora });
    expect(await again.json()).toEqual({
      ok: false,
      message: 'U07NORA is Nora Lind already: choose another id.',
    });
    expect([again.status, nameless.status]).toEqual([400, 400]);
  });
});

describe('metadata of messages', () => {
  const events = ['message_metadata_posted', 'message_metadata_updated', 'message_metadata_deleted'];
  const scopes = ['metadata.message:read', 'chat:write', 'channels:history'];
  const subscribed = [{ app_id: '*', event_type: 'order' }];
  const metadata = (event_type: string, state: string) => ({ event_type, event_payload: { state } });

  /** Posts, changes and deletes a message of each of two kinds. */
  async function live(sandbox: Sandbox) {
    const { chat } = clientOf(sandbox);
    for (const kind of ['order', 'other']) {
      const posted = await chat.postMessage({ channel, text: 'x', metadata: metadata(kind, 'new') });
      const { ts = '' } = posted;
      await chat.update({ channel, ts, text: 'no word of metadata' });
      await chat.update({ channel, ts, text: 'y', metadata: metadata(kind, 'paid') });
      await chat.delete({ channel, ts });
    }
    await sandbox.settled();
  }

  test('are told when they come, change and go, of the kinds that the manifest names', async () => {
    const sandbox = opened(await startTestSandbox({ events, scopes, metadataSubscriptions: subscribed }));
    const app = opened(await startRecordingApp(sandbox));

    await live(sandbox);

    const about = { channel_id: channel, user_id: sandbox.botUserId };
    expect(app.events()).toMatchObject([
      { ...about, type: 'message_metadata_posted', metadata: metadata('order', 'new') },
      {
        ...about,
        type: 'message_metadata_updated',
        metadata: metadata('order', 'paid'),
        previous_metadata: metadata('order', 'new'),
      },
      { ...about, type: 'message_metadata_deleted', previous_metadata: metadata('order', 'paid') },
    ]);
  });

  test('are told to nobody who lacks the scope', async () => {
    const without = ['metadata.message:read'];
    const sandbox = opened(
      await startTestSandbox({ events, scopes, without, metadataSubscriptions: subscribed }),
    );
    const app = opened(await startRecordingApp(sandbox));

    await live(sandbox);

    expect(app.events()).toEqual([]);
  });
});

test('what an app waits for in vain is named', async () => {
  const events = ['team_join', 'assistant_thread_started', 'channel_rename'];

  const sandbox = opened(await startTestSandbox({ events }));

  expect(sandbox.unsentEvents).toEqual(['assistant_thread_started', 'channel_rename']);
});
