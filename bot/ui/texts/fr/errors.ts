import type { Translation } from '@campus-desk/service-kit';
import type { errors as english } from '../en/errors.ts';

export const errors = {
  slackSlow: 'Slack n’a pas répondu à temps. Réessayez.',
  unexpected:
    'Une erreur s’est produite. Vérifiez si l’opération a réussi ; sinon, réessayez. Si l’erreur persiste, communiquez {reference} à votre administrateur.',
  somebody: 'quelqu’un d’autre',
  field: 'Ce n’est pas encore correct. Modifiez-le et réessayez.',
  code: {
    validation_failed: 'Quelque chose n’est pas correct. Modifiez-le et réessayez.',
    forbidden_for_role: 'Votre rôle ne le permet pas. Pour cela, agissez en tant qu’assistance.',
    not_found: 'Cela n’existe plus.',
    illegal_transition: 'Le ticket ne le permet pas pour l’instant. Consultez-le de nouveau.',
    version_conflict: 'Quelqu’un a modifié le ticket entre-temps. Consultez-le de nouveau.',
    ticket_closed: 'Le ticket est clos et reste tel quel.',
    payload_too_large: 'C’est trop volumineux. Envoyez-en moins à la fois.',
    misdirected: 'Le service des tickets est mal configuré. Prévenez votre administrateur.',
    idempotency_mismatch:
      'Votre signalement était arrivé avant votre modification. Fermez cette fenêtre et écrivez {command} liste mes tickets : vous pourrez y modifier le ticket.',
    rate_limited: 'C’est beaucoup à la fois. Réessayez dans une seconde.',
    unavailable: 'Le service des tickets est injoignable pour l’instant. Réessayez dans un moment.',
  },
  reason: {
    closed_list: 'Seule l’assistance voit les tickets clos : {command} liste clos comme assistance',
    closed_ticket:
      'Le ticket n° {number} est clos. Seule l’assistance voit les tickets clos : {command} {number} comme assistance',
    ticket_is_closed: 'Le ticket n° {number} est clos et reste tel quel.',
    stays_closed:
      'Déjà clos par {name}. Un ticket clos reste tel quel ; si le problème persiste, créez un ticket de suivi.',
    closed_by: 'Déjà clos par {name}.',
    started_by: 'Déjà pris en charge par {name}.',
    changed_by:
      '{name} a modifié ce ticket entre-temps. Consultez-le de nouveau et refaites ce qui reste nécessaire.',
    open_ticket: 'Le ticket n° {number} est ouvert. Prenez-le en charge avant de le clore.',
    waits_once_active: 'Le ticket n° {number} est ouvert. Prenez-le en charge avant de le mettre en attente.',
    wait_over: 'Cette date est passée. Choisissez-en une plus tardive.',
    closed_with_original:
      'Le ticket n° {number} est un doublon du n° {original} et sera clos avec lui. S’il s’agit d’un autre problème, annulez d’abord le doublon.',
    solved_once_closed:
      'Le ticket n° {number} n’est pas encore clos. Vous pourrez dire ensuite si le problème est résolu.',
    solved_by_reporter:
      'Seule la personne qui a signalé le ticket n° {number} peut dire, en tant qu’utilisateur, s’il est résolu.',
    name_by_reporter:
      'Seules la personne qui a signalé le ticket n° {number} et l’assistance peuvent décider de masquer le nom.',
    category_settled:
      'La catégorie est fixée : {category}, choisie par {name}. Seule l’assistance peut encore la changer.',
    field_of_helpdesk: 'Seule l’assistance peut modifier cela. Pour cela, agissez en tant qu’assistance.',
    duplicate_by_helpdesk:
      'Seule l’assistance décide de ce qui est un doublon. Pour cela, agissez en tant qu’assistance.',
    file_for:
      'Seule l’assistance peut signaler un problème pour quelqu’un d’autre. Pour cela, agissez en tant qu’assistance.',
    follow_for:
      'Seule l’assistance peut le faire pour quelqu’un d’autre. Pour cela, agissez en tant qu’assistance.',
    note_by_helpdesk: 'Seule l’assistance écrit des notes. Pour cela, agissez en tant qu’assistance.',
    note_of_user: 'Seul un message de l’assistance peut devenir une note.',
    note_of_all: 'Tout le monde en a été informé : cela ne peut plus devenir une note.',
    answer_all_by_helpdesk:
      'Seule l’assistance répond à tous à la fois. Pour cela, agissez en tant qu’assistance.',
    sent_already: 'Cela a déjà été envoyé avec un autre texte. Consultez le ticket avant de renvoyer.',
    message_elsewhere: 'Ce message Slack appartient déjà à un autre ticket.',
    no_ticket: 'Le ticket n° {number} n’existe pas.',
    no_message: 'Ce message n’existe pas.',
    no_closing_note:
      'Le ticket n° {number} n’a pas de note de clôture. Seul ce qui a été fait peut aider d’autres personnes.',
    no_wave: 'Ces signalements ne sont plus réunis.',
    wave_of_helpdesk:
      'Seule l’assistance voit et regroupe ce que plusieurs personnes signalent. Pour cela, agissez en tant qu’assistance.',
    no_place: 'Le lieu « {place} » n’existe pas.',
    nobody_called:
      'Personne du nom de « {name} » n’a de ticket que vous puissiez voir. Écrivez le nom comme il figure dans les tickets.',
    too_many_called: 'Plus de {max} personnes s’appellent « {name} ». Précisez le nom.',
    no_original: 'Le ticket n° {number} n’existe pas. Vérifiez le numéro.',
    its_own_original: 'Un ticket ne peut pas être son propre doublon. Indiquez-en un autre.',
    duplicate_of_this: 'Le ticket n° {number} est déjà un doublon de celui-ci. Annulez-le d’abord.',
    original_closed: 'Le ticket n° {number} est clos. Indiquez-en un qui soit ouvert ou en cours.',
    no_earlier_ticket: 'Il n’y a pas de ticket n° {number} auquel donner suite.',
    one_problem: 'Le ticket n° {number} ne porte que sur un seul problème.',
    empty: 'C’est vide. Écrivez au moins un caractère.',
    too_long: 'C’est trop long. Limitez-vous à {max} caractères.',
    too_busy: 'Il y a trop de demandes en ce moment. Rien n’a été enregistré ; réessayez dans un moment.',
    not_reached: 'Le service des tickets est injoignable pour l’instant. Réessayez dans un moment.',
    unexpected_answer: 'Le service des tickets a donné une réponse inattendue. Réessayez dans un moment.',
    message_empty: 'Ce message est vide maintenant.',
    message_gone: 'Ce message n’existe plus.',
    not_helpdesk:
      'Seuls les membres du canal de l’assistance peuvent agir en tant qu’assistance. Demandez-leur de vous ajouter.',
    members_unknown: 'Slack n’a pas indiqué qui fait partie de l’assistance. Réessayez dans un moment.',
  },
} satisfies Translation<typeof english>;
