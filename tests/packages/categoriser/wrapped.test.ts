import { readFileSync } from 'node:fs';
import { createCategoriser } from '@campus-desk/categoriser';
import { measureWrapped, readLabelledTexts, readWrappings } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';
import { quickestOf } from '../../support/quickest-of.ts';

const { categorise } = createCategoriser();
const labelled = readLabelledTexts(read('held-out.csv')).filter((_, at) => at % 3 === 0);
const [plain, ...wrapped] = measureWrapped({
  labelled,
  wrappings: readWrappings(read('wrappings.txt')),
  categorise,
});

/** Eight sentences of chat say more than any other wrapping. */
const minChatLength = 200;

describe('what surrounds a report', () => {
  const short = wrapped.filter(({ wrapping }) => !isChat(wrapping));
  const chat = wrapped.filter(({ wrapping }) => isChat(wrapping));

  it('costs few right answers', () => {
    expect(short.filter(({ accuracy }) => accuracy < (plain?.accuracy ?? 1) - 0.06)).toEqual([]);
  });

  it('leaves what is decided without asking right', () => {
    expect(short.filter(({ decided }) => decided.precision < 0.96)).toEqual([]);
  });

  it('may be eight sentences of chat', () => {
    expect(chat).toHaveLength(2);
    expect(chat.filter(({ accuracy }) => accuracy < (plain?.accuracy ?? 1) - 0.12)).toEqual([]);
  });
});

describe('a text of the kind that patterns stumble over', () => {
  it.each([
    '<',
    '<http:',
    '[a](',
    '`',
    ':a',
    'a@',
    '>\n',
    'On 1 wrote:',
    'From: a\n',
    'Regards,\n',
    '--\n',
    'A, ',
  ])('%j a thousand times is read in a few milliseconds', piece => {
    const text = piece.repeat(3000).slice(0, 3000);

    expect(quickestOf({ times: 30, enoughMs: 50, work: () => categorise(text) })).toBeLessThan(50);
  });
});

function isChat(wrapping: string): boolean {
  return wrapping.split(/[.!?] /).length > 6 && wrapping.length > minChatLength;
}

function read(file: string): string {
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');
}
