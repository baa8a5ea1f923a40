import type { Translation } from '@campus-desk/service-kit';
import type { messages as english } from '../en/messages.ts';

export const messages = {
  added: 'Ajouté au ticket n° {number}, où l’assistance le lit. S’agit-il d’autre chose ?',
  broken: 'L’assistance ne lit pas encore ce message. Quelque chose ne fonctionne pas ?',
  where: 'L’assistance ne lit pas encore ce message. À quel ticket se rapporte-t-il ?',
  mention:
    'Quelque chose ne fonctionne pas ? Signalez-le, et l’assistance recevra votre message sous forme de ticket.',
  reportThis: 'Signaler',
  addTo: 'Ajouter au n° {number}',
  belongs: 'Ce message fait déjà partie du ticket n° {number}.',
  noWords: 'Ce message ne contient aucun texte dont on puisse faire un ticket.',
  filed: 'Le ticket n° {number} est créé.',
  filedFor: 'Le ticket n° {number} est créé pour {name}.',
  attached: 'Pièces jointes : {names}',
  staysNote:
    'Cela reste une note : l’auteur du signalement ne la voit pas. Pour le lui dire, écrivez-le de nouveau sans ;; au début.',
} satisfies Translation<typeof english>;
