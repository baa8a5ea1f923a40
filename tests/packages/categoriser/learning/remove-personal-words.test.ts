import { removePersonalWords } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

const ordinary = new Set(['heizung', 'moodle']);
const clean = (text: string) =>
  removePersonalWords({ text, isKnown: word => ordinary.has(word.toLowerCase()) });

describe('removePersonalWords', () => {
  it.each([
    ['write to ada.lovelace@uni.example or https://uni.example/~ada', 'write to or'],
    ['ask <@U012AB> or @ben about the key', 'ask or about the key'],
    ['call +39 0471 123456 about room B2.14', 'call about room'],
    ['my name is Grace Hopper and the tap drips', 'and the tap drips'],
    ['leak at Hauptstraße 12 since Monday', 'leak at since'],
    ['the light in via Roma 5 is out', 'the light in is out'],
    ['the lecturer Mr Smith shouted', 'the lecturer shouted'],
    ['I told Giovanni that it drips', 'I told that it drips'],
    ['the tap drips\nBest regards\nAda Lovelace', 'the tap drips'],
  ])('%j keeps only what everybody could have written', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('keeps ordinary words written large inside a sentence', () => {
    expect(clean('seit gestern ist die Heizung kalt und Moodle lahm')).toBe(
      'seit gestern ist die Heizung kalt und Moodle lahm',
    );
  });
});
