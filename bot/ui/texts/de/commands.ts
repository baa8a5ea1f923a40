import type { Translation } from '@campus-desk/service-kit';
import type { commands as english } from '../en/commands.ts';

export const commands = {
  typed: 'Ihre Eingabe: {typed}',
  noStatus:
    'Den Status „{status}“ gibt es nicht. Schreiben Sie `{command} liste offen` (oder `aktiv`, `geschlossen`, `alle`).',
  closedAsHelpdesk:
    'Geschlossene Tickets sieht nur der Helpdesk. Schreiben Sie `{command} liste geschlossen als Helpdesk`.',
  syncWhich: 'Welches Ticket? Schreiben Sie zum Beispiel `{command} abgleichen 12`.',
  pressButton:
    'Öffnen Sie das Ticket und benutzen Sie dort die Schaltfläche: `{command} {number}` oder `{command} {number} als Helpdesk`.',
  searchWhat: 'Wonach suchen Sie? Schreiben Sie zum Beispiel `{command} suchen WLAN`.',
  searchTooLong:
    'Diese Suche ist zu lang. Ein paar Wörter genügen, zum Beispiel `{command} suchen WLAN Bibliothek`.',
  noRole:
    'Die Rolle „{role}“ gibt es nicht. Schreiben Sie `als Helpdesk` oder `als Nutzer`, zum Beispiel `{command} liste als Helpdesk`.',
  noTicket: 'Ticket #{number} gibt es nicht. Mit `{command} liste` sehen Sie die Tickets.',
  help: {
    heading: 'Das können Sie schreiben:',
    report:
      '`{command} das WLAN in der Bibliothek geht nicht`: ein Problem melden, Ihr Text steht dann schon im Formular',
    entrance: '`{command}`: erst die Rolle wählen, dann, was Sie tun möchten',
    list: '`{command} liste`: die Tickets; auch `liste offen`, `liste aktiv`, `liste geschlossen`, `liste alle`, `liste meine`',
    ticket: '`{command} 12`: ein Ticket mit allem, was Sie damit tun können',
    search:
      '`{command} suchen WLAN Bibliothek`: Tickets mit diesen Wörtern, die besten Treffer zuerst, auch bei Tippfehlern; `status:offen category:Informatik place:Bibliothek from:@ada assignee:me` grenzen ein',
    sync: '`{command} abgleichen 12`: Nachrichten eines Tickets holen, die nicht angekommen sind',
    help: '`{command} hilfe`: diese Liste',
    roles:
      'Mit `als Helpdesk` am Ende handeln Sie als Helpdesk, zum Beispiel `{command} liste als Helpdesk` (die Warteschlange) oder `{command} liste meine als Helpdesk` (was Ihnen zugewiesen ist); sonst handeln Sie als Nutzer.',
    threads:
      'In Threads funktionieren Befehle nicht. Dort schreiben Sie einfach: Was im Thread unter einer Karte steht, erreicht die andere Seite.',
  },
  sync: {
    comparing: 'Ticket #{number} wird mit seinen Threads in Slack verglichen …',
    complete: 'Ticket #{number} ist vollständig.',
    recovered: '{count, plural, one {# Nachricht nachgeholt} other {# Nachrichten nachgeholt}}',
  },
  stats: {
    help: 'Schreiben Sie `{command} Rückstand 36 Stunden`, `{command} Rückstand 7 Tage Informatik`, `{command} Lösungszeit 12`, `{command} Antwort 12`, `{command} Kategorien`, `{command} alles`, `{command} Zufriedenheit`, `{command} Orte` oder `{command} Korrekturen`; mit `{command}` allein wählen Sie aus.',
    asHelpdesk:
      'Statistiken sind für den Helpdesk. Schreiben Sie `{command} Rückstand 36 Stunden als Helpdesk`.',
    noAnalysis: 'Die Auswertung „{name}“ gibt es nicht.',
    categoriesNoPeriod:
      'Kategorien haben keinen Zeitraum: Gezählt wird, was jetzt in Bearbeitung ist. Schreiben Sie `{command} Kategorien`.',
    placesNoPeriod:
      'Orte haben keinen Zeitraum: Gezählt wird, was jetzt nicht geschlossen ist. Schreiben Sie `{command} Orte`.',
    correctionsPeriod:
      'Korrekturen werden für die letzten 12 Monate gezeigt. Schreiben Sie `{command} categoriser`.',
    noMonths: '„{typed}“ ist keine Anzahl von Monaten von 1 bis 60. Schreiben Sie `{command} {analysis} 12`.',
    noPeriod: '„{typed}“ ist kein Zeitraum von 1h bis {maxDays}. Schreiben Sie `{command} {analysis} 36h`.',
    notPosted:
      'Die Statistik konnte nicht dort veröffentlicht werden, wo Sie sie angefordert haben. Schreiben Sie dort noch einmal {command}.',
  },
} satisfies Translation<typeof english>;
