import fc from 'fast-check';

/** Longest text that people can send, in characters. */
const maxLength = 3000;

/** What hostile texts are made of: every class of characters, and what the readers of texts look for. */
const pieces = [
  ...[
    ' ',
    '\n',
    '\t',
    '\r\n',
    '\u00a0',
    '\u2028',
    ' \n',
    '\n\t',
    'a',
    'A',
    'é',
    'ß',
    'Ä',
    '1',
    '٣',
    '漢',
    'ש',
    'ع',
    'ไ',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇮🇹',
    'e\u0301',
    '\u0301',
    '\u200d',
    '\u200b',
    '\u202e',
    '\ud800',
    '\udc00',
    '\0',
    '\u0007',
  ],
  ...[
    '.',
    ',',
    ';',
    '-',
    '–',
    "'",
    '’',
    '"',
    '""',
    '+',
    '#',
    '@',
    '/',
    '\\',
    '^',
    '$',
    '|',
    '%',
    '=',
    '?',
    '!',
    '&',
    '_',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '<<',
    '><',
    '*',
    '**',
    '~',
    '`',
    '```',
    ':',
    '::',
    '*a',
    '_a ',
    '*_~',
    '>>> ',
  ],
  ...[
    '<@',
    '<!',
    '<#',
    '<@U1|',
    '<http:',
    '<https://a|',
    '<a|b>',
    '<@U1>',
    '&lt;',
    '&amp;',
    ':a',
    ':smile:',
    ':+1:',
    '@here ',
  ],
  ...[
    'a@',
    '@a',
    'a@b.',
    'a.',
    '-a',
    'http://',
    'https://a.b/',
    'www.',
    'mailto:a@b.c',
    '+39 ',
    '0.',
    'a1',
    '1a',
    '1 ',
  ],
  ...[
    'aÄ',
    'A-',
    'Aa ',
    'via ',
    'via A ',
    'A weg',
    'Aweg',
    'Astraße ',
    '1 Aa ',
    'Street',
    'Mr ',
    'mr.',
    'Mr Aa Bb ',
  ],
  ...[
    'my name is ',
    'ich heiße A',
    '\nregards',
    '\nbest ',
    'best',
    'l’',
    "dell'",
    ' - ',
    'but ',
    'now,',
    'wifi ',
    'heizungg',
  ],
  ...[
    'as ',
    ' as helpdesk',
    'list ',
    'search ',
    '#1 ',
    'backlog ',
    'h',
    ' m',
    ',',
    '"a""',
    '\n"',
    '${',
    '{{',
    '\\u0000',
  ],
];

/** A piece, or a few, repeated to the longest length, with something else before and after. */
export const hostileText: fc.Arbitrary<string> = fc
  .record({
    begin: fc.oneof(fc.constant(''), fc.constantFrom(...pieces)),
    repeated: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }),
    end: fc.oneof(fc.constant(''), fc.constantFrom(...pieces, 'b')),
  })
  .map(({ begin, repeated, end }) => fill({ begin, repeated: repeated.join(''), end }));

/** Two runs of the longest length together: what one part of a pattern takes, the next may take back. */
export const hostileRuns: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: maxLength })), {
    minLength: 2,
    maxLength: 6,
  })
  .map(runs => cut(runs.map(([piece, times]) => piece.repeat(times / piece.length)).join('')));

/** `begin`, then `repeated` as often as fits, then `end`. */
export function fill({
  begin = '',
  repeated,
  end = '',
}: {
  begin?: string;
  repeated: string;
  end?: string;
}): string {
  const times = Math.floor((maxLength - lengthOf(begin) - lengthOf(end)) / lengthOf(repeated));
  return `${begin}${repeated.repeat(Math.max(1, times))}${end}`;
}

function cut(text: string): string {
  return [...text].slice(0, maxLength).join('');
}

function lengthOf(text: string): number {
  return [...text].length;
}
