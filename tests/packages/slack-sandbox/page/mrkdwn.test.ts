import type { Inline } from 'slack-sandbox/page';
import { type Paragraph, parseMrkdwn } from 'slack-sandbox/page';
import { describe, expect, test } from 'vitest';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...children: Inline[]): Paragraph[] => [{ kind: 'paragraph', children }];

describe('parseMrkdwn', () => {
  test('words without markup stay one piece of text, with the three entities undone once', () => {
    expect(parseMrkdwn('a &lt;b&gt; &amp;amp; c')).toEqual(paragraph(text('a <b> &amp; c')));
  });

  test.each([
    ['*bold*', 'bold'],
    ['_italic_', 'italic'],
    ['~strike~', 'strike'],
  ] as const)('%s is drawn in its style', (typed, kind) => {
    expect(parseMrkdwn(typed)).toEqual(paragraph({ kind, children: [text(kind)] }));
  });

  test('styles nest', () => {
    const italic: Inline = { kind: 'italic', children: [text('b')] };

    expect(parseMrkdwn('*a _b_*')).toEqual(paragraph({ kind: 'bold', children: [text('a '), italic] }));
  });

  test.each(['2*3*4', 'snake_case_name', '* a*', '*a *', '**', '*a', '*a\nb*'])(
    '%j has no style, because Slack would show it as it is',
    typed => {
      expect(parseMrkdwn(typed)).toEqual(paragraph(...typed.split(/(?=\n)|(?<=\n)/).map(text)));
    },
  );

  test('inside code nothing is markup', () => {
    expect(parseMrkdwn('`*a* &lt;@U1&gt;`')).toEqual(paragraph({ kind: 'code', text: '*a* <@U1>' }));
  });

  test('a fence makes its lines preformatted', () => {
    expect(parseMrkdwn('a\n```x\n  y```')).toEqual([
      { kind: 'paragraph', children: [text('a'), text('\n')] },
      { kind: 'preformatted', text: 'x\n  y' },
    ]);
  });

  test('lines after > are a quotation, and after >>> everything is', () => {
    expect(parseMrkdwn('&gt; a\nb').map(({ kind }) => kind)).toEqual(['quote', 'paragraph']);
    expect(parseMrkdwn('&gt;&gt;&gt;a\nb')).toEqual([
      { kind: 'quote', children: [text('a'), text('\n'), text('b')] },
    ]);
  });

  test.each<[string, Inline]>([
    ['<@U01ADA>', { kind: 'user', id: 'U01ADA', label: '' }],
    ['<#C01|help>', { kind: 'channel', id: 'C01', label: 'help' }],
    ['<!channel>', { kind: 'broadcast', name: 'channel' }],
    ['<!subteam^S1|@staff>', { kind: 'group', label: '@staff' }],
    [
      '<https://a.example/?x=1&amp;y=2|here>',
      { kind: 'link', url: 'https://a.example/?x=1&y=2', label: 'here' },
    ],
    [
      '<!date^1700000000^{date_short}|then>',
      { kind: 'date', timestamp: 1_700_000_000, format: '{date_short}', link: '', fallback: 'then' },
    ],
  ])('%s is a token', (typed, node) => {
    expect(parseMrkdwn(typed)).toEqual(paragraph(node));
  });

  test('what only looks like a token stays text, so nobody is pinged and no script is linked', () => {
    expect(parseMrkdwn('<javascript:alert(1)|x>')).toEqual(paragraph(text('<javascript:alert(1)|x>')));
    expect(parseMrkdwn('&lt;!channel&gt;')).toEqual(paragraph(text('<!channel>')));
  });

  test('a web address is a link without the full stop after it, unless the text is verbatim', () => {
    const link: Inline = { kind: 'link', url: 'https://a.example/b', label: 'https://a.example/b' };

    expect(parseMrkdwn('see https://a.example/b.')).toEqual(paragraph(text('see '), link, text('.')));
    expect(parseMrkdwn('https://a.example', { verbatim: true })).toEqual(
      paragraph(text('https://a.example')),
    );
  });

  test('a known shortcode is an emoji, an unknown one and the colons of a time are text', () => {
    expect(parseMrkdwn(':tada:')).toEqual(paragraph({ kind: 'emoji', character: '🎉', name: 'tada' }));
    expect(parseMrkdwn(':nonsense: 10:30:00')).toEqual(paragraph(text(':nonsense: 10:30:00')));
  });
});
