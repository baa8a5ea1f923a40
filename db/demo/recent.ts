import type { Category, Person } from '@campus-desk/contract';
import { ada, ben, chloe, liam, mei, rosa } from './people.ts';

/** A ticket of these days. Everything has its moment, in hours before now. */
export type Recent = {
  description: string;
  location?: string;
  category: Category;
  because: string[];
  confidence: number;
  reporter: Person;
  urgent?: boolean;
  nameHidden?: boolean;
  filed: number;
  started?: { by: Person; ago: number };
  closed?: { ago: number; note: string };
  talk?: { by: Person; ago: number; body: string }[];
  /** The `key` of the ticket it follows up. */
  followUpOf?: string;
  key?: string;
};

/** About a dozen open and a dozen active tickets, the newest first, and what they refer to. */
export const recent: readonly Recent[] = [
  {
    description:
      'The Wi-Fi in the group rooms has been gone for about ten minutes, our presentation is at the top of the hour',
    location: 'Library, group rooms 1 to 4',
    category: 'it',
    because: ['wi-fi', 'gone'],
    confidence: 0.98,
    reporter: ada,
    filed: 0.1,
  },
  {
    description: 'My height-adjustable desk only beeps',
    location: 'Galileo Building, project room 3',
    category: 'facility',
    because: ['desk'],
    confidence: 0.58,
    reporter: liam,
    filed: 0.45,
  },
  {
    description: 'Water is coming through the ceiling onto the shelves with the new books',
    location: 'Library, 1st floor, shelves 20 to 24',
    category: 'facility',
    because: ['water', 'ceiling'],
    confidence: 0.99,
    reporter: mei,
    urgent: true,
    filed: 0.9,
    started: { by: ben, ago: 0.75 },
    talk: [
      { by: ben, ago: 0.72, body: 'Thank you! Somebody is on the way. Are the books still dry?' },
      { by: mei, ago: 0.6, body: 'We are carrying them to the other side, two boxes got wet.' },
    ],
  },
  {
    description: 'The canteen charged my lunch twice, 2 × 4.90 €',
    location: 'Canteen',
    category: 'service',
    because: ['charged', 'canteen'],
    confidence: 0.95,
    reporter: ada,
    filed: 1.6,
  },
  {
    description: 'The projector shows only a blue picture, with every laptop we have tried',
    location: 'Language Centre, room 2.05',
    category: 'it',
    because: ['projector', 'laptop'],
    confidence: 0.97,
    reporter: rosa,
    filed: 2.4,
    started: { by: chloe, ago: 2.1 },
    talk: [
      { by: chloe, ago: 2.05, body: 'Did you also try the second input on the lectern?' },
      { by: rosa, ago: 1.8, body: 'Yes, the same. I teach there again tomorrow at nine.' },
      { by: chloe, ago: 1.7, body: 'Then I will bring a spare projector this afternoon.' },
    ],
  },
  {
    description: 'La puerta del baño adaptado no cierra',
    location: 'Main Hall, planta baja',
    category: 'facility',
    because: ['puerta', 'cierra'],
    confidence: 0.93,
    reporter: rosa,
    filed: 3.2,
  },
  {
    description: 'I still have no answer from the exam office about the sick note I handed in two weeks ago',
    category: 'service',
    because: ['answer', 'exam', 'office'],
    confidence: 0.96,
    reporter: liam,
    nameHidden: true,
    filed: 4.3,
    started: { by: chloe, ago: 3.6 },
    talk: [
      { by: chloe, ago: 3.5, body: 'I have just called them. They are looking and will answer today.' },
      { by: liam, ago: 3.3, body: 'Thank you! The registration closes on Friday.' },
    ],
  },
  {
    description: 'The printer pulls in three sheets at once and jams',
    location: 'Main Hall, copy corner',
    category: 'it',
    because: ['printer', 'jams'],
    confidence: 0.97,
    reporter: mei,
    filed: 5.5,
  },
  {
    description:
      'The sliding door of the library does not open for wheelchairs, one has to wave at the sensor',
    location: 'Library, side entrance',
    category: 'facility',
    because: ['door', 'sensor'],
    confidence: 0.9,
    reporter: ada,
    filed: 8.5,
  },
  {
    description: 'I am on the waiting list for the thesis seminar and the list has not moved for a week',
    category: 'service',
    because: ['waiting', 'list'],
    confidence: 0.92,
    reporter: mei,
    filed: 20,
  },
  {
    description: 'The recording of yesterday’s lecture stops after twelve minutes',
    category: 'it',
    because: ['recording', 'lecture'],
    confidence: 0.94,
    reporter: liam,
    filed: 22.5,
    started: { by: ben, ago: 21.8 },
    talk: [
      {
        by: ben,
        ago: 21,
        body: 'The rest is on the recorder. It is being copied, please check again tomorrow.',
      },
    ],
  },
  {
    description: 'Two of the four lights in the stairwell are out',
    location: 'North Residence, staircase B',
    category: 'facility',
    because: ['lights', 'stairwell'],
    confidence: 0.98,
    reporter: ada,
    filed: 26,
  },
  {
    description: 'My locker blinks red and keeps my sports bag',
    location: 'Sports Centre, lockers 12 to 30',
    category: 'facility',
    because: ['locker'],
    confidence: 0.61,
    reporter: liam,
    filed: 29,
    started: { by: chloe, ago: 27.5 },
  },
  {
    description: 'La salle réservée pour notre équipe était déjà occupée, pour la deuxième fois',
    location: 'Humboldt House, salle 1.10',
    category: 'service',
    because: ['salle', 'occupée'],
    confidence: 0.78,
    reporter: chloe,
    filed: 47,
  },
  {
    description: 'The learning platform still shows my old group, I cannot hand in anything',
    category: 'it',
    because: ['learning', 'platform'],
    confidence: 0.96,
    reporter: mei,
    filed: 50,
    started: { by: ben, ago: 45 },
    talk: [
      { by: ben, ago: 44.5, body: 'Which course is it?' },
      { by: mei, ago: 44, body: 'Statistics 2, the Thursday group.' },
    ],
  },
  {
    description: 'The shuttle was full twice this week and simply drove past the stop',
    location: 'Bus stop North Residence',
    category: 'service',
    because: ['shuttle', 'stop'],
    confidence: 0.95,
    reporter: ada,
    filed: 71,
    started: { by: chloe, ago: 68 },
    talk: [{ by: chloe, ago: 67, body: 'The bus company will count passengers this week.' }],
  },
  {
    description: 'The dishwasher smells as if something had died in it',
    location: 'South Residence, kitchen 2',
    category: 'facility',
    because: ['dishwasher', 'smells'],
    confidence: 0.91,
    reporter: liam,
    filed: 76,
  },
  {
    description: 'There is no hot water in the showers after training, again',
    location: 'Sports Centre, showers',
    category: 'facility',
    because: ['water', 'showers'],
    confidence: 0.98,
    reporter: mei,
    filed: 98,
    started: { by: ben, ago: 95 },
    followUpOf: 'showers',
    talk: [
      { by: mei, ago: 97, body: 'It worked for two days after the repair.' },
      { by: ben, ago: 94, body: 'The plumber is coming with a new mixing valve.' },
    ],
  },
  {
    description: 'My student assistant contract has not been signed, so no wage this month',
    category: 'service',
    because: ['contract', 'wage'],
    confidence: 0.93,
    reporter: ada,
    filed: 122,
    started: { by: chloe, ago: 118 },
    talk: [
      { by: chloe, ago: 117, body: 'The dean will sign it tomorrow. I have asked for an advance.' },
      { by: ada, ago: 116, body: 'Thank you so much.' },
    ],
  },
  {
    description: 'Half of the chairs in the computer room have lost their back rests',
    location: 'Computer Centre, PC room 2',
    category: 'facility',
    because: ['chairs'],
    confidence: 0.88,
    reporter: rosa,
    filed: 146,
  },
  {
    description: 'The showers only give cold water',
    location: 'Sports Centre, showers',
    category: 'facility',
    because: ['water', 'showers'],
    confidence: 0.98,
    reporter: mei,
    filed: 195,
    started: { by: ben, ago: 190 },
    closed: { ago: 166, note: 'Boiler restarted, temperature set to 60 degrees.' },
    key: 'showers',
  },
  {
    description: 'The telephone at the reception desk drops every call after a minute',
    location: 'Health Centre, reception',
    category: 'it',
    because: ['telephone', 'call'],
    confidence: 0.95,
    reporter: rosa,
    filed: 220,
    started: { by: chloe, ago: 214 },
    talk: [{ by: chloe, ago: 213, body: 'The provider has confirmed a fault in the exchange.' }],
  },
  {
    description: 'The library app does not renew my books although nobody else wants them',
    category: 'it',
    because: ['app', 'library'],
    confidence: 0.82,
    reporter: liam,
    filed: 290,
  },
  {
    description: 'The bicycle cellar was broken into, the door does not lock any more',
    location: 'North Residence, bicycle cellar',
    category: 'facility',
    because: ['door', 'lock'],
    confidence: 0.96,
    reporter: ada,
    filed: 410,
    started: { by: ben, ago: 405 },
    talk: [{ by: ben, ago: 380, body: 'A temporary lock is on. The new door will take four weeks.' }],
  },
  {
    description: 'I was promised a refund for the cancelled language course five weeks ago',
    location: 'Language Centre',
    category: 'service',
    because: ['refund', 'course'],
    confidence: 0.97,
    reporter: rosa,
    filed: 600,
    started: { by: chloe, ago: 570 },
    talk: [
      {
        by: chloe,
        ago: 565,
        body: 'The office needs your bank details once more. Could you send them there?',
      },
      { by: rosa, ago: 540, body: 'Done. It is the third time, though.' },
    ],
  },
  {
    description:
      'The lift for wheelchairs at the stage is waiting for a spare part since the last inspection',
    location: 'Auditorium, stage',
    category: 'facility',
    because: ['lift', 'stage'],
    confidence: 0.97,
    reporter: mei,
    filed: 900,
    started: { by: ben, ago: 880 },
    talk: [{ by: ben, ago: 870, body: 'The part comes from abroad. Until then there is the mobile ramp.' }],
  },
];
