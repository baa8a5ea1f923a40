import type { Translation } from '@campus-desk/service-kit';
import type { cards as english } from '../en/cards.ts';

export const cards = {
  helpdesk: 'Ticket #{number}: {facts}',
  reporter: {
    open: 'Ticket #{number} registrato: {facts}',
    active: 'Ticket #{number} in lavorazione: {facts}',
    closed: 'Ticket #{number} chiuso: {facts}',
  },
  whoReads: 'Le risposte qui arrivano a {name}; per una nota iniziare con ;;',
  nameHidden: 'Solo l’assistenza vede chi ha segnalato.',
} satisfies Translation<typeof english>;
