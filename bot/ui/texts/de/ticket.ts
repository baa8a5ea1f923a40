import type { ticket as english } from '../en/ticket.ts';
import type { Translation } from '../write.ts';

export const ticket = {
  title: {
    ticket: 'Ticket #{number}',
    edit: 'Bearbeiten: #{number}',
    assign: 'Übergeben: #{number}',
    answer: 'Antwort: #{number}',
    wait: 'Warten: #{number}',
    duplicate: 'Duplikat: #{number}',
    answerAll: 'An alle: #{number}',
    close: 'Schließen: #{number}',
  },
} satisfies Translation<typeof english>;
