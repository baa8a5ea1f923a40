import type { Translation } from '@campus-desk/service-kit';
import type { report as english } from '../en/report.ts';

export const report = {
  title: 'Signaler un problème',
  what: 'Que se passe-t-il ?',
  where: 'Où est-ce ?',
  reportFor: 'Signaler pour',
  reportForHint:
    'La personne qui reçoit la fiche et un message à chaque étape. Laissez vide pour signaler en votre propre nom.',
  hideName: {
    mine: 'Masquer mon nom',
    theirs: 'Masquer le nom',
    myName: 'Qui voit votre nom ?',
    theirName: 'Qui voit le nom ?',
    hint: 'Les autres lisent « Quelqu’un ». L’assistance voit toujours le nom.',
  },
  followUp:
    'Écrivez ce qui ne va toujours pas. Ce sera un nouveau ticket, qui fait suite au ticket n° {number}.',
  onlyThisMessage:
    'Seul ce message est joint : l’application n’est pas dans la conversation et ne peut pas lire le fil.',
  hint: {
    first: 'Votre description détermine quelle équipe reçoit le ticket.',
    category: 'On dirait : {category}.',
    unsure: 'Ce pourrait être {first} ou {second}. En cas de doute, nous vous le demanderons.',
    twoProblems:
      'On dirait deux problèmes : {first} et {second}. Après l’envoi, vous pourrez les signaler séparément.',
  },
  answer: {
    earlier: 'Cela a aidé d’autres personnes ayant un problème semblable :',
    question: 'Cela vous aide-t-il ? {title}',
    solved: 'C’est résolu',
  },
  offers: {
    heading: 'Est-ce l’un de ceux-ci ? Cliquez sur « Moi aussi » et vous serez tenu au courant.',
    asked:
      'C’est peut-être déjà signalé. Si c’est la même chose, cliquez sur « Moi aussi ». Sinon, cliquez de nouveau sur Envoyer.',
    sameHere: 'Moi aussi',
    sameHereLabel: 'Moi aussi : ticket n° {number}',
    different: 'Non, le mien est différent',
    new: 'nouveau',
  },
  filed: {
    title: 'Envoyé : n° {number}',
    category: 'Sa catégorie est {category}.',
    categoryAndPlace: 'Sa catégorie est {category}, son lieu {place}.',
    thanks: 'Merci. La catégorie est maintenant {category}.',
    away: 'L’assistance est absente pour le moment. Elle le verra à son retour : {at}.',
    seen: 'L’assistance peut le voir dès maintenant.',
    card: 'Sa fiche change à chaque étape, et ce que vous écrivez dans son fil parvient à l’assistance.',
    cardInDirectMessages:
      'Sa fiche est dans vos messages directs avec cette application : elle change à chaque étape, et ce que vous écrivez dans son fil parvient à l’assistance.',
    cardInThread:
      'Sa fiche est dans le fil du message : elle change à chaque étape, et ce que vous écrivez dans ce fil parvient à l’assistance.',
    cardOf:
      '{name} reçoit la fiche et un message à chaque étape dans ses messages directs avec cette application.',
    later: 'Pour le revoir plus tard, saisissez {command}',
    madeAlready:
      'Ce message a déjà donné lieu à un ticket. Fermez cette fenêtre et ajoutez au ticket ce qui manque.',
  },
  category: {
    question: 'La catégorie n’est qu’une supposition. De quoi s’agit-il ?',
    else: 'Autre chose',
    elseLabel: 'Autre chose : {category}',
  },
  twoProblems: {
    heading: 'On dirait deux problèmes :',
    separately: 'Les signaler séparément',
    keep: 'Garder un seul ticket',
    title: 'Deux tickets envoyés',
    ticket: '{ticket} avec la catégorie {category}',
    followsUp: 'Le ticket n° {second} fait suite au ticket n° {first}.',
  },
  joined: {
    title: 'Moi aussi, n° {number}',
    follower:
      'Vous suivez maintenant le ticket n° {number}. Vous serez prévenu quand le travail commence, quand il est terminé, et de ce que l’assistance répond à tous.',
    followerFor:
      '{name} suit maintenant le ticket n° {number} et sera prévenu quand le travail commence, quand il est terminé, et de ce que l’assistance répond à tous.',
    reporter: 'Vous avez vous-même signalé le ticket n° {number} et êtes prévenu à chaque étape.',
    reporterFor: '{name} a signalé le ticket n° {number} et est prévenu à chaque étape.',
    people: '{people} ont ce problème.',
    later: 'Aucun second ticket n’a été créé. Pour revoir celui-ci plus tard, saisissez {command}',
    leave: 'Cela ne me concerne plus',
    left: 'Vous ne recevrez plus de nouvelles du ticket n° {number}.',
    stays:
      'Vous recevrez des nouvelles du ticket n° {number} tant que votre ticket n° {own} en est un doublon.',
  },
  solved: {
    title: 'Rien à signaler',
    thanks: 'Tant mieux ! Rien n’a été envoyé. Si cela revient, signalez-le à tout moment.',
  },
} satisfies Translation<typeof english>;
