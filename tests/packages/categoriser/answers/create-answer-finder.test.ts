import { createAnswerFinder } from '@campus-desk/categoriser';
import { describe, expect, it } from 'vitest';

const answers = [
  { title: 'A technician is on the way', when: null },
  { title: 'Joining eduroam', when: 'wifi login eduroam certificate' },
  { title: 'Resetting a password', when: 'password account locked login' },
  { title: 'Where to complain about a grade', when: 'grade exam professor complaint' },
];
const find = createAnswerFinder(answers);
const titleFor = (text: string) => answers[find(text) ?? -1]?.title;

describe('createAnswerFinder', () => {
  it.each([
    ['I cannot get into eduroam with my new phone', 'Joining eduroam'],
    ['The wifi asks me for a certificate', 'Joining eduroam'],
    ['il wifi chiede un certificato', 'Joining eduroam'],
    ['I forgot my password', 'Resetting a password'],
    ['Passwort vergessen und Konto gesperrt', 'Resetting a password'],
    ['The professor gave me a wrong grade in the exam', 'Where to complain about a grade'],
  ])('finds for “%s” “%s”', (text, title) => {
    expect(titleFor(text)).toBe(title);
  });

  it.each([
    'No wifi in the library',
    'The heating is off and the window is broken',
    'The exam room is too hot',
    'My account shows the wrong name',
    '',
  ])('finds nothing for “%s”', text => {
    expect(titleFor(text)).toBeUndefined();
  });
});
