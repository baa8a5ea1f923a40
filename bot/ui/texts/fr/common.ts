import type { common as english } from '../en/common.ts';
import type { Translation } from '../write.ts';

export const common = {
  status: { open: 'Ouvert', active: 'En cours', closed: 'Clos' },
  category: {
    facility: 'Bâtiments et maintenance',
    it: 'Informatique',
    service: 'Réclamation sur un service',
  },
  people: '{count, plural, one {# personne} other {# personnes}}',
  age: { days: '{count} j', hours: '{count} h', minutes: '{count} min' },
  emergency: {
    call: '🚨 Quelqu’un est en danger ? Mettez-vous à l’abri et appelez d’abord : {call}',
    callAnywhere:
      '🚨 Quelqu’un est en danger ? Mettez-vous à l’abri et appelez d’abord le numéro d’urgence (112 en Europe).',
  },
  tooLong: 'Le champ contient {max} caractères au plus. Ceci n’y tenait plus :',
  cancel: 'Annuler',
  choosePerson: 'Choisir une personne',
  send: 'Envoyer',
} satisfies Translation<typeof english>;
