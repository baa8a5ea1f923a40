import type { ticket as english } from '../en/ticket.ts';
import type { Translation } from '../write.ts';

export const ticket = {
  title: {
    ticket: 'Ticket #{number}',
    edit: 'Editar: #{number}',
    assign: 'Traspasar: #{number}',
    answer: 'Respuesta: #{number}',
    wait: 'En espera: #{number}',
    duplicate: 'Duplicado: #{number}',
    answerAll: 'A todos: #{number}',
    close: 'Cerrar: #{number}',
  },
} satisfies Translation<typeof english>;
