import type { Translation } from '@campus-desk/service-kit';
import type { commands as english } from '../en/commands.ts';

export const commands = {
  typed: 'Vous avez écrit : {typed}',
  noStatus:
    'Le statut « {status} » n’existe pas. Écrivez `{command} liste ouverts` (ou `en cours`, `clos`, `tous`).',
  closedAsHelpdesk:
    'Seule l’assistance voit les tickets clos. Écrivez `{command} liste clos comme assistance`.',
  syncWhich: 'Précisez le ticket, par exemple `{command} synchroniser 12`.',
  pressButton:
    'Ouvrez le ticket et utilisez son bouton : `{command} {number}`, ou `{command} {number} comme assistance`.',
  searchWhat: 'Précisez ce que vous cherchez, par exemple `{command} chercher wifi`.',
  searchTooLong:
    'Cette recherche est trop longue. Quelques mots suffisent, par exemple `{command} chercher wifi bibliothèque`.',
  noRole:
    'Le rôle « {role} » n’existe pas. Écrivez `comme assistance` ou `comme utilisateur`, par exemple `{command} liste comme assistance`.',
  noTicket: 'Le ticket n° {number} n’existe pas. `{command} liste` affiche les tickets.',
  help: {
    heading: 'Ce que vous pouvez écrire :',
    report:
      '`{command} le wifi de la bibliothèque ne marche pas` : signaler un problème, avec votre texte déjà dans le formulaire',
    entrance: '`{command}` : choisir un rôle, puis ce que vous voulez faire',
    list: '`{command} liste` : les tickets ; aussi `liste ouverts`, `liste en cours`, `liste clos`, `liste tous`, `liste mes tickets`',
    ticket: '`{command} 12` : un ticket, avec ce que vous pouvez en faire',
    search:
      '`{command} chercher wifi bibliothèque` : les tickets qui contiennent ces mots, les plus pertinents d’abord, malgré les fautes de frappe ; `status:ouverts category:informatique place:bibliothèque from:@ada assignee:me` limitent la recherche',
    sync: '`{command} synchroniser 12` : récupérer les messages d’un ticket qui ne sont pas arrivés',
    help: '`{command} aide` : cette liste',
    roles:
      'Terminez par `comme assistance` pour agir au nom de l’assistance, par exemple `{command} liste comme assistance` (la file d’attente) ou `{command} liste mes tickets comme assistance` (ce qui vous est attribué) ; sinon, vous agissez en tant qu’utilisateur.',
    threads:
      'Les commandes ne fonctionnent pas dans les fils. Là, il suffit d’écrire : ce que vous écrivez dans le fil d’une fiche parvient à l’autre partie.',
  },
  sync: {
    comparing: 'Comparaison du ticket n° {number} avec ses fils dans Slack …',
    complete: 'Le ticket n° {number} est complet.',
    recovered: '{count, plural, one {# message récupéré} other {# messages récupérés}}',
  },
  stats: {
    help: 'Écrivez `{command} arriéré 36 heures`, `{command} arriéré 7 jours informatique`, `{command} résolution 12`, `{command} réponse 12`, `{command} catégories`, `{command} tout`, `{command} satisfaction`, `{command} lieux` ou `{command} corrections` ; `{command}` seul vous laisse choisir.',
    asHelpdesk:
      'Les statistiques sont réservées à l’assistance. Écrivez `{command} arriéré 36 heures comme assistance`.',
    noAnalysis: 'L’analyse « {name} » n’existe pas.',
    categoriesNoPeriod:
      'Les catégories n’ont pas de période : elles comptent ce qui est en cours maintenant. Écrivez `{command} catégories`.',
    placesNoPeriod:
      'Les lieux n’ont pas de période : ils comptent ce qui n’est pas clos maintenant. Écrivez `{command} lieux`.',
    correctionsPeriod:
      'Les corrections sont affichées pour les 12 derniers mois. Écrivez `{command} categoriser`.',
    noMonths: '« {typed} » n’est pas un nombre de mois de 1 à 60. Écrivez `{command} {analysis} 12`.',
    noPeriod: '« {typed} » n’est pas une période de 1h à {maxDays}. Écrivez `{command} {analysis} 36h`.',
    notPosted:
      'Les statistiques n’ont pas pu être publiées là où vous les avez demandées. Écrivez-y de nouveau {command}.',
  },
} satisfies Translation<typeof english>;
