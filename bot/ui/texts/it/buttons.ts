import type { Translation } from '@campus-desk/service-kit';
import type { buttons as english } from '../en/buttons.ts';

export const buttons = {
  start: 'Prendi in carico',
  close: 'Chiudi',
  closeLabel: 'Chiudi il ticket #{number}',
  edit: 'Modifica',
  reply: 'Rispondi',
  answerAll: 'Rispondi a tutti',
  followUp: 'Non è risolto? Apri un nuovo ticket collegato',
  notDuplicate: 'Non è un duplicato',
  notDuplicateLabel: 'Il ticket #{number} non è un duplicato',
  markUrgent: 'Segna come urgente',
  markUrgentLabel: 'Segna come urgente: ticket #{number}',
  notUrgent: 'Non urgente',
  notUrgentLabel: 'Non urgente: ticket #{number}',
  offerNote: 'Offri come risposta',
  offerNoteLabel: 'Offri come risposta: nota di chiusura del ticket #{number}',
  keepNote: 'Non offrire più',
  keepNoteLabel: 'Non offrire più: nota di chiusura del ticket #{number}',
  category: 'Categoria',
  guess: 'La categoria è solo un’ipotesi. Qual è quella giusta?',
  more: {
    note: 'Nota',
    answer: 'Risposta',
    handOver: 'Assegna ad altri',
    wait: 'Metti in attesa',
    duplicate: 'Duplicato di',
  },
} satisfies Translation<typeof english>;
