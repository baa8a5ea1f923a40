import { createCategoriser } from '@campus-desk/categoriser';
import { categories } from '@campus-desk/contract';
import { describe, expect, it } from 'vitest';
import { quickestOf } from '../../support/quickest-of.ts';

const { categorise, version } = createCategoriser();

describe('categorise', () => {
  it.each([
    ['facility', 'The radiator in room 12 drips on the carpet'],
    ['it', 'I cannot sign in to the learning platform'],
    ['service', 'The bus never came and the driver of the next one was rude'],
  ])('answers %s with its reasons, its confidence and the version of the model', (category, text) => {
    const answer = categorise(text);

    expect(answer).toMatchObject({ category, unsure: false, model: version });
    expect(answer.confidence).toBeGreaterThan(0.8);
    expect(answer.because.length).toBeGreaterThan(0);
    expect(answer.because.every(word => text.toLowerCase().includes(word))).toBe(true);
  });

  it.each([
    ['facility', 'Il lavandino del laboratorio è intasato'],
    ['it', 'Der Drucker im Sekretariat druckt nur leere Seiten'],
    ['service', 'Llevo dos meses esperando que me paguen la beca'],
    ['facility', 'La porte de la salle 3 ne ferme plus à clé'],
  ])('answers %s in other languages', (category, text) => {
    expect(categorise(text).category).toBe(category);
  });

  it('goes by what follows "but"', () => {
    expect(categorise('The wifi is fine, but the window does not close').category).toBe('facility');
    expect(categorise('The window is fine, but the wifi does not work').category).toBe('it');
  });

  it('reads over slips and slang', () => {
    expect(categorise('teh elevattor is brokn agian').category).toBe('facility');
    expect(categorise('cant loggin, pasword nt accepted plz help').category).toBe('it');
  });

  it('answers two different categories, the likelier first', () => {
    const { category, secondCategory, confidence } = categorise('the card reader at the canteen till');

    expect(secondCategory).not.toBe(category);
    expect(categories).toContain(secondCategory);
    expect(confidence).toBeGreaterThanOrEqual(1 / 3);
  });
});

describe('a text that reports nothing', () => {
  it.each(['hello', 'test', 'Guten Morgen zusammen', 'thank you!', 'hola, es una prueba', 'asdfgh'])(
    '%j is asked about',
    text => {
      expect(categorise(text).unsure).toBe(true);
    },
  );
});

describe('bad input', () => {
  it.each([
    ['nothing at all', ''],
    ['white space', ' \n\t '],
    ['pictures without meaning', '🦄🌈🎉'],
    ['pictures that mean something beside words', '🔥🔥🔥 💧'],
    ['a wall of digits', '0123456789'.repeat(300)],
    ['one endless word', 'x'.repeat(3000)],
    ['words of a prototype', 'constructor __proto__ toString hasOwnProperty valueOf'],
    ['Chinese', '图书馆的无线网络无法连接'],
    ['Arabic', 'المصعد لا يعمل منذ الصباح'],
    ['half a surrogate pair', '\ud83d'],
    ['punctuation', '?!?!…—«»'],
  ])('%s gets an answer that is unsure', (_, text) => {
    const answer = categorise(text);

    expect(categories).toContain(answer.category);
    expect(answer.unsure).toBe(true);
  });

  it('a text without a known word has no reasons', () => {
    expect(categorise('图书馆 🦄').because).toEqual([]);
  });

  it('3,000 characters take no longer than a few milliseconds', () => {
    const text = 'The projector in the lecture hall shows a purple picture and hums. '
      .repeat(60)
      .slice(0, 3000);

    expect(categorise(text).category).toBe('it');
    expect(quickestOf({ times: 30, enoughMs: 100, work: () => categorise(text) })).toBeLessThan(100);
  });
});
