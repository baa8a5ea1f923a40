import type { Translation } from '@campus-desk/service-kit';
import type { messages as english } from '../en/messages.ts';

export const messages = {
  added: 'Zu Ticket #{number} hinzugefügt, dort liest es der Helpdesk. Geht es um etwas anderes?',
  broken: 'Das liest der Helpdesk noch nicht. Funktioniert etwas nicht?',
  where: 'Das liest der Helpdesk noch nicht. Wozu gehört es?',
  mention: 'Funktioniert etwas nicht? Melden Sie es, dann bekommt der Helpdesk Ihre Nachricht als Ticket.',
  reportThis: 'Das melden',
  addTo: 'Zu #{number} hinzufügen',
  belongs: 'Diese Nachricht gehört schon zu Ticket #{number}.',
  noWords: 'In dieser Nachricht steht kein Text, aus dem ein Ticket werden könnte.',
  filed: 'Ticket #{number} ist erstellt.',
  filedFor: 'Ticket #{number} ist für {name} erstellt.',
  attached: 'Anhang: {names}',
  staysNote:
    'Das bleibt eine Notiz: Wer gemeldet hat, sieht sie nicht. Soll es eine Antwort sein, schreiben Sie es noch einmal, ohne ;; am Anfang.',
} satisfies Translation<typeof english>;
