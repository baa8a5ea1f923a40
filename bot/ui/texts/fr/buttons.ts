import type { Translation } from '@campus-desk/service-kit';
import type { buttons as english } from '../en/buttons.ts';

export const buttons = {
  start: 'Prendre en charge',
  close: 'Clore',
  closeLabel: 'Clore le ticket n° {number}',
  edit: 'Modifier',
  reply: 'Répondre',
  answerAll: 'Répondre à tous',
  followUp: 'Toujours pas résolu ? Ouvrir un ticket de suivi',
  notDuplicate: 'Pas un doublon',
  notDuplicateLabel: 'Le ticket n° {number} n’est pas un doublon',
  markUrgent: 'Marquer urgent',
  markUrgentLabel: 'Marquer urgent : ticket n° {number}',
  notUrgent: 'Pas urgent',
  notUrgentLabel: 'Pas urgent : ticket n° {number}',
  offerNote: 'Proposer comme réponse',
  offerNoteLabel: 'Proposer comme réponse : note de clôture du ticket n° {number}',
  keepNote: 'Ne plus proposer',
  keepNoteLabel: 'Ne plus proposer : note de clôture du ticket n° {number}',
  category: 'Catégorie',
  guess: 'La catégorie n’est qu’une supposition. Laquelle est la bonne ?',
  more: {
    note: 'Note',
    answer: 'Réponse',
    handOver: 'Transférer',
    wait: 'Mettre en attente',
    duplicate: 'Doublon de',
  },
} satisfies Translation<typeof english>;
