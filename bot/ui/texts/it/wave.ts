import type { Translation } from '@campus-desk/service-kit';
import type { wave as english } from '../en/wave.ts';

export const wave = {
  title: 'Più persone segnalano la stessa cosa',
  since: 'prima segnalazione:',
  view: 'Apri',
  more: '{count, plural, one {E un altro ticket.} other {E altri # ticket.}}',
  group: 'Raggruppa',
  groupHint:
    'Gli altri diventano duplicati del ticket #{number}: se ne lavora uno, e con quello si chiudono tutti.',
  grouped: 'Raggruppati: gli altri sono duplicati del ticket #{number}.',
  closed: 'Tutti questi ticket sono chiusi.',
  grouping: 'Raggruppamento di {count} ticket in corso, ci vuole un momento.',
  groupedNow:
    '{count, plural, one {# ticket raggruppato} other {# ticket raggruppati}} con il ticket #{number}.',
  groupedBefore: 'Sono già raggruppati.',
  left: '{count, plural, one {Resta ancora # ticket} other {Restano ancora # ticket}} da raggruppare. Rileggere il messaggio, poi premere di nuovo «Raggruppa».',
} satisfies Translation<typeof english>;
