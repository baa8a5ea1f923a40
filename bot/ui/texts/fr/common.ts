import { categoryNamesIn } from '@campus-desk/contract';
import type { Translation } from '@campus-desk/service-kit';
import type { common as english } from '../en/common.ts';

export const common = {
  status: { open: 'Ouvert', active: 'En cours', closed: 'Clos' },
  category: categoryNamesIn.fr,
  ticket: 'Ticket n° {number}',
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
  somebody: 'Quelqu’un',
  send: 'Envoyer',
  unsure: '{category} (à confirmer)',
  unsureOr: '{category} (à confirmer) ou {other}',
  dayAndTime: '{day} à {time}',
  person: {
    isApp: '{name} est une application. Choisissez une personne.',
    hasLeft: '{name} a quitté cet espace de travail. Choisissez quelqu’un d’autre.',
  },
  done: 'Terminé',
  viewTicket: 'Voir le ticket',
  viewTicketNumber: 'Voir le ticket n° {number}',
  loading: 'Chargement …',
  tryAgain: 'Réessayer',
  slow: 'C’est fait. L’affichage prend plus de temps que d’habitude.',
} satisfies Translation<typeof english>;
