import type { Translation } from '@campus-desk/service-kit';
import type { stats as english } from '../en/stats.ts';

export const stats = {
  title: 'Statistik',
  show: 'Anzeigen',
  analysis: 'Auswertung',
  period: 'Zeitraum',
  periodHint: 'Höchstens {days} Tage, in Tagen oder Stunden.',
  periodFault: 'Schreiben Sie eine ganze Zahl von Stunden oder Tagen, höchstens {days} Tage.',
  unit: 'Einheit',
  hours: 'Stunden',
  days: 'Tage',
  topic: {
    backlog: 'Noch nicht geschlossen',
    resolution: 'Zeit bis zum Abschluss',
    categories: 'In Bearbeitung nach Kategorie',
    response: 'Erste Antwort',
    satisfaction: 'Gelöst?',
    places: 'Nach Ort',
    corrections: 'Korrigierte Kategorien',
    categoriser: 'Korrigierte Kategorien',
  },
  refresh: 'Aktualisieren',
  csv: 'CSV',
  csvLabel: 'Diese Zahlen als CSV an mich senden',
  csvSent: 'Die CSV-Datei ist unterwegs in Ihre Direktnachrichten mit Campus Desk.',
  asOf: 'Stand {at}, Zeitzone {timeZone}',
  earlier:
    '… {count, plural, one {{count} frühere Zeile steht in der CSV-Datei} other {{count} frühere Zeilen stehen in der CSV-Datei}}',
  notDrawn: 'Das Diagramm konnte gerade nicht gezeichnet werden; die Zahlen sind vollständig.',
  notShown: 'Slack konnte das Diagramm nicht anzeigen; die Zahlen sind vollständig.',
  unreachable: 'Der Dienst für „{topic}“ ist nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  failed:
    'Die Statistik „{topic}“ ist fehlgeschlagen. Wer Campus Desk betreibt, findet den Grund im Protokoll.',
} satisfies Translation<typeof english>;
