import type { Translation } from '@campus-desk/service-kit';
import type { stats as english } from '../en/stats.ts';

export const stats = {
  title: 'Statistiques',
  show: 'Afficher',
  analysis: 'Analyse',
  period: 'Période',
  periodHint: '{days} jours au plus, en jours ou en heures.',
  periodFault: 'Écrivez un nombre entier d’heures ou de jours, {days} jours au plus.',
  unit: 'Unité',
  hours: 'heures',
  days: 'jours',
  topic: {
    backlog: 'Pas encore clos',
    resolution: 'Durée jusqu’à la clôture',
    categories: 'En cours par catégorie',
    response: 'Première réponse',
    satisfaction: 'Résolu ?',
    places: 'Par lieu',
    corrections: 'Catégories corrigées',
    categoriser: 'Catégories corrigées',
  },
  refresh: 'Actualiser',
  csv: 'CSV',
  csvLabel: 'M’envoyer ces chiffres en CSV',
  csvSent: 'Le CSV arrive dans vos messages directs avec Campus Desk.',
  asOf: 'État au {at}, fuseau horaire {timeZone}',
  earlier:
    '… {count, plural, one {{count} ligne précédente est dans le CSV} other {{count} lignes précédentes sont dans le CSV}}',
  notDrawn: 'Le graphique n’a pas pu être dessiné pour l’instant ; les chiffres sont complets.',
  notShown: 'Slack n’a pas pu afficher le graphique ; les chiffres sont complets.',
  unreachable: 'Le service pour « {topic} » est injoignable. Réessayez dans un instant.',
  failed:
    'Les statistiques « {topic} » ont échoué. La personne qui gère Campus Desk trouve la raison dans le journal.',
} satisfies Translation<typeof english>;
