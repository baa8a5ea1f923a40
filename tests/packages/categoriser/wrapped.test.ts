import { readFileSync } from 'node:fs';
import { createCategoriser } from '@campus-desk/categoriser';
import { measureWrapped, readLabelledTexts, readWrappings } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';
import { quickestOf } from '../../support/quickest-of.ts';

const { categorise } = createCategoriser();
const all = readLabelledTexts(read('held-out.csv'));

/** Eight sentences of chat say more than any other wrapping. */
const minChatLength = 200;

describe('what surrounds a report', () => {
  const { plain, short, chat } = measureIn({ file: 'wrappings.txt', every: 3 });

  it('costs few right answers', () => {
    expect(short.filter(({ accuracy }) => accuracy < plain - 0.03)).toEqual([]);
  });

  it('leaves what is decided without asking right', () => {
    expect(short.filter(({ decided }) => decided.precision < 0.96)).toEqual([]);
  });

  it('may be eight sentences of chat', () => {
    expect(chat).toHaveLength(2);
    expect(chat.filter(({ accuracy }) => accuracy < plain - 0.05)).toEqual([]);
  });
});

/** Written without a look at how wrappings are read, and never looked at one by one to improve it. */
describe('what nobody had in mind around a report', () => {
  const unseen = measureIn({ file: 'wrappings-unseen.txt', every: 9 });

  it('costs half a right answer in a hundred', () => {
    expect(meanOf(unseen.short)).toBeGreaterThan(unseen.plain - 0.005);
    expect(unseen.short.filter(({ accuracy }) => accuracy < unseen.plain - 0.08)).toEqual([]);
  });

  it('may be chat in any of the five languages', () => {
    const { plain, chat } = measureIn({ file: 'chat-unseen.txt', every: 4 });

    expect(chat).toHaveLength(12);
    expect(meanOf(chat)).toBeGreaterThan(plain - 0.015);
    expect(chat.filter(({ accuracy }) => accuracy < plain - 0.04)).toEqual([]);
  });
});

/** Written by somebody who had seen nothing of the reading; each of its lines has been looked at since. */
describe('what people write around a report in notices, footers and chat', () => {
  const { plain, short, chat } = measureIn({ file: 'wrappings-blind.txt', every: 18 });

  it('costs no right answer in a footer or a notice, on average', () => {
    expect(short).toHaveLength(70);
    expect(meanOf(short)).toBeGreaterThan(plain - 0.005);
    expect(short.filter(({ accuracy }) => accuracy < plain - 0.03)).toEqual([]);
  });

  it('costs few in eight sentences of chat', () => {
    expect(chat).toHaveLength(10);
    expect(meanOf(chat)).toBeGreaterThan(plain - 0.03);
    expect(chat.filter(({ accuracy }) => accuracy < plain - 0.08)).toEqual([]);
  });
});

it('chat around a report is seldom taken for a problem of another team', () => {
  const reports = all.filter(({ category }, at) => category !== null && at % 12 === 0);
  const asked = readWrappings(read('chat-unseen.txt')).map(
    wrapping =>
      reports.filter(({ text }) => categorise(wrapping.split('{}').join(text)).problems).length /
      reports.length,
  );

  expect(Math.max(...asked)).toBeLessThan(0.05);
});

describe('a report without a full stop', () => {
  it.each([
    ['bins overflowing 🤢 Hope you all had a nice weekend', 'facility'],
    ['beamer flackert in H2 Danke euch und liebe Grüße', 'it'],
    ['no sound in the small hall Please let me know whom to ask next time', 'it'],
  ])('%j is not mixed with what follows it', (text, category) => {
    expect(categorise(text)).toMatchObject({ category, unsure: false });
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

function measureIn({ file, every }: { file: string; every: number }) {
  const labelled = all.filter((_, at) => at % every === 0);
  const [plain, ...wrapped] = measureWrapped({
    labelled,
    wrappings: readWrappings(read(file)),
    categorise,
  });
  return {
    plain: plain?.accuracy ?? 1,
    short: wrapped.filter(({ wrapping }) => !isChat(wrapping)),
    chat: wrapped.filter(({ wrapping }) => isChat(wrapping)),
  };
}

function meanOf(some: readonly { accuracy: number }[]): number {
  return some.reduce((sum, { accuracy }) => sum + accuracy, 0) / some.length;
}

function isChat(wrapping: string): boolean {
  return wrapping.split(/[.!?] /).length > 6 && wrapping.length > minChatLength;
}

function read(file: string): string {
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');
}
