import { languages } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { catalogues, textsIn } from '../../../../bot/ui/texts/texts.ts';
import { holdCatalogues } from '../../../support/catalogues.ts';
import { sameOnPurpose } from './same-on-purpose.ts';

holdCatalogues({ catalogues, sameOnPurpose, folder: 'bot' });

describe('a message', () => {
  test('is written with plural rules of its language', () => {
    const people = (count: number) => languages.map(one => textsIn(one).common.people({ count }));

    expect(people(1)).toEqual(['1 person', '1 persona', '1 Person', '1 persona', '1 personne']);
    expect(people(1200)).toEqual([
      '1,200 people',
      '1200 persone',
      '1.200 Personen',
      '1200 personas',
      '1\u202F200 personnes',
    ]);
    expect(textsIn('fr').common.people({ count: 0 })).toBe('0 personne');
  });

  test('shows a value as it is, whatever stands in it', () => {
    const call = "<b>112</b> {number} <@U01> it’s '#'";

    expect(textsIn('en').common.emergency.call({ call })).toContain(`call first: ${call}`);
  });

  test('is never written without one of its values', () => {
    const people = textsIn('en').common.people as (values: object) => string;

    expect(() => people({})).toThrow('count');
  });
});
