import type { Translation } from '@campus-desk/service-kit';
import type { buttons as english } from '../en/buttons.ts';

export const buttons = {
  start: 'Empezar',
  close: 'Cerrar',
  closeLabel: 'Cerrar el ticket #{number}',
  edit: 'Editar',
  reply: 'Responder',
  answerAll: 'Responder a todos',
  followUp: '¿Sigue sin funcionar? Abrir una continuación',
  notDuplicate: 'No es un duplicado',
  notDuplicateLabel: 'El ticket #{number} no es un duplicado',
  markUrgent: 'Marcar como urgente',
  markUrgentLabel: 'Marcar como urgente: ticket #{number}',
  notUrgent: 'No es urgente',
  notUrgentLabel: 'No es urgente: ticket #{number}',
  offerNote: 'Ofrecer como respuesta',
  offerNoteLabel: 'Ofrecer como respuesta: nota de cierre del ticket #{number}',
  keepNote: 'Dejar de ofrecer',
  keepNoteLabel: 'Dejar de ofrecer: nota de cierre del ticket #{number}',
  category: 'Categoría',
  guess: 'La categoría es solo una suposición. ¿Cuál es la correcta?',
  more: {
    note: 'Nota',
    answer: 'Respuesta',
    handOver: 'Traspasar',
    wait: 'Poner en espera',
    duplicate: 'Duplicado de',
  },
} satisfies Translation<typeof english>;
