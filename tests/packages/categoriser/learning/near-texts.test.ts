import { readFileSync } from 'node:fs';
import { measureLearning, readLabelledTexts } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

const near = read('near.csv');
const others = read('held-out.csv').filter((_, at) => at % 3 === 0);
const learned = await measureLearning({
  labelled: [...near, ...others],
  corrections: read('corrected.csv'),
});
const nearTexts = new Set(near.map(({ text }) => text));
const isNear = ({ text }: { text: string }) => nearTexts.has(text);

describe('corrections', () => {
  it('put texts near them right: same thing in other words, same device, same office', () => {
    expect(learned.corrected).toBeGreaterThan(12);
    expect(learned.better.filter(isNear).length).toBeGreaterThan(6);
    expect(learned.worse.filter(isNear)).toEqual([]);
  });

  it('leave nearly all of sixty texts right that are near what was wrong when they were written', async () => {
    const { rightBefore, better, worse } = await measureLearning({
      labelled: near,
      corrections: read('corrected.csv'),
    });

    expect(rightBefore + better.length - worse.length).toBeGreaterThan(52);
  });

  it('spoil no others', () => {
    expect(learned.worse).toEqual([]);
    expect(learned.refused).toBe(0);
  });
});

function read(file: string) {
  return readLabelledTexts(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
}
