import type { Translation } from '@campus-desk/service-kit';
import type { facts as english } from '../en/facts.ts';

export const facts = {
  urgent: 'Dringend',
  label: {
    category: 'Kategorie:',
    where: 'Wo:',
    place: 'Ort:',
    reportedBy: 'Gemeldet von:',
    started: 'Begonnen:',
    assignedTo: 'Zugewiesen an:',
    closed: 'Geschlossen:',
    solved: 'Gelöst:',
    followUpOf: 'Folgeticket zu:',
    duplicateOf: 'Duplikat von:',
    duplicates: 'Duplikate:',
    source: 'Quelle:',
    closingNote: 'Was getan wurde:',
  },
  closedBy: '{at} von {name}',
  solved: {
    question: 'Gelöst?',
    yes: 'Ja',
    notReally: 'Nicht ganz',
  },
  people: '{people} haben dieses Problem',
  numbersAndMore: '{numbers} {count, plural, one {und # weiteres} other {und # weitere}}',
  duplicateOf: 'Duplikat von Ticket #{number}',
  inOneLine: '{facts}, gemeldet von {name}: {description}',
  waitingFor: {
    helpdesk: 'Wartet auf den Helpdesk',
    reporter: 'Wartet auf {name}',
    somebody: 'Wartet auf die meldende Person',
  },
  waiting: 'Wartet: {reason}',
  waitingUntil: 'Wartet bis',
  messageInSlack: 'eine Nachricht in Slack',
  why: 'Darum diese Kategorie: {words}',
  nameHidden: '{name} (Name für andere verborgen)',
} satisfies Translation<typeof english>;
