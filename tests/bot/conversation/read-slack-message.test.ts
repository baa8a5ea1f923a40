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
    [
      'the tombstone of a card of ours',
      { ts: '1.0', user: 'USLACKBOT', subtype: 'tombstone', text: 'gone' },
      { ...reply, ts: '1.0', bot_id: 'B01' },
    ],
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

  test('reads the tombstone of a message that had replies as its deletion', () => {
    const message = { ts: '1.0', user: 'USLACKBOT', subtype: 'tombstone', text: 'gone' };
    const change = { subtype: 'message_changed', channel: 'C01', ts: '9.0', message };
    const root = { ...reply, ts: '1.0', thread_ts: '1.0' };

    expect(read({ ...change, previous_message: root })).toEqual({
      kind: 'deletion',
      channel: 'C01',
      ts: '1.0',
      comment: { ...comment, ts: '1.0', threadTs: undefined, isRoot: true },
    });
    expect(read(change)).toEqual({ kind: 'deletion', channel: 'C01', ts: '1.0', comment: undefined });
  });
});

describe('a message that is not as it should be', () => {
  const readWith = (message: object) => {
    const unread: string[] = [];
    const onUnread = (fields: string[]) => unread.push(...fields);
    return { reading: readSlackMessage({ message, botUserId: 'UBOT', onUnread }), unread };
  };

  test.each(['subtype', 'files', 'attachments', 'edited', 'bot_id', 'team', 'blocks', 'message'])(
    'is read where %s is null',
    field => {
      expect(readWith({ ...reply, [field]: null })).toEqual({
        reading: { kind: 'comment', ...comment },
        unread: [],
      });
    },
  );

  test('is read where its thread or its text is null', () => {
    const files = [{ name: null, permalink: 'https://s.example/a' }];

    expect(read({ ...reply, thread_ts: null })).toEqual({ kind: 'comment', ...comment, threadTs: undefined });
    expect(read({ ...reply, text: null, files })).toMatchObject({
      body: '',
      files: [{ name: 'file', mimeType: 'application/octet-stream', size: 0 }],
    });
  });

  test.each([
    ['files', { files: 'none' }],
    ['attachments', { attachments: 7 }],
    ['edited', { edited: { user: 'U01' } }],
  ])('is read without the %s that cannot be read, which are named', (field, fields) => {
    expect(readWith({ ...reply, ...fields })).toEqual({
      reading: { kind: 'comment', ...comment },
      unread: [field],
    });
  });

  test('is read without the one file that cannot be read', () => {
    const files = [null, 'x', { name: 'a.png', size: '3', permalink: 'https://s.example/a' }];

    expect(read({ ...reply, files })).toMatchObject({ files: [{ name: 'a.png', size: 0 }] });
  });

  test.each([
    ['channel', { ...reply, channel: undefined }],
    ['user', { ...reply, user: null }],
    ['user', { ...reply, user: 7 }],
    ['ts', { ...reply, ts: null }],
  ])('is ignored without its %s, which is named', (field, message) => {
    expect(readWith(message)).toEqual({ reading: { kind: 'ignore' }, unread: [field] });
  });

  test('names what cannot be read of the message that was changed', () => {
    const message = { ...reply, text: 'fixed', edited: { user: null, ts: '5.0' } };
    const change = { subtype: 'message_changed', channel: 'C01', ts: '5.0', message };

    expect(read({ ...change, previous_message: null })).toMatchObject({ kind: 'edit', editor: 'U01' });
    expect(readWith({ ...change, message: { ...message, thread_ts: 1 } }).unread).toEqual([
      'message.thread_ts',
    ]);
  });

  test('is no person’s when Slack wrote it', () => {
    expect(read({ ...reply, user: 'USLACKBOT' })).toEqual({ kind: 'ignore' });
  });
});

describe('the files of a message', () => {
  const named = (name: string) => {
    const reading = read({ ...reply, files: [{ name, permalink: 'https://s.example/a' }] });
    return reading.kind === 'comment' ? reading.files[0]?.name : undefined;
  };

  test.each([
    ['a NUL', 'a\u0000b.png', 'ab.png'],
    ['half a character', 'a\ud83d.png', 'a\ufffd.png'],
    ['a line break', 'a\nb.png', 'a b.png'],
    ['nothing to be seen', '\u0000\u200b', 'file'],
  ])('have names without %s', (_what, name, clean) => {
    expect(named(name)).toBe(clean);
  });

  test('have names that are never cut inside a character', () => {
    expect(named(`${'x'.repeat(499)}😀`)).toBe('x'.repeat(499));
    expect(named(`${'x'.repeat(498)}😀`)).toBe(`${'x'.repeat(498)}😀`);
  });

  test('are named in the text where their link cannot be used', () => {
    const files = [{ name: 'a.png', permalink: 'https://s.example/a\u0000b' }];

    expect(read({ ...reply, text: '', files })).toMatchObject({ body: '(file: a.png)', files: [] });
  });
});

describe('what a message says', () => {
  const forwarded = { is_share: true, text: 'the lamp is &lt;out&gt;', fallback: '[no preview]' };

  test('is its own text and what it forwards, with the files of both', () => {
    const part = { ...forwarded, files: [{ name: 'b.png', permalink: 'https://s.example/b' }] };

    expect(read({ ...reply, text: 'see below', attachments: [part, { text: 'a preview' }] })).toMatchObject({
      body: 'see below\nthe lamp is <out>',
      files: [{ name: 'b.png' }],
    });
  });

  test('is the forwarded text alone where it has none', () => {
    expect(read({ ...reply, text: '', attachments: [forwarded] })).toMatchObject({
      body: 'the lamp is <out>',
    });
  });

  test('is what its blocks say where it has no text', () => {
    const button = { type: 'button', text: { type: 'plain_text', text: 'Mute' } };
    const image = { type: 'image', image_url: 'https://x.org/i.png', alt_text: 'a disk' };
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'Disk <full> on :srv:' } },
      { type: 'section', text: { type: 'mrkdwn', text: '*95 %* of <https://x.org|/var>' } },
      { type: 'section', fields: [{ type: 'mrkdwn', text: 'since 9:00' }] },
      { type: 'divider' },
      { type: 'context', elements: [image, { type: 'plain_text', text: 'from Nagios' }] },
      { type: 'actions', elements: [button] },
    ];

    expect(read({ ...reply, text: null, blocks })).toMatchObject({
      body: 'Disk <full> on :srv:\n*95 %* of /var (https://x.org)\nsince 9:00\nfrom Nagios',
    });
  });

  test('is what its rich text says, with people, channels and emoji', () => {
    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
    const elements = [
      section(
        { type: 'text', text: 'Ask <b> ' },
        { type: 'user', user_id: 'U02' },
        { type: 'text', text: ' in ' },
        { type: 'channel', channel_id: 'C05' },
        { type: 'emoji', name: 'smile' },
      ),
      { type: 'rich_text_list', elements: [section({ type: 'link', url: 'https://x.org' })] },
    ];

    expect(read({ ...reply, text: '', blocks: [{ type: 'rich_text', elements }] })).toMatchObject({
      body: 'Ask <b> @U02 in #C05:smile:\n• https://x.org',
    });
  });

  test('names a channel by its id where Slack gives no name', () => {
    expect(read({ ...reply, text: 'see <#C05> and <#C06|>' })).toMatchObject({ body: 'see #C05 and #C06' });
  });
});
