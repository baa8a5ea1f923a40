import { createPlaceFinder } from '@campus-desk/categoriser';
import { describe, expect, test } from 'vitest';
import { quickestOf } from '../../../support/quickest-of.ts';

const finder = createPlaceFinder([
  { name: 'Main building', aliases: ['building A', 'edificio A'], rooms: ['1.01', '2.14', '3.04', 'A1'] },
  { name: 'Library', aliases: ['lib', 'Bibliothèque', 'reading room'], rooms: ['2.14', '101'] },
  { name: 'Library annex', aliases: ['IT'], rooms: [] },
  { name: 'Lab building', aliases: ['building B', 'B', 'Straße 7'], rooms: ['B.07', 'Kitchen'] },
  { name: 'Dormitory', aliases: ['casa dello studente'], rooms: ['Kitchen'] },
]);
const inText = (description: string) => finder.find({ description, location: null })?.name ?? null;
const at = (location: string, description = 'It is broken.') =>
  finder.find({ description, location })?.name ?? null;

describe('createPlaceFinder', () => {
  test.each([
    ['The MAIN BUILDING is cold', 'Main building'],
    ["fa freddo nell'edificio A", 'Main building'],
    ["Fa freddo nell'Edificio a.", 'Main building'],
    ['building a is cold', 'Main building'],
    ['no wifi in building-A, again', 'Main building'],
    ['no wifi in the lib', 'Library'],
    ['plus de chauffage à la bibliotheque', 'Library'],
    ["the library's wifi", 'Library'],
    ['the door of the library annex', 'Library annex'],
    ['Licht kaputt in der STRASSE 7', 'Lab building'],
    ['The IT is locked', 'Library annex'],
  ])('finds a name or an alias in a text: %s', (text, place) => {
    expect(inText(text)).toBe(place);
  });

  test.each([
    'il wifi nell’edificio ABC',
    'building AB is cold',
    'the librarian was rude',
    'in this building a window is broken',
    'In this building. A window broke.',
    'it is broken, lock it',
    'THE WIFI IS DOWN AND IT IS COLD',
    'B is a grade',
    'building A/B',
    'the page https://www.example.edu/library does not load',
    'library.example.edu is down',
    'write to library@example.edu',
    'see #library',
    '',
  ])('invents no place: %s', text => {
    expect(inText(text)).toBeNull();
  });

  test.each([
    ['room 3.04', 'Main building'],
    ['the projector in 3.04', 'Main building'],
    ['it is cold in 3-04', 'Main building'],
    ['es kalt im 3.04', 'Main building'],
    ['en la 3.04 no hay luz', 'Main building'],
    ['Zimmer 101', 'Library'],
    ['dans b.07', 'Lab building'],
    ['rooms 1.01 and 2.14', 'Main building'],
    ['rooms 3.04/1.01', 'Main building'],
    ['rooms 2.14 and 3.04', 'Main building'],
    ['3.04, main building', 'Main building'],
  ])('finds a place by a room that only it has: %s', (text, place) => {
    expect(inText(text)).toBe(place);
  });

  test.each([
    'since 3.04 pm',
    'at 3.04 the power went',
    'version 3.04',
    'I paid 3.04 €',
    'I paid $3.04',
    '13.04 and 3.04.1 and 3.041',
    'B-3.04',
    'it took 101 minutes',
    'I wrote 101 times',
    'at 3:04',
    'Exercise 3.04 cannot be uploaded',
    'firmware 3.04 crashes',
    'Python 3.04',
    'Error code 3.04',
    'chapter 3.04',
    'grade 3.04 is wrong',
    'I paid 3.04 for the coffee',
    'bis zum 3.04.',
    'the deadline of 3.04',
    'I waited 3.04',
    '3.04 is cold',
    'B.07 failed',
    'A1 paper is out in the printer',
    'print it in A1 format',
    '1.01 and B.07',
  ])('takes no other number for a room: %s', text => {
    expect(inText(text)).toBeNull();
  });

  test('a room that two places have says nothing, unless another word names one of them', () => {
    expect(inText('The door of room 2.14 is stuck')).toBeNull();
    expect(inText('The door of room 2.14 in the library is stuck')).toBe('Library');
    expect(at('2.14')).toBeNull();
    expect(at('2.14', 'No wifi in the reading room')).toBe('Library');
    expect(at('2.14', 'No wifi in the dormitory')).toBeNull();
    expect(at('Kitchen')).toBeNull();
    expect(at('Kitchen', 'casa dello studente')).toBe('Dormitory');
  });

  test('of two places that are named equally none is taken', () => {
    expect(inText('From the library to the dormitory nothing works')).toBeNull();
    expect(at('Library, dormitory')).toBeNull();
    expect(at('Library, dormitory', 'The dormitory is cold')).toBe('Dormitory');
    expect(inText('From the library to the main building, room 3.04')).toBe('Main building');
  });

  test('the location outweighs the text', () => {
    expect(at('Dormitory', 'My library card does not open the door')).toBe('Dormitory');
    expect(at('B', 'My library card does not open the door')).toBe('Lab building');
    expect(at('2nd floor', 'The library is cold')).toBe('Library');
  });

  test('a location that is not in the file is not the place of which the text speaks', () => {
    expect(at('Gym', 'The leak above the library')).toBeNull();
    expect(at('ground floor, by the entrance', 'The library is cold')).toBe('Library');
  });

  test('a room that the file does not list speaks against no place, one of another place elsewhere does', () => {
    expect(at('Library, room 9.99')).toBe('Library');
    expect(at('Library, room 3.04')).toBe('Library');
    expect(at('3.04, opposite the library')).toBeNull();
  });

  test('tells the room as the file writes it, where there is one', () => {
    const room = (location: string) => finder.find({ description: 'It is cold in b 07.', location })?.room;

    expect(room('Library 2-14')).toBe('2.14');
    expect(room('building B, b.07')).toBe('B.07');
    expect(room('Main building')).toBeNull();
    expect(room('Main building, 1.01 and 3.04')).toBeNull();
  });

  test('a room before a floor or an amount in the location is none', () => {
    expect(at('floor 101')).toBeNull();
    expect(at('101')).toBe('Library');
  });

  test('an alias of two places, or that is also a room, names neither', () => {
    const shared = createPlaceFinder([
      { name: 'North', aliases: ['hall'], rooms: [] },
      { name: 'South', aliases: ['hall'], rooms: ['studio'] },
      { name: 'East', aliases: ['studio'], rooms: [] },
    ]);

    expect(shared.find({ description: 'x', location: 'hall' })).toBeNull();
    expect(shared.find({ description: 'x', location: 'studio' })).toBeNull();
    expect(shared.find({ description: 'the south', location: 'hall' })).toEqual({
      name: 'South',
      room: null,
    });
    expect([shared.nameOf('hall'), shared.nameOf('NORTH')]).toEqual([undefined, 'North']);
  });

  test('what is the name of one place is no alias of another', () => {
    const crossed = createPlaceFinder([
      { name: 'North', aliases: ['south', 'hall'], rooms: [] },
      { name: 'South', aliases: ['NORTH'], rooms: ['hall'] },
      { name: 'Straße', aliases: [], rooms: [] },
      { name: 'Strasse', aliases: [], rooms: [] },
    ]);

    for (const name of crossed.names) expect(crossed.nameOf(name)).toBe(name);
    expect([crossed.nameOf('SOUTH'), crossed.nameOf('strasse')]).toEqual(['South', undefined]);
    expect(crossed.find({ description: 'It is cold.', location: 'south' })?.name).toBe('South');
  });

  test('says how the place is called that somebody names', () => {
    expect([finder.nameOf('LIB'), finder.nameOf('édificio  a'), finder.nameOf('b')]).toEqual([
      'Library',
      'Main building',
      'Lab building',
    ]);
    expect([finder.nameOf('2.14'), finder.nameOf(''), finder.nameOf('libr')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is quick with thousands of places and long texts, whatever they say', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      name: `building building building ${index}`,
      aliases: [`hall ${index} of the campus`],
      rooms: [`${index}.01`, '2.14'],
    }));
    const large = createPlaceFinder(many);
    const texts = [
      'building '.repeat(333),
      '2.14 '.repeat(600),
      'a.'.repeat(1500),
      'x'.repeat(3000),
      '@'.repeat(3000),
    ];

    const findAll = () => texts.map(description => large.find({ description, location: '2.14' }));
    expect(quickestOf({ times: 20, enoughMs: 500, work: findAll })).toBeLessThan(500);
    expect(large.find({ description: 'hall 4999 of the campus', location: '2.14' })?.name).toBe(
      'building building building 4999',
    );
  });
});
