import type { Translation } from '@campus-desk/service-kit';
import type { cards as english } from '../en/cards.ts';

export const cards = {
  helpdesk: 'Ticket n° {number} : {facts}',
  reporter: {
    open: 'Ticket n° {number} envoyé : {facts}',
    active: 'Ticket n° {number} en cours : {facts}',
    closed: 'Ticket n° {number} clos : {facts}',
  },
  whoReads: 'Les réponses ici parviennent à {name} ; pour une note, commencez par ;;',
  nameHidden: 'Seule l’assistance voit qui l’a signalé.',
} satisfies Translation<typeof english>;
