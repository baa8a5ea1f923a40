import type { Translation } from '@campus-desk/service-kit';
import type { facts as english } from '../en/facts.ts';

export const facts = {
  urgent: 'Urgente',
  label: {
    category: 'Categoria:',
    where: 'Dove:',
    place: 'Luogo:',
    reportedBy: 'Segnalato da:',
    started: 'Preso in carico:',
    assignedTo: 'Assegnato a:',
    closed: 'Chiuso:',
    solved: 'Risolto:',
    followUpOf: 'Seguito di:',
    duplicateOf: 'Duplicato di:',
    duplicates: 'Duplicati:',
    source: 'Origine:',
    closingNote: 'Intervento svolto:',
  },
  closedBy: '{at} da {name}',
  solved: {
    question: 'Risolto?',
    yes: 'Sì',
    notReally: 'Non del tutto',
  },
  people: '{people} hanno questo problema',
  numbersAndMore: '{numbers} {count, plural, one {e un altro} other {e altri #}}',
  duplicateOf: 'duplicato del ticket #{number}',
  inOneLine: '{facts}, segnalato da {name}: {description}',
  waitingFor: {
    helpdesk: 'In attesa dell’assistenza',
    reporter: 'In attesa di {name}',
    somebody: 'In attesa di chi ha segnalato',
  },
  waiting: 'In attesa: {reason}',
  waitingUntil: 'In attesa fino a:',
  messageInSlack: 'un messaggio in Slack',
  why: 'Perché questa categoria: {words}',
  nameHidden: '{name} (nome nascosto agli altri)',
} satisfies Translation<typeof english>;
