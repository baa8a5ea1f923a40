import type { Sandbox } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ada = 'U01ADA';
const general = 'C02GENERAL';

describe('the Web API, called with the official client', () => {
  let sandbox: Sandbox;
  let client: ReturnType<typeof clientOf>;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
    client = clientOf(sandbox);
  });

  const say = async (text: string, threadTs?: string) => {
    const channel = helpdeskChannel;
    const said = await sandbox.act({ type: 'say', as: 'U05BEN', channel, text, threadTs });
    return said.ok ? (said.ts ?? '') : said.message;
  };

  test('auth.test answers who the app is', async () => {
    const answer = await client.auth.test();

    expect(answer).toMatchObject({ ok: true, team: 'Campus', user: 'Test Desk', user_id: sandbox.botUserId });
  });

  test('a method nobody knows is refused', async () => {
    await expect(client.apiCall('chat.shout')).rejects.toMatchObject({
      data: {
        error: 'unknown_method',
        response_metadata: { messages: [expect.stringContaining('the sandbox has no chat.shout')] },
      },
    });
  });

  test('a missing, a wrong and the wrong kind of token are told apart', async () => {
    const answerTo = async (token: string | undefined) => {
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      const answer = await fetch(`${sandbox.apiUrl}auth.test`, { method: 'POST', headers });
      return answer.json();
    };

    expect(await answerTo(undefined)).toEqual({ ok: false, error: 'not_authed' });
    expect(await answerTo('xoxb-forged')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await answerTo(sandbox.appToken)).toEqual({ ok: false, error: 'not_allowed_token_type' });
  });

  test('the app has the scopes of its manifest and no others', async () => {
    const narrow = opened(await startTestSandbox({ scopes: ['commands', 'users:read'] }));

    const call = clientOf(narrow).chat.postMessage({ channel: helpdeskChannel, text: 'hi' });

    await expect(call).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands,users:read' },
    });
  });

  test('a JSON body with a bearer token means the same as a form', async () => {
    const answer = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${sandbox.botToken}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify({ channel: helpdeskChannel, text: 'hi', blocks: [{ type: 'divider' }] }),
    });

    expect(await answer.json()).toMatchObject({
      ok: true,
      message: { text: 'hi', blocks: [{ type: 'divider' }] },
    });
  });

  test('a broken JSON body is refused by name', async () => {
    const headers = { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.apiUrl}auth.test`, { method: 'POST', headers, body: '{' });

    expect(await answer.json()).toEqual({ ok: false, error: 'invalid_json' });
  });

  test('a post says who it is from and carries its metadata', async () => {
    const metadata = { event_type: 'ticket', event_payload: { number: 12 } };

    const posted = await client.chat.postMessage({ channel: helpdeskChannel, text: 'hi', metadata });

    expect(posted.channel).toBe(helpdeskChannel);
    expect(posted.message).toMatchObject({ type: 'message', user: sandbox.botUserId, text: 'hi', metadata });
    expect(posted.message?.bot_id).toMatch(/^B/);
    expect(posted.message?.subtype).toBeUndefined();
    expect(posted.response_metadata).not.toHaveProperty('warnings');
  });

  test('history shows metadata in full only on demand', async () => {
    const metadata = { event_type: 'ticket', event_payload: { number: 12 } };
    const channel = helpdeskChannel;
    await client.chat.postMessage({ channel, text: 'hi', metadata });

    const short = await client.conversations.history({ channel });
    const full = await client.conversations.history({ channel, include_all_metadata: true });

    expect(short.messages?.[0]?.metadata).toEqual({ event_type: 'ticket' });
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
  });

  test('history is newest first, without replies, page by page', async () => {
    const first = await say('one');
    await say('two');
    await say('a reply', first);
    await say('three');
    const channel = helpdeskChannel;

    const page1 = await client.conversations.history({ channel, limit: 2 });
    const cursor = page1.response_metadata?.next_cursor;
    const page2 = await client.conversations.history({ channel, limit: 2, cursor });

    expect(page1.messages?.map(({ text }) => text)).toEqual(['three', 'two']);
    expect(page1.has_more).toBe(true);
    expect(page2.messages).toMatchObject([{ text: 'one', reply_count: 1 }]);
    expect(page2.has_more).toBe(false);
  });

  test('replies come root first; an unknown thread is refused', async () => {
    const channel = helpdeskChannel;
    const ts = await say('root');
    await say('reply', ts);

    const thread = await client.conversations.replies({ channel, ts });

    expect(thread.messages).toMatchObject([
      { text: 'root', thread_ts: ts, reply_count: 1 },
      { text: 'reply', thread_ts: ts, parent_user_id: 'U05BEN' },
    ]);
    await expect(client.conversations.replies({ channel, ts: '1.000000' })).rejects.toMatchObject({
      data: { error: 'thread_not_found' },
    });
  });

  test('the app reads and posts only where it is a member', async () => {
    const refused = { data: { error: 'not_in_channel' } };
    await expect(client.chat.postMessage({ channel: general, text: 'hi' })).rejects.toMatchObject(refused);
    await expect(client.conversations.history({ channel: general })).rejects.toMatchObject(refused);

    await client.conversations.join({ channel: general });

    await expect(client.chat.postMessage({ channel: general, text: 'hi' })).resolves.toMatchObject({
      ok: true,
    });
  });

  test('a DM between people is invisible to the app', async () => {
    const dm = await sandbox.act({ type: 'open_dm', as: ada, with: 'U05BEN' });
    const channel = dm.ok ? (dm.channel ?? '') : '';

    const call = client.chat.postMessage({ channel, text: 'hi' });

    await expect(call).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
  });

  test('a post to a person lands in the DM that conversations.open answers', async () => {
    const open = await client.conversations.open({ users: ada });

    const posted = await client.chat.postMessage({ channel: ada, text: 'hi' });

    expect(posted.channel).toBe(open.channel?.id);
    expect(posted.channel).toMatch(/^D/);
  });

  test('a post into a thread whose root is gone stands in the channel, for all to read', async () => {
    const channel = helpdeskChannel;

    const posted = await client.chat.postMessage({ channel, text: 'hi', thread_ts: '1.000000' });

    expect(posted.message).not.toHaveProperty('thread_ts');
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.[0]).toMatchObject({ ts: posted.ts, text: 'hi' });
  });

  test('a thread hangs on a root that exists', async () => {
    sandbox.trouble.set({ strictThreads: true });
    const channel = helpdeskChannel;
    const root = await say('root');
    const reply = await say('reply', root);
    const post = (thread_ts: string) => client.chat.postMessage({ channel, text: 'hi', thread_ts });

    await expect(post('1.000000')).rejects.toMatchObject({ data: { error: 'thread_not_found' } });
    await expect(post(reply)).rejects.toMatchObject({ data: { error: 'cannot_reply_to_message' } });
    await expect(post(root)).resolves.toMatchObject({
      message: { thread_ts: root, parent_user_id: 'U05BEN' },
    });
  });

  test('an update without blocks removes them and marks the message as edited', async () => {
    const channel = helpdeskChannel;
    const metadata = { event_type: 'ticket', event_payload: { number: 1 } };
    const { ts = '' } = await client.chat.postMessage({
      channel,
      text: 'card',
      blocks: [{ type: 'divider' }],
      metadata,
    });

    const updated = await client.chat.update({ channel, ts, text: 'gone' });

    expect(updated.message).toMatchObject({ text: 'gone', edited: { user: sandbox.botUserId }, metadata });
    expect(updated.message).not.toHaveProperty('blocks');
  });

  test('only the app’s own messages can be changed or deleted', async () => {
    const channel = helpdeskChannel;
    const ts = await say('mine');

    await expect(client.chat.update({ channel, ts, text: 'yours' })).rejects.toMatchObject({
      data: { error: 'cant_update_message' },
    });
    await expect(client.chat.delete({ channel, ts })).rejects.toMatchObject({
      data: { error: 'cant_delete_message' },
    });
    await expect(client.chat.update({ channel, ts: '1.000000', text: 'x' })).rejects.toMatchObject({
      data: { error: 'message_not_found' },
    });
  });

  test('texts have their limits', async () => {
    const channel = helpdeskChannel;
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x'.repeat(41_000) });
    const section = (length: number) => ({
      type: 'section' as const,
      text: { type: 'mrkdwn' as const, text: 'x'.repeat(length) },
    });

    const history = await client.conversations.history({ channel });
    expect(history.messages?.[0]?.text).toHaveLength(40_000);
    await expect(client.chat.update({ channel, ts, text: 'x'.repeat(4001) })).rejects.toMatchObject({
      data: { error: 'msg_too_long' },
    });
    await expect(
      client.chat.postMessage({ channel, text: 'x', blocks: Array.from({ length: 5 }, () => section(2500)) }),
    ).rejects.toMatchObject({ data: { error: 'msg_blocks_too_long' } });
    await expect(client.chat.postMessage({ channel, text: '' })).rejects.toMatchObject({
      data: { error: 'no_text' },
    });
  });

  test('an ephemeral message is seen by one member, and is in no history', async () => {
    const channel = helpdeskChannel;

    await client.chat.postEphemeral({ channel, user: 'U05BEN', text: 'psst' });

    expect(sandbox.ephemerals('U05BEN')).toMatchObject([{ text: 'psst', ephemeral_for: 'U05BEN' }]);
    expect(sandbox.ephemerals('U06CHLOE')).toEqual([]);
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
    await expect(client.chat.postEphemeral({ channel, user: ada, text: 'psst' })).rejects.toMatchObject({
      data: { error: 'user_not_in_channel' },
    });
  });

  test('people and members are listed page by page', async () => {
    const first = await client.users.list({ limit: 4 });
    const cursor = first.response_metadata?.next_cursor;
    const second = await client.users.list({ limit: 4, cursor });
    const names = [...(first.members ?? []), ...(second.members ?? [])].map(({ name }) => name);

    const { members } = await client.conversations.members({ channel: helpdeskChannel });

    expect(names).toEqual(['ada', 'liam', 'mei', 'rosa', 'ben', 'chloe', 'Test Desk']);
    expect(members).toEqual(['U05BEN', 'U06CHLOE', sandbox.botUserId]);
    await expect(client.users.list({ cursor: 'nonsense' })).rejects.toMatchObject({
      data: { error: 'invalid_cursor' },
    });
  });

  test('a locale comes only on demand', async () => {
    const plain = await client.users.info({ user: ada });
    const withLocale = await client.users.info({ user: ada, include_locale: true });

    expect(plain.user).toMatchObject({ id: ada, real_name: 'Ada Okafor', is_bot: false });
    expect(plain.user).not.toHaveProperty('locale');
    expect(withLocale.user?.locale).toBe('en-US');
  });

  test('a reaction is added once', async () => {
    const channel = helpdeskChannel;
    const timestamp = await say('done?');

    await client.reactions.add({ channel, timestamp, name: 'eyes' });

    await expect(client.reactions.add({ channel, timestamp, name: 'eyes' })).rejects.toMatchObject({
      data: { error: 'already_reacted' },
    });
    await expect(client.reactions.add({ channel, timestamp, name: 'no_such_face' })).rejects.toMatchObject({
      data: { error: 'invalid_name' },
    });
  });

  test('a reaction is taken back once', async () => {
    const channel = helpdeskChannel;
    const timestamp = await say('done?');
    await client.reactions.add({ channel, timestamp, name: 'eyes' });

    await client.reactions.remove({ channel, timestamp, name: 'eyes' });

    await expect(client.reactions.remove({ channel, timestamp, name: 'eyes' })).rejects.toMatchObject({
      data: { error: 'no_reaction' },
    });
    const { messages = [] } = await client.conversations.history({ channel, limit: 1 });
    expect(messages[0]).not.toHaveProperty('reactions');
  });

  test('a permalink names channel, message and thread', async () => {
    const channel = helpdeskChannel;
    const root = await say('root');
    const reply = await say('reply', root);

    const { permalink } = await client.chat.getPermalink({ channel, message_ts: reply });

    const digits = reply.replace('.', '');
    expect(permalink).toBe(`${sandbox.url}/archives/${channel}/p${digits}?thread_ts=${root}&cid=${channel}`);
  });

  test('posting into DMs needs the Messages tab', async () => {
    const closed = opened(await startTestSandbox({ messagesTab: false }));

    const call = clientOf(closed).chat.postMessage({ channel: ada, text: 'hi' });

    await expect(call).rejects.toMatchObject({ data: { error: 'messages_tab_disabled' } });
  });
});
