import { readFileSync } from 'node:fs';
import { createDangerFinder } from '@campus-desk/categoriser';
import { parseCsv } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';
import { quickestOf } from '../../../support/quickest-of.ts';

const tellsOfDanger = createDangerFinder();

describe.each(['texts', 'second-look', 'reviewed'])('the set %s', name => {
  const texts = readTexts(name);
  const others = texts.filter(({ danger }) => danger === '');

  it('has every danger recognised', () => {
    const missed = texts.filter(({ text, danger }) => danger !== '' && !tellsOfDanger(text));

    expect(missed).toEqual([]);
  });

  it('has at most one in fifty of the others taken for a danger', () => {
    const taken = others.filter(({ text }) => tellsOfDanger(text));

    expect(taken.length / others.length).toBeLessThanOrEqual(0.02);
  });
});

describe('the set unseen, which steered neither words nor model', () => {
  const texts = readTexts('unseen');
  const shareTaken = (some: typeof texts) =>
    some.filter(({ text }) => tellsOfDanger(text)).length / some.length;

  it('has nine in ten dangers recognised', () => {
    expect(shareTaken(texts.filter(({ danger }) => danger !== ''))).toBeGreaterThanOrEqual(0.9);
  });

  it('has few of the others, all made to mislead, taken for a danger', () => {
    expect(shareTaken(texts.filter(({ danger }) => danger === ''))).toBeLessThanOrEqual(1 / 12);
  });
});

describe('createDangerFinder', () => {
  it.each([
    ['misspelled', 'theres smoek comming out of the wal, its floded too', true],
    ['shouted', 'FIRE!!!', true],
    ['behind a greeting', 'Hi, fire in the kitchen', true],
    ['behind another sentence that denies', 'The light does not work. It smells of gas', true],
    ['joined to what is denied', 'Kein Licht und Rauch im Flur', true],
    ['denied', 'Non c’è odore di gas, solo il rubinetto che perde', false],
    ['denied afterwards', 'Es brennt nicht, die Lampe flackert nur', false],
    ['a false alarm', 'Smoke in 2.14! Sorry, false alarm, it was steam', false],
    ['of last year', 'The fire last year ruined the carpet', false],
    ['of last year, and again', 'There was a fire last year, and now the same corner is on fire', true],
    ['forwarded', 'Please look at this.\n> From the tenants:\n> smell of gas in the stairwell', true],
    ['quoted, and settled', 'Thanks, that is fixed.\n> smell of gas in the stairwell', false],
    ['harmless, ten times', 'It is dark. '.repeat(10), false],
    ['harmless, as long as a report may be', 'The lamp is dark. '.repeat(160), false],
    ['in an address', 'See https://example.org/fire/smoke', false],
  ])('reads what is %s', (_, text, danger) => {
    expect(tellsOfDanger(text)).toBe(danger);
  });

  it('reads a text in less than a millisecond, and a long one in time', () => {
    const long = 'the printer in the library is out of paper and nobody comes. '.repeat(1000);

    const quickest = (text: string, enoughMs: number) =>
      quickestOf({ times: 20, enoughMs, work: () => tellsOfDanger(text) });

    expect(quickest('It smells like gas in the lab', 1)).toBeLessThan(1);
    expect(quickest(long, 20)).toBeLessThan(20);
  });
});

function readTexts(name: string) {
  const [, ...rows] = parseCsv(readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8'));
  return rows.map(({ fields: [text = '', danger = ''] }) => ({ text, danger }));
}
