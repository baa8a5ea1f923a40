import type { Translation } from '@campus-desk/service-kit';
import type { ticket as english } from '../en/ticket.ts';

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
    reply: 'Réponse, n° {number}',
    note: 'Note, n° {number}',
  },
  back: 'Retour au ticket n° {number}',
  message: 'Votre message',
  view: {
    status: 'Statut :',
    notNow: 'Les messages ne peuvent pas être affichés pour le moment. Rouvrez le ticket dans un instant.',
    noMessages: 'Pas encore de messages.',
    lastMessages: 'Derniers messages',
    helpdesk: 'assistance',
    note: 'note que seule l’assistance voit',
    toAll: 'à tous ceux qui ont ce problème',
    edited: 'modifié',
    late: 'après la clôture',
    deleted: 'Ce message a été supprimé.',
    file: 'Fichier : {name}',
  },
  place: { question: 'De quel lieu s’agit-il ?', none: 'Aucun lieu', all: 'Tous les lieux', choose: 'Lieu' },
  edit: {
    save: 'Enregistrer',
    changed:
      'Modifié entre-temps par {people} : {what}. Votre texte est conservé ci-dessous : comparez-le avec le ticket tel qu’il est maintenant, puis enregistrez de nouveau.',
    somebody: 'quelqu’un',
    ticket: 'ce ticket',
    fields: {
      description: 'la description',
      location: 'l’emplacement',
      place: 'le lieu',
      category: 'la catégorie',
      urgent: 'l’urgence',
      nameHidden: 'la visibilité du nom',
      status: 'le statut',
    },
    where: 'Où : {location}',
    place: 'Lieu : {place}',
  },
  close: {
    submit: 'Clore le ticket',
    explains: 'Il ne peut pas être rouvert. L’auteur du signalement verra votre note.',
    what: 'Qu’est-ce qui a été fait ?',
    duplicates: '{count, plural, one {Son doublon} other {Ses doublons}} {numbers}',
    too: '{count, plural, one {Le clore aussi, avec la même note} other {Les clore aussi, avec la même note}}',
    otherwise:
      '{count, plural, one {Sinon, il redevient un ticket à part entière.} other {Sinon, ils redeviennent des tickets à part entière.}}',
    noNote: 'L’auteur du signalement lit ceci. Retirez ;; ou écrivez-le comme note sous la fiche.',
    notStored: '{message} Votre note n’a pas été enregistrée : {note}',
  },
  offerNote:
    'La note de clôture peut être montrée à qui signale la même chose, dès que l’auteur du signalement dit que c’est résolu. Ne la proposez que si elle ne cite ni personne ni salle.',
  wait: {
    submit: 'Mettre en attente',
    until: 'Jusqu’à quand ?',
    untilHint: 'Un moment encore à venir.',
    what: 'En attente de quoi ?',
    explains:
      'L’auteur du signalement verra aussi la raison. D’ici là, personne ne reçoit de rappel. Un message de sa part met fin à l’attente.',
    waits: 'Il est en attente.',
    end: 'Mettre fin à l’attente',
    endLabel: 'Mettre fin à l’attente du ticket n° {number}',
    ended: 'Le ticket n° {number} n’est plus en attente.',
    chooseDate: 'Choisissez une date.',
  },
  note: {
    submit: 'Enregistrer la note',
    label: 'Votre note',
    explains:
      'Seule l’assistance la voit. Une réponse sous la fiche du ticket qui commence par ;; est aussi une note.',
  },
  assign: {
    submit: 'Transférer',
    whom: 'À qui ?',
    hint: 'Une personne, pas une application. Elle est prévenue dans le fil de la fiche.',
    assigned: 'Il est attribué à {name}.',
    giveBack: 'Rendre',
    giveBackLabel: 'Rendre le ticket n° {number}, sans l’attribuer',
    givenBack: 'Le ticket n° {number} n’est plus attribué à personne.',
    choose: 'Choisissez une personne.',
  },
  duplicate: {
    submit: 'Marquer comme doublon',
    which: 'Quel ticket concerne le même problème ?',
    choose: 'En choisir un',
    number: 'Numéro de l’autre ticket',
    otherNumber: 'Ou le numéro d’un autre ticket',
    explains:
      'Le travail continue dans l’autre ticket, et celui-ci peut être clos avec lui. L’auteur du signalement est prévenu.',
    missing: 'Choisissez un ticket ou saisissez son numéro.',
    noNumber: 'Saisissez le numéro d’un ticket, par exemple 12.',
  },
  answer: {
    which: 'Quelle réponse ?',
    choose: 'En choisir une',
    none: 'Le fichier du campus n’a pas encore de réponses. La personne qui gère Campus Desk peut en ajouter sous « answers ».',
    sees: '{name} le verra.',
  },
  answerAll: {
    submit: 'Envoyer à tous',
    sees: '{count, plural, =0 {{name} le verra} one {{name} et une autre personne le verront} other {{name} et # autres personnes le verront}} : la personne qui l’a signalé, celles qui ont signalé la même chose et celles qui le suivent.',
    noNote: 'Tout le monde lit ceci. Retirez ;; ou écrivez-le comme note sous la fiche.',
  },
  reply: {
    user: 'L’assistance le verra dans son canal. Vous pouvez aussi écrire dans le fil, sous la fiche de votre ticket.',
    helpdesk:
      'L’auteur du signalement le verra ; commencez par ;; pour une note. Vous pouvez aussi écrire dans le fil, sous la fiche du ticket.',
  },
} satisfies Translation<typeof english>;
