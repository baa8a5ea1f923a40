import type { Translation } from '@campus-desk/service-kit';
import type { buttons as english } from '../en/buttons.ts';

export const buttons = {
  start: 'Bearbeitung beginnen',
  close: 'Schließen',
  closeLabel: 'Ticket #{number} schließen',
  edit: 'Ändern',
  reply: 'Antworten',
  answerAll: 'Allen antworten',
  followUp: 'Noch nicht behoben? Folgeticket melden',
  notDuplicate: 'Kein Duplikat',
  notDuplicateLabel: 'Ticket #{number} ist kein Duplikat',
  markUrgent: 'Als dringend markieren',
  markUrgentLabel: 'Als dringend markieren: Ticket #{number}',
  notUrgent: 'Nicht dringend',
  notUrgentLabel: 'Nicht dringend: Ticket #{number}',
  offerNote: 'Als Antwort anbieten',
  offerNoteLabel: 'Als Antwort anbieten: Abschlussnotiz von Ticket #{number}',
  keepNote: 'Nicht mehr anbieten',
  keepNoteLabel: 'Nicht mehr anbieten: Abschlussnotiz von Ticket #{number}',
  category: 'Kategorie',
  guess: 'Die Kategorie ist nur eine Vermutung. Welche stimmt?',
  more: {
    note: 'Notiz',
    answer: 'Antwort',
    handOver: 'Übergeben',
    wait: 'Warten lassen',
    duplicate: 'Duplikat von',
  },
} satisfies Translation<typeof english>;
