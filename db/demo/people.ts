import type { Language, Person } from '@campus-desk/contract';

/** The people of the sandbox, by the ids they have there: what is not closed yet is theirs, so that they can be written to. */
export const ada = { id: 'U01ADA', name: 'Ada Okafor' };
export const liam = { id: 'U02LIAM', name: 'Liam Novak' };
export const mei = { id: 'U03MEI', name: 'Mei Tanaka' };
export const rosa = { id: 'U04ROSA', name: 'Rosa Alvarez' };
export const ben = { id: 'U05BEN', name: 'Ben Hartmann' };
export const chloe = { id: 'U06CHLOE', name: 'Chloé Dubois' };

/** Who works tickets; the other two helped out and are not in the sandbox. */
export const helpdesk: readonly Person[] = [
  ben,
  chloe,
  ben,
  chloe,
  { id: 'U0DEMO01', name: 'Jonas Weber' },
  { id: 'U0DEMO02', name: 'Marta Silva' },
];

/** Who reports from offices and laboratories. */
export const staff: readonly Person[] = [
  rosa,
  ...invent(10, [
    'Henrik Lund',
    'Ingrid Sommer',
    'Paolo Ferri',
    'Grace Mensah',
    'Oliver Brandt',
    'Elena Marchetti',
    'David Cohen',
    'Sunita Rao',
  ]),
];

/** Who else reports, by the language they write in. */
export const students: Record<Language, readonly Person[]> = {
  en: [
    ada,
    liam,
    mei,
    ...invent(20, [
      'Amara Diallo',
      'Noah Fischer',
      'Priya Nair',
      'Tom Baker',
      'Yuki Sato',
      'Fatima Zahra',
      'Erik Johansson',
      'Sofia Costa',
      'Lucas Meyer',
      'Hana Kim',
      'Omar Haddad',
      'Zoe Papadaki',
      'Ivan Petrov',
      'Maya Cohen',
      'Jack Murphy',
      'Leila Rahimi',
      'Anton Kovac',
      'Chiara Conti',
      'Samuel Osei',
      'Emma Lindqvist',
      'Viktor Horvat',
      'Nina Gruber',
      'Arjun Mehta',
      'Julia Nowak',
      'Ben Adler',
      'Camille Laurent',
    ]),
  ],
  de: invent(50, ['Lena Hofer', 'Felix Pichler', 'Hannah Schmid', 'Max Unterberger']),
  it: invent(60, ['Giulia Romano', 'Matteo Ricci', 'Francesca Greco', 'Luca Moretti', 'Sara Bianchi']),
  es: invent(70, ['Lucía Navarro', 'Diego Morales', 'Carmen Ortega']),
  fr: invent(80, ['Manon Lefèvre', 'Hugo Bernard', 'Inès Moreau']),
};

function invent(first: number, names: string[]): Person[] {
  return names.map((name, index) => ({ id: `U0DEMO${first + index}`, name }));
}
