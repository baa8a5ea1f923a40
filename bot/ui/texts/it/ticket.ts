import type { ticket as english } from '../en/ticket.ts';
import type { Translation } from '../write.ts';

export const ticket = {
  title: {
    ticket: 'Ticket #{number}',
    edit: 'Modifica: #{number}',
    assign: 'Assegna: #{number}',
    answer: 'Risposta: #{number}',
    wait: 'In attesa: #{number}',
    duplicate: 'Duplicato: #{number}',
    answerAll: 'A tutti: #{number}',
    close: 'Chiudi: #{number}',
  },
} satisfies Translation<typeof english>;
