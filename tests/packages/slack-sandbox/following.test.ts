import type { Sandbox } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ada = 'U01ADA';
const ben = 'U05BEN';
const chloe = 'U06CHLOE';

describe('what Slack notifies people of', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  const post = async (text: string, more: { thread_ts?: string; blocks?: object[] } = {}) => {
    const { blocks, ...rest } = more;
    const content = { text, ...rest, ...(blocks && { blocks: JSON.parse(JSON.stringify(blocks)) }) };
    return (await clientOf(sandbox).chat.postMessage({ channel: helpdeskChannel, ...content })).ts ?? '';
  };
  const say = (as: string, text: string, threadTs?: string) =>
    sandbox.act({ type: 'say', as, channel: helpdeskChannel, text, ...(threadTs && { threadTs }) });
  const notified = (id: string) => sandbox.notifications(id).map(({ text }) => text);

  test('is nothing for who only reads a thread, or presses a button in it', async () => {
    const root = await post('a card');

    await post('an answer', { thread_ts: root });

    expect(notified(ben)).toEqual([]);
  });

  test('is each reply to who began the thread, wrote in it or was mentioned in it', async () => {
    const root = await post('a card');
    await say(ben, 'I take it', root);
    await post('<@U06CHLOE>: yours too', { thread_ts: root });

    await post('an answer', { thread_ts: root });

    expect(notified(ben)).toEqual(['<@U06CHLOE>: yours too', 'an answer']);
    expect(notified(chloe)).toEqual(['<@U06CHLOE>: yours too', 'an answer']);
  });

  test('is a mention in what is shown, not in the text beside it', async () => {
    const element = { type: 'rich_text_section', elements: [{ type: 'text', text: 'for you' }] };

    await post('<@U05BEN> for you', { blocks: [{ type: 'rich_text', elements: [element] }] });
    await post('<@U05BEN> for you');

    expect(notified(ben)).toEqual(['<@U05BEN> for you']);
  });

  test('is a direct message, and a call to the whole channel, but never one’s own words', async () => {
    const dm = await clientOf(sandbox).conversations.open({ users: ada });
    await clientOf(sandbox).chat.postMessage({ channel: dm.channel?.id ?? '', text: 'for you alone' });

    await say(ben, '@channel lunch');

    expect(notified(ada)).toEqual(['for you alone']);
    expect(notified(chloe)).toEqual(['<!channel> lunch']);
    expect(notified(ben)).toEqual([]);
  });

  test('is said to no app', async () => {
    const root = await post('a card');
    await post('<@U05BEN> look', { thread_ts: root });

    const { messages } = await clientOf(sandbox).conversations.replies({
      channel: helpdeskChannel,
      ts: root,
    });

    expect(JSON.stringify(messages)).not.toContain('notified');
  });
});
