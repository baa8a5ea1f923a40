import { fileURLToPath } from 'node:url';
import type { Campus, Tour } from 'slack-sandbox';
import type { CommandNames } from './bot/config.ts';
import type { TeamChannels } from './bot/helpdesk-channels.ts';

/** Where the people of the demo's helpdesk work: the id of `#helpdesk`. */
export const helpdeskChannel = 'C01HELPDESK';

/** What the demo campus knows about itself. */
export const demoCampusFile = fileURLToPath(new URL('demo-campus.yaml', import.meta.url));

const ben = 'U05BEN';
const giulia = 'U07GIULIA';
const helpdesk = [ben, 'U06CHLOE'];

/** The campus of the sandbox: the people of `db/demo/people.ts` who can be written to, and their channels. */
export const demoCampus: Campus = {
  name: 'Campus',
  teamId: 'T01',
  appId: 'A01',
  people: [
    { id: 'U01ADA', name: 'ada', realName: 'Ada Okafor', title: 'Student' },
    { id: 'U02LIAM', name: 'liam', realName: 'Liam Novak', title: 'Student' },
    { id: 'U03MEI', name: 'mei', realName: 'Mei Tanaka', title: 'Student' },
    { id: 'U04ROSA', name: 'rosa', realName: 'Rosa Alvarez', title: 'Staff', locale: 'es-ES' },
    { id: ben, name: 'ben', realName: 'Ben Hartmann', title: 'Helpdesk' },
    { id: 'U06CHLOE', name: 'chloe', realName: 'Chloé Dubois', title: 'Helpdesk' },
    { id: giulia, name: 'giulia', realName: 'Giulia Romano', title: 'Student', locale: 'it-IT' },
    { id: 'U08LENA', name: 'lena', realName: 'Lena Vogt', title: 'Student', locale: 'de-DE' },
  ],
  channels: [
    {
      id: helpdeskChannel,
      name: 'helpdesk',
      topic: 'Tickets of the whole campus',
      members: helpdesk,
      hasApp: true,
    },
    { id: 'C02GENERAL', name: 'general', topic: 'News for everybody on campus' },
    { id: 'C03LIBRARY', name: 'library', topic: 'Opening hours, books and seats' },
  ],
};

/** The demo campus with a channel for each team that works in one of its own. */
export function demoCampusWith(teams: TeamChannels = {}): Campus {
  const known = new Set(demoCampus.channels.map(({ id }) => id));
  const channels = Object.entries(teams)
    .filter(([, id]) => !known.has(id))
    .map(([category, id]) => ({
      id,
      name: `helpdesk-${category}`,
      topic: `Tickets of the category ${category}`,
      members: helpdesk,
      hasApp: true,
    }));
  return { ...demoCampus, channels: [...demoCampus.channels, ...channels] };
}

/** Nobody on the demo campus has reported it yet, so that nothing is asked before it is filed. */
export const tourProblem = 'the projector in the auditorium flickers';

/**
 * The main job from both sides, for a first visit to the sandbox, and what else there is. None of its titles stands on a button of the bot,
 * so that each button has its name to itself.
 */
export const demoTour = ({ ticket, stats }: CommandNames): Tour => [
  {
    id: 'file',
    title: 'File a problem',
    hint: 'Press here, then send it',
    show: { type: 'draft', text: `${ticket} ${tourProblem}` },
    done: { type: 'submit' },
  },
  {
    id: 'switch',
    title: 'Change sides',
    hint: 'Be the helpdesk',
    show: { type: 'switch', to: ben },
    done: { type: 'switch', people: helpdesk },
  },
  {
    id: 'start',
    title: 'Take it on',
    hint: 'Press “Start work”',
    show: { type: 'open', channel: helpdeskChannel, as: ben, button: 'Start work' },
    done: { type: 'click', label: 'Start work', people: helpdesk },
  },
  {
    id: 'reply',
    title: 'Write back',
    hint: 'Answer in its thread',
    show: { type: 'open', channel: helpdeskChannel, as: ben, thread: 'newest' },
    done: { type: 'reply' },
  },
  {
    id: 'close',
    title: 'Finish it',
    hint: 'Press “Close”',
    show: { type: 'open', channel: helpdeskChannel, as: ben, button: 'Close' },
    done: { type: 'click', label: 'Close', people: helpdesk },
  },
  {
    id: 'queue',
    title: 'See your queue',
    hint: 'What is not closed',
    show: { type: 'draft', text: `${ticket} list as helpdesk` },
    done: { type: 'command', command: ticket, text: 'list' },
  },
  {
    id: 'search',
    title: 'Find it again',
    hint: 'In spite of a slip',
    show: { type: 'draft', text: `${ticket} search projetcor status:closed as helpdesk` },
    done: { type: 'command', command: ticket, text: 'search' },
  },
  {
    id: 'stats',
    title: 'See statistics',
    hint: 'In words and a chart',
    show: { type: 'draft', text: `${stats} backlog 7d` },
    done: { type: 'command', command: stats },
  },
  ...moreToTry({ ticket, stats }),
];

/** What a campus needs on its worst day. */
function moreToTry({ ticket, stats }: CommandNames): Tour {
  const steps: Tour = [
    {
      id: 'danger',
      title: 'Report a danger',
      hint: 'Whom to call first',
      show: { type: 'draft', text: `${ticket} it smells of gas in the lab building` },
      done: { type: 'command', command: ticket, text: 'it smells of gas' },
    },
    {
      id: 'same',
      title: 'Join others',
      hint: 'Press “Same here”',
      show: { type: 'draft', text: `${ticket} no wifi in the library` },
      done: { type: 'click', label: 'Same here' },
    },
    {
      id: 'answer',
      title: 'Be answered',
      hint: 'Before it is filed',
      show: { type: 'draft', text: `${ticket} my account is locked, I forgot the password` },
      done: { type: 'click', label: 'This solved it' },
    },
    {
      id: 'hide',
      title: 'Stay unnamed',
      hint: 'Tick “Hide my name”',
      show: { type: 'draft', text: `${ticket} the coffee in the canteen is cold` },
      done: { type: 'submit', chosen: 'hideName' },
    },
    {
      id: 'wave',
      title: 'Tame a wave',
      hint: 'Press “Group them”',
      show: { type: 'open', channel: helpdeskChannel, as: ben, button: 'Group them' },
      done: { type: 'click', label: 'Group them', people: helpdesk },
    },
    {
      id: 'places',
      title: 'See it by place',
      hint: 'Where most is open',
      show: { type: 'draft', text: `${stats} places` },
      done: { type: 'command', command: stats, text: 'places' },
    },
    {
      id: 'language',
      title: 'Change language',
      hint: 'Be Giulia and file',
      show: { type: 'switch', to: giulia },
      done: { type: 'switch', people: [giulia] },
    },
  ];
  return steps.map(step => ({ ...step, isMore: true }));
}
