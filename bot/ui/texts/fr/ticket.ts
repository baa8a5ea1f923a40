import type { ticket as english } from '../en/ticket.ts';
import type { Translation } from '../write.ts';

export const ticket = {
  title: {
    ticket: 'Ticket n° {number}',
    edit: 'Modifier n° {number}',
    assign: 'Transférer n° {number}',
    answer: 'Réponse, n° {number}',
    wait: 'Attente, n° {number}',
    duplicate: 'Doublon, n° {number}',
    answerAll: 'À tous, n° {number}',
    close: 'Clore n° {number}',
  },
} satisfies Translation<typeof english>;
