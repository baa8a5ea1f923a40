import type { Translation } from '@campus-desk/service-kit';
import type { cards as english } from '../en/cards.ts';

export const cards = {
  helpdesk: 'Ticket #{number}: {facts}',
  reporter: {
    open: 'Ticket #{number} registrado: {facts}',
    active: 'Ticket #{number} en curso: {facts}',
    closed: 'Ticket #{number} cerrado: {facts}',
  },
  whoReads: 'Lo que responda aquí llega a {name}; para una nota, empiece con ;;',
  nameHidden: 'Solo soporte ve quién lo ha comunicado.',
} satisfies Translation<typeof english>;
