import { readFileSync } from 'node:fs';
import { createCategoriser } from '@campus-desk/categoriser';
import { measureLearning, readLabelledTexts } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

const { categorise } = createCategoriser();
const near = read('near.csv');
const corrections = read('corrected.csv');
/** Fewer with every better model; that they put others right shows that there are enough. */
const wrong = corrections.filter(({ text, category }) => categorise(text).category !== category);
const others = read('held-out.csv').filter((_, at) => at % 3 === 0);
const learned = await measureLearning({
  labelled: [...near, ...others],
  corrections,
});
const nearTexts = new Set(near.map(({ text }) => text));
const isNear = ({ text }: { text: string }) => nearTexts.has(text);

describe('corrections', () => {
  it('put texts near them right: same thing in other words, same device, same office', () => {
    expect(learned.corrected).toBe(wrong.length);
    expect(learned.better.filter(isNear).length).toBeGreaterThan(6);
    expect(learned.worse.filter(isNear)).toEqual([]);
  });

  it('leave nearly all of sixty texts right that are near what was wrong when they were written', async () => {
    const { rightBefore, better, worse } = await measureLearning({
      labelled: near,
      corrections,
    });

    expect(rightBefore + better.length - worse.length).toBeGreaterThan(54);
  });

  it('spoil no others', () => {
    expect(learned.worse).toEqual([]);
    expect(learned.refused).toBe(0);
  });
});

/** Texts of eighty kinds, numbered by their tags: in each at least one that was wrong when it was written, and something else about the same. */
describe('one correction of each kind', () => {
  it('puts most others of its kind right, and spoils hardly any that only sound like it', async () => {
    const kinds = read('kinds.csv');
    const wrong = kinds.filter(({ text, category }) => categorise(text).category !== category);
    const firsts = wrong.filter(({ tag }, at) => wrong.findIndex(one => one.tag === tag) === at);

    const { better, worse } = await measureLearning({ labelled: kinds, corrections: firsts });

    expect(better.length / (wrong.length - firsts.length)).toBeGreaterThan(0.6);
    expect(worse.length).toBeLessThan(5);
  });
});

function read(file: string) {
  return readLabelledTexts(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
}
