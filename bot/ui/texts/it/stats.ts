import type { Translation } from '@campus-desk/service-kit';
import type { stats as english } from '../en/stats.ts';

export const stats = {
  title: 'Statistiche',
  show: 'Mostra',
  analysis: 'Analisi',
  period: 'Periodo',
  periodHint: 'Al massimo {days} giorni, in giorni o in ore.',
  periodFault: 'Scrivere un numero intero di ore o di giorni, al massimo {days} giorni.',
  unit: 'Unità',
  hours: 'ore',
  days: 'giorni',
  topic: {
    backlog: 'Non ancora chiusi',
    resolution: 'Tempo di chiusura',
    categories: 'In lavorazione per categoria',
    response: 'Prima risposta',
    satisfaction: 'Risolto?',
    places: 'Per luogo',
    corrections: 'Categorie corrette',
    categoriser: 'Categorie corrette',
  },
  refresh: 'Aggiorna',
  csv: 'CSV',
  csvLabel: 'Inviami questi numeri in un CSV',
  csvSent: 'Il CSV sta arrivando nei messaggi diretti con Campus Desk.',
  asOf: 'Aggiornato a {at}, fuso orario {timeZone}',
  earlier:
    '… {count, plural, one {{count} riga precedente è nel CSV} other {{count} righe precedenti sono nel CSV}}',
  notDrawn: 'In questo momento non è stato possibile disegnare il grafico; i numeri sono completi.',
  notShown: 'Slack non ha potuto mostrare il grafico; i numeri sono completi.',
  unreachable: 'Il servizio per «{topic}» non è raggiungibile. Riprovare tra poco.',
  failed:
    'Le statistiche «{topic}» non sono riuscite. Chi gestisce Campus Desk trova il motivo nel registro.',
} satisfies Translation<typeof english>;
