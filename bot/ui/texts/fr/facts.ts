import type { Translation } from '@campus-desk/service-kit';
import type { facts as english } from '../en/facts.ts';

export const facts = {
  urgent: 'Urgent',
  label: {
    category: 'Catégorie :',
    where: 'Où :',
    place: 'Lieu :',
    reportedBy: 'Signalé par :',
    started: 'Pris en charge :',
    assignedTo: 'Attribué à :',
    closed: 'Clos :',
    solved: 'Résolu :',
    followUpOf: 'Suite de :',
    duplicateOf: 'Doublon de :',
    duplicates: 'Doublons :',
    source: 'Origine :',
    closingNote: 'Ce qui a été fait :',
  },
  closedBy: '{at} par {name}',
  solved: {
    question: 'Résolu ?',
    yes: 'Oui',
    notReally: 'Pas vraiment',
  },
  people: '{people} ont ce problème',
  numbersAndMore: '{numbers} {count, plural, one {et un autre} other {et # autres}}',
  duplicateOf: 'doublon du ticket n° {number}',
  inOneLine: '{facts}, signalé par {name} : {description}',
  waitingFor: {
    helpdesk: 'En attente de l’assistance',
    reporter: 'En attente de {name}',
    somebody: 'En attente de l’auteur du signalement',
  },
  waiting: 'En attente : {reason}',
  waitingUntil: 'En attente jusqu’à :',
  messageInSlack: 'un message dans Slack',
  why: 'Pourquoi cette catégorie : {words}',
  nameHidden: '{name} (nom masqué aux autres)',
} satisfies Translation<typeof english>;
