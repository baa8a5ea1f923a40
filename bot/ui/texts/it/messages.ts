import type { Translation } from '@campus-desk/service-kit';
import type { messages as english } from '../en/messages.ts';

export const messages = {
  added: 'Aggiunto al ticket #{number}, dove l’assistenza lo legge. Riguarda altro?',
  broken: 'L’assistenza non legge ancora questo messaggio. C’è qualcosa che non funziona?',
  where: 'L’assistenza non legge ancora questo messaggio. A quale ticket si riferisce?',
  mention:
    'C’è qualcosa che non funziona? Con una segnalazione il messaggio arriva all’assistenza come ticket.',
  reportThis: 'Segnala',
  addTo: 'Aggiungi a #{number}',
  belongs: 'Questo messaggio fa già parte del ticket #{number}.',
  noWords: 'In questo messaggio non c’è testo da cui ricavare un ticket.',
  filed: 'Il ticket #{number} è stato creato.',
  filedFor: 'Il ticket #{number} è stato creato per conto di {name}.',
  attached: 'Allegati: {names}',
  staysNote:
    'Resta una nota: chi ha fatto la segnalazione non la vede. Per rispondere, scrivere un nuovo messaggio senza ;; all’inizio.',
} satisfies Translation<typeof english>;
