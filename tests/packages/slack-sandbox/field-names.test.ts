import type { Sandbox } from 'slack-sandbox';
import { beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { type RecordingApp, startRecordingApp } from './support/recording-app.ts';
import { answerFields, envelopeFields, eventFields, slackFields } from './support/slack-fields.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';
const scopes = [
  'channels:history',
  'channels:read',
  'chat:write',
  'files:read',
  'files:write',
  'im:write',
  'reactions:read',
  'reactions:write',
  'users:read',
];
const events = [
  'app_home_opened',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
  'team_join',
];

type Calls = Record<string, () => Promise<object>>;

/** Fields of the object, and of all in it, that Slack does not have; `names` are those of the object itself. */
function strangers({ value, names, at }: { value: object; names: string[]; at: string }): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = `${at}.${name}`;
    const own = names.includes(name) ? [] : [place];
    const known = slackFields[name];
    // What an app or a person sent comes back as it was: its names are not the sandbox's.
    if (known === undefined) return own;
    const objects = [inner].flat().filter(one => typeof one === 'object' && one !== null);
    return [...own, ...objects.flatMap(one => strangers({ value: one, names: known, at: place }))];
  });
}

describe('the fields that the sandbox writes', () => {
  let sandbox: Sandbox;
  let app: RecordingApp;
  const answers: Record<string, object> = {};

  beforeAll(async () => {
    sandbox = await startTestSandbox({ events, scopes });
    app = await startRecordingApp(sandbox);
    const channel = helpdeskChannel;
    const client = clientOf(sandbox);
    const metadata = { event_type: 'card', event_payload: { ticket: 1 } };
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a card', metadata });
    const say = (text: string, threadTs?: string) =>
      sandbox.act({ type: 'say', as: ben, channel, text, ...(threadTs && { threadTs }) });
    await say('an answer', ts);
    const { upload_url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
      filename: 'a.txt',
      length: 3,
    });
    await fetch(upload_url, { method: 'POST', body: 'abc' });
    const calls: Calls = {
      'auth.test': () => client.auth.test(),
      'chat.getPermalink': () => client.chat.getPermalink({ channel, message_ts: ts }),
      'chat.postEphemeral': () => client.chat.postEphemeral({ channel, user: ben, text: 'alone' }),
      'chat.postMessage': () => client.chat.postMessage({ channel, text: 'more', thread_ts: ts }),
      'chat.update': () => client.chat.update({ channel, ts, text: 'changed' }),
      'conversations.history': () =>
        client.conversations.history({ channel, limit: 1, include_all_metadata: true }),
      'conversations.info': () => client.conversations.info({ channel }),
      'conversations.list': () => client.conversations.list({}),
      'conversations.members': () => client.conversations.members({ channel }),
      'conversations.open': () => client.conversations.open({ users: 'U01ADA', return_im: true }),
      'conversations.replies': () =>
        client.conversations.replies({ channel, ts, include_all_metadata: true }),
      'files.completeUploadExternal': () =>
        client.files.completeUploadExternal({ files: [{ id, title: 'A' }], channel_id: channel }),
      'files.getUploadURLExternal': () => client.files.getUploadURLExternal({ filename: 'b.txt', length: 3 }),
      'files.info': () => client.files.info({ file: id }),
      'reactions.add': () => client.reactions.add({ channel, timestamp: ts, name: 'tada' }),
      'users.info': () => client.users.info({ user: ben, include_locale: true }),
      'users.list': () => client.users.list({}),
      'chat.delete': () => client.chat.delete({ channel, ts }),
    };
    for (const [method, call] of Object.entries(calls)) {
      const { ok: _ok, ...answer } = { ok: true, ...(await call()) };
      answers[method] = answer;
    }
    const said = await say('see https://campus.example, @Test Desk');
    const mine = { as: ben, channel, ts: said.ok ? (said.ts ?? '') : '' };
    await sandbox.act({ type: 'react', ...mine, name: 'tada' });
    await sandbox.act({ type: 'edit', ...mine, text: 'changed' });
    await sandbox.act({ type: 'delete', ...mine });
    sandbox.join({ id: 'U07NORA', name: 'nora', realName: 'Nora Lind' });
    await sandbox.act({ type: 'open_home', as: ben });
    await sandbox.settled();
    return async () => {
      await app.stop();
      await sandbox.stop();
    };
  });

  test('are Slack’s in the answer of every method', () => {
    expect(Object.keys(answers).toSorted()).toEqual(Object.keys(answerFields).toSorted());
    const strange = Object.entries(answers).flatMap(([method, value]) =>
      strangers({ value, names: answerFields[method] ?? [], at: method }),
    );

    expect(strange).toEqual([]);
  });

  test('are Slack’s in every event and around it', () => {
    const kinds = new Set<string>();
    const strange = app.requests.flatMap(({ payload }) => {
      const event = Object(payload.event);
      const kind = [event.type, event.subtype].filter(Boolean).join(' ');
      kinds.add(kind);
      return [
        ...strangers({ value: payload, names: envelopeFields, at: kind }),
        ...strangers({ value: event, names: eventFields[kind] ?? [], at: kind }),
      ];
    });

    expect(strange).toEqual([]);
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'message',
        'message message_changed',
        'message message_deleted',
        'reaction_added',
        'team_join',
      ]),
    );
  });
});
