import { describe, expect, test } from 'vitest';
import { readSlackMessage } from '../../../bot/conversation/read-slack-message.ts';

const reply = {
  type: 'message',
  channel: 'C01',
  user: 'U01',
  ts: '2.0',
  thread_ts: '1.0',
  text: 'still broken',
};
const comment = {
  channel: 'C01',
  ts: '2.0',
  threadTs: '1.0',
  user: 'U01',
  body: 'still broken',
  files: [],
  editedTs: undefined,
};

const read = (message: object) => readSlackMessage({ message, botUserId: 'UBOT' });

describe('readSlackMessage', () => {
  test('reads a reply as a comment of its thread', () => {
    expect(read(reply)).toEqual({ kind: 'comment', ...comment });
  });

  test.each(['thread_broadcast', 'me_message', 'file_share'])('counts a %s once, as a comment', subtype => {
    expect(read({ ...reply, subtype })).toEqual({ kind: 'comment', ...comment });
  });

  test.each([
    ['a join', { ...reply, subtype: 'channel_join' }],
    ['a pin', { ...reply, subtype: 'pinned_item' }],
    ['another app', { ...reply, bot_id: 'B02' }],
    ['our own post', { ...reply, user: 'UBOT' }],
    ['a parent update without subtype', { type: 'message', channel: 'C01', ts: '3.0', message: reply }],
    ['an empty message', { ...reply, text: '' }],
    ['something that is no message', { hello: 'world' }],
  ])('ignores %s', (_what, message) => {
    expect(read(message)).toEqual({ kind: 'ignore' });
  });

  test('keeps line breaks and emoji and decodes entities once', () => {
    const text = 'a &lt;b&gt; &amp;amp; :smile:\n<https://x.org|the page> <@U02> <!here> <#C05|general>';

    expect(read({ ...reply, text })).toMatchObject({
      body: 'a <b> &amp; :smile:\nthe page (https://x.org) @U02 @here #general',
    });
  });

  test('names a mentioned user where the name is known', () => {
    const names = new Map([['U02', 'Ben <3']]);
    const reading = readSlackMessage({
      message: { ...reply, text: 'ask <@U02>' },
      botUserId: 'UBOT',
      names,
    });

    expect(reading).toMatchObject({ body: 'ask @Ben <3' });
  });

  test.each([
    ['pho\0to.jpg', 'photo.jpg'],
    ['\u202e', 'file'],
  ])('names a file %j %j, because the message counts more than the name', (name, expected) => {
    const files = [{ name, title: '', mimetype: 'image/png', size: 3, permalink: 'https://s.example/a' }];

    expect(read({ ...reply, subtype: 'file_share', files })).toMatchObject({ files: [{ name: expected }] });
  });

  test('keeps a message that is only a file', () => {
    const files = [
      { name: 'a.png', mimetype: 'image/png', size: 3, permalink: 'https://s.example/a' },
      { name: 'b.txt' },
    ];

    expect(read({ ...reply, subtype: 'file_share', text: '', files })).toMatchObject({
      body: '(file: b.txt)',
      files: [{ name: 'a.png', mimeType: 'image/png', size: 3, url: 'https://s.example/a' }],
    });
  });

  test('cuts what is longer than a message may be, and says so', () => {
    const reading = read({ ...reply, text: 'x'.repeat(5000) });

    expect(reading).toMatchObject({ body: expect.stringMatching(/^x+… \(cut here; .*\)$/) });
    expect(reading.kind === 'comment' && reading.body.length).toBe(3000);
  });

  test('reads an edit by its author', () => {
    const message = { ...reply, text: 'fixed', edited: { user: 'U01', ts: '5.0' } };

    expect(
      read({ subtype: 'message_changed', channel: 'C01', ts: '5.0', message, previous_message: reply }),
    ).toEqual({
      kind: 'edit',
      comment: { ...comment, body: 'fixed', editedTs: '5.0' },
      editor: 'U01',
      editedTs: '5.0',
    });
  });

  test.each([
    ['an unfurl', { ...reply, attachments: [{ text: 'preview' }] }, reply],
    [
      'an unfurl after an edit',
      { ...reply, edited: { user: 'U01', ts: '5.0' }, attachments: [] },
      { ...reply, edited: { user: 'U01', ts: '5.0' } },
    ],
    ['an update of our own post', { ...reply, bot_id: 'B01', edited: { user: 'UBOT', ts: '5.0' } }, reply],
    ['the tombstone of a root', { ts: '1.0', user: 'USLACKBOT', subtype: 'tombstone', text: 'gone' }, reply],
  ])('ignores the change that is %s', (_what, message, previous) => {
    const change = {
      subtype: 'message_changed',
      channel: 'C01',
      ts: '6.0',
      message,
      previous_message: previous,
    };

    expect(read(change)).toEqual({ kind: 'ignore' });
  });

  test('reads a deletion with what was deleted', () => {
    const deletion = { subtype: 'message_deleted', channel: 'C01', ts: '9.0', deleted_ts: '2.0' };

    expect(read({ ...deletion, previous_message: reply })).toEqual({
      kind: 'deletion',
      channel: 'C01',
      ts: '2.0',
      comment,
    });
    expect(read(deletion)).toEqual({ kind: 'deletion', channel: 'C01', ts: '2.0', comment: undefined });
    expect(read({ ...deletion, previous_message: { ...reply, bot_id: 'B01' } })).toEqual({ kind: 'ignore' });
  });
});
