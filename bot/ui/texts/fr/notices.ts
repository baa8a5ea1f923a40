import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../write.ts';

export const notices = {
  says: '{who} : {words}',
  filed: '{name} a signalé le ticket n° {number} pour vous.',
  started: '{name} a pris en charge le ticket n° {number}.',
  closed: '{name} a clos le ticket n° {number}.',
  closedWith: '{name} a clos le ticket n° {number} en même temps que le ticket n° {original}.',
  solved: '{name} indique que le ticket n° {number} est résolu.',
  notSolved: '{name} indique que le ticket n° {number} n’est pas vraiment résolu.',
  solvedTakenBack: '{name} a retiré sa réponse sur la résolution du ticket n° {number}.',
  edited: {
    description: '{name} a modifié la description du ticket n° {number}.',
    location: '{name} a modifié l’emplacement du ticket n° {number}.',
    both: '{name} a modifié la description et l’emplacement du ticket n° {number}.',
  },
  place: {
    confirmed: '{name} a confirmé le lieu du ticket n° {number}.',
    removed: '{name} a retiré le lieu du ticket n° {number}.',
    named: '{name} a indiqué {place} comme lieu du ticket n° {number}.',
  },
  category: {
    changed: '{name} a remplacé la catégorie du ticket n° {number} par {category}.',
    confirmed: '{name} a confirmé la catégorie du ticket n° {number}.',
  },
  aside: {
    description: 'La description a aussi été modifiée.',
    location: 'L’emplacement a aussi été modifié.',
    both: 'La description et l’emplacement ont aussi été modifiés.',
    category: 'La catégorie est maintenant {category}.',
    urgent: 'C’est maintenant urgent.',
  },
  why: {
    follows: 'Vous suivez ce ticket.',
    sameAsThis: 'Il s’agit du même problème que ce ticket.',
    sameAs: 'Il s’agit du même problème que votre ticket n° {number}.',
  },
  assigned: 'Le ticket n° {number} est à vous.',
  followUp: 'Le ticket n° {number} fait suite au ticket n° {earlier}.',
  followUpOf: 'Suite du ticket n° {earlier} : {link}',
  goesOn: 'Le ticket n° {number} continue dans {link}.',
  newThread: 'un nouveau fil',
  moved: {
    header: 'Ticket n° {number} · Déplacé',
    text: 'Le ticket n° {number} a été déplacé dans {channel}.',
    now: 'Il est maintenant dans {channel}.',
    nowWithLink: 'Il est maintenant dans {channel} : {link}.',
    link: 'ouvrir sa fiche',
  },
  waiting: '{name} met en attente le ticket n° {number}.',
  waitingUntil: '{name} met en attente le ticket n° {number} jusqu’à {at} :',
  woken: {
    date: 'Le ticket n° {number} n’est plus en attente : sa date est arrivée.',
    written: 'Le ticket n° {number} n’est plus en attente : {name} a écrit.',
    ended: 'Le ticket n° {number} n’est plus en attente : {name} y a mis fin.',
  },
  duplicate: {
    same: '{name} a constaté que le ticket n° {number} porte sur le même problème que le ticket n° {original}, traité pour les deux. La suite vous sera annoncée ici.',
    own: '{name} a constaté que le ticket n° {number} est finalement un problème à part.',
  },
  late: 'Le ticket n° {number} est clos. Votre message est conservé, mais plus personne n’y travaille.',
  file: {
    sender: 'De {name}',
    tooLarge: '{file} est trop volumineux pour être copié ici ({size}). Demandez-le à {name}.',
    failed: '{file} n’a pas pu être copié ici. Demandez-le à {name}.',
    bytes: '{count, plural, other {# o}}',
    kilobytes: '{count, plural, other {# Ko}}',
    megabytes: '{count, plural, other {# Mo}}',
  },
  message: {
    note: '{name} (note, visible par l’assistance seulement)',
    to: '{name} à {person}',
    toAll: '{name} à toutes les personnes concernées par le ticket n° {number}',
    toPersonAndAll: '{name} à {person} et à toutes les personnes concernées par le ticket n° {number}',
    edited: '(modifié)',
    deleted: '(message supprimé)',
  },
} satisfies Translation<typeof english>;
