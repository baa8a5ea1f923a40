import type { Translation } from '@campus-desk/service-kit';
import type { cards as english } from '../en/cards.ts';

export const cards = {
  helpdesk: 'Ticket #{number}: {facts}',
  reporter: {
    open: 'Ticket #{number} gemeldet: {facts}',
    active: 'Ticket #{number} in Bearbeitung: {facts}',
    closed: 'Ticket #{number} geschlossen: {facts}',
  },
  whoReads: 'Antworten hier erreichen {name}; mit ;; beginnt eine Notiz.',
  nameHidden: 'Nur der Helpdesk sieht, wer das gemeldet hat.',
} satisfies Translation<typeof english>;
