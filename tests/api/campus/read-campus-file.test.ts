import { readFileSync } from 'node:fs';
import { unknownCampus } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { readCampusFile } from '../../../api/campus/read-campus-file.ts';
import { demoCampusFile } from '../../../demo-campus.ts';

const read = (text: string) => readCampusFile({ text, name: 'campus.yaml' });

describe('the campus file', () => {
  test('may say everything or nothing', () => {
    expect(read('')).toEqual(unknownCampus);
    expect(read('# nothing yet')).toEqual(unknownCampus);
    expect(
      read(`
name: University of Example
languages: [it, en]
emergency: { call: "112" }
places:
  - { name: Main building, aliases: [building A], rooms: ["2.14"] }
  - { name: Library }
officeHours: { fri-sat: "08:00-18:00", sun-mon: "10:00-24:00", closed: [2026-12-25] }
answers:
  - { title: Joining eduroam, when: wifi login, text: { en: Install it, it: Lo installi }, category: it }
  - { title: Grades, text: Ask the registrar }
`),
    ).toEqual({
      name: 'University of Example',
      languages: ['it', 'en'],
      emergency: { call: '112' },
      places: [
        { name: 'Main building', aliases: ['building A'], rooms: ['2.14'] },
        { name: 'Library', aliases: [], rooms: [] },
      ],
      officeHours: {
        open: [
          { day: 'fri', from: '08:00', to: '18:00' },
          { day: 'sat', from: '08:00', to: '18:00' },
          { day: 'sun', from: '10:00', to: '24:00' },
          { day: 'mon', from: '10:00', to: '24:00' },
        ],
        closed: ['2026-12-25'],
      },
      answers: [
        {
          title: 'Joining eduroam',
          when: 'wifi login',
          text: { en: 'Install it', it: 'Lo installi' },
          category: 'it',
        },
        { title: 'Grades', when: null, text: 'Ask the registrar', category: null },
      ],
    });
  });

  test('of the demo campus is one', () => {
    expect(read(readFileSync(demoCampusFile, 'utf8')).answers.length).toBeGreaterThan(2);
  });

  test.each([
    [
      'nme: X',
      'line 1: the file: knows no nme; it has name, languages, emergency, places, officeHours, answers',
    ],
    [
      'answers:\n  - title: Printers\n    text: *Important*',
      'line 3: is no YAML here: nothing is called &Important*; put words that begin with * in quotation marks',
    ],
    [
      'name: X\nemergency: { call: !now 112 }',
      'line 2: is no YAML here: Unresolved tag: !now; put words that begin with ! in quotation marks',
    ],
    ['name: [a]', 'line 1: name: is no text; write words, in quotation marks where they look like a number'],
    ['languages: [en, pt]', 'line 1: languages.1: is no language; write one of en, it, de, es, fr'],
    ['places:\n  - { name: A, romms: [] }', 'line 2: places.0: knows no romms; it has name, aliases, rooms'],
    [
      'places:\n  - name: A\n    rooms: [2.14]',
      'line 3: places.0.rooms.0: is no text; write words, in quotation marks where they look like a number',
    ],
    [
      'places:\n  - name: Café\n  - name: CAFE',
      'line 3: places.1.name: is read as the same name as “Café”; write one by which people tell them apart',
    ],
    [
      'officeHours: { mon-fry: "08:00-18:00" }',
      'line 1: officeHours.mon-fry: has a day that is none; write mon, mon-fri or closed',
    ],
    ['officeHours:\n  mon: 8-18', 'line 2: officeHours.mon: is no time; write "08:00-18:00"'],
    ['officeHours:\n  mon: "18:00-08:00"', 'line 2: officeHours.mon: ends before it begins'],
    [
      'officeHours:\n  closed:\n    - 25.12.2026',
      'line 3: officeHours.closed.0: is no date; write one such as 2026-12-25',
    ],
    [
      'answers:\n  - title: A\n    category: IT\n    text: x',
      'line 3: answers.0.category: is no category; write one of facility, it, service',
    ],
    [
      'answers:\n  - title: A\n    text: { en: a, pt: b }',
      'line 3: answers.0.text: knows no pt; it has en, it, de, es, fr',
    ],
    ['emergency: 112', 'line 1: emergency: is nothing to call; write { call: … }'],
    ['a: 1\na: 2', 'line 2: is no YAML here: Map keys must be unique'],
    ['- a', 'line 1: the file: is no campus; write name: … and the like'],
  ])('that is wrong is refused with the line and what to write instead: %j', (text, problem) => {
    expect(() => read(text)).toThrow(new Error(`campus.yaml, ${problem}`));
  });

  test('has all its problems named at once', () => {
    expect(() => read('name: [a]\nlanguages: []')).toThrow(/line 1: .*\n.*line 2: languages: is empty/);
  });
});
