import type { report as english } from '../en/report.ts';
import type { Translation } from '../write.ts';

export const report = {
  title: 'Signaler un problème',
  what: 'Que se passe-t-il ?',
  where: 'Où est-ce ?',
  reportFor: 'Signaler pour',
  reportForHint:
    'La personne qui reçoit la fiche et chaque étape. Laissez vide pour signaler en votre propre nom.',
  followUp: 'Ce sera un nouveau ticket, qui fait suite au ticket n° {number}.',
  onlyThisMessage:
    'Seul ce message est joint : l’application n’est pas dans la conversation et ne peut pas lire le fil.',
  hint: {
    first: 'Votre description détermine quelle équipe reçoit le ticket.',
    category: 'On dirait : {category}.',
    unsure: 'Ce pourrait être {first} ou {second}. En cas de doute, nous vous le demanderons.',
    twoProblems:
      'On dirait deux problèmes : {first} et {second}. Après l’envoi, vous pourrez les signaler séparément.',
  },
  answer: { question: 'Cela vous aide-t-il ? {title}', solved: 'C’est résolu' },
  offers: {
    heading: 'Est-ce l’un de ceux-ci ? Cliquez sur « Moi aussi » et vous serez tenu au courant.',
    asked:
      'C’est peut-être déjà signalé. Si c’est la même chose, cliquez sur « Moi aussi ». Sinon, cliquez de nouveau sur Envoyer.',
    sameHere: 'Moi aussi',
    sameHereLabel: 'Moi aussi : ticket n° {number}',
    different: 'Non, le mien est différent',
    new: 'nouveau',
  },
} satisfies Translation<typeof english>;
