import type { Translation } from '@campus-desk/service-kit';
import type { ticket as english } from '../en/ticket.ts';

export const ticket = {
  title: {
    ticket: 'Ticket #{number}',
    edit: 'Ändern: #{number}',
    assign: 'Übergeben: #{number}',
    answer: 'Antwort: #{number}',
    wait: 'Warten: #{number}',
    duplicate: 'Duplikat: #{number}',
    answerAll: 'An alle: #{number}',
    close: 'Schließen: #{number}',
    reply: 'Antwort: #{number}',
    note: 'Notiz: #{number}',
  },
  back: 'Zurück zu Ticket #{number}',
  message: 'Ihre Nachricht',
  view: {
    status: 'Status:',
    notNow: 'Die Nachrichten lassen sich gerade nicht anzeigen. Öffnen Sie das Ticket gleich noch einmal.',
    noMessages: 'Noch keine Nachrichten.',
    lastMessages: 'Letzte Nachrichten',
    helpdesk: 'Helpdesk',
    note: 'Notiz, die nur der Helpdesk sieht',
    toAll: 'an alle mit diesem Problem',
    edited: 'bearbeitet',
    late: 'nach dem Schließen',
    deleted: 'Diese Nachricht wurde gelöscht.',
    file: 'Datei: {name}',
  },
  place: { question: 'Welcher Ort ist es?', none: 'Kein Ort', all: 'Alle Orte', choose: 'Ort' },
  edit: {
    save: 'Speichern',
    changed:
      'Inzwischen von {people} geändert: {what}. Ihr Text steht noch unten: Vergleichen Sie ihn mit dem Ticket, wie es jetzt ist, und speichern Sie dann noch einmal.',
    somebody: 'jemandem',
    ticket: 'dieses Ticket',
    fields: {
      description: 'die Beschreibung',
      location: 'die Ortsangabe',
      place: 'der Ort',
      category: 'die Kategorie',
      urgent: 'die Dringlichkeit',
      nameHidden: 'die Sichtbarkeit des Namens',
      status: 'der Status',
    },
    where: 'Wo: {location}',
    place: 'Ort: {place}',
  },
  close: {
    submit: 'Ticket schließen',
    explains: 'Sie können es nicht wieder öffnen. Wer es gemeldet hat, sieht Ihre Notiz.',
    what: 'Was wurde getan?',
    duplicates: '{count, plural, one {Sein Duplikat} other {Seine Duplikate}} {numbers}',
    too: '{count, plural, one {Auch schließen, mit derselben Notiz} other {Alle auch schließen, mit derselben Notiz}}',
    otherwise:
      '{count, plural, one {Sonst ist es wieder ein eigenes Ticket.} other {Sonst sind es wieder eigene Tickets.}}',
    noNote:
      'Das liest, wer es gemeldet hat. Lassen Sie ;; weg, oder schreiben Sie es als Notiz unter die Karte.',
    notStored: '{message} Ihre Notiz wurde nicht gespeichert: {note}',
  },
  offerNote:
    'Wer dasselbe meldet, kann die Abschlussnotiz lesen, sobald die meldende Person sagt, dass es gelöst ist. Bieten Sie sie nur an, wenn darin weder Namen noch Räume stehen.',
  wait: {
    submit: 'Warten lassen',
    until: 'Bis wann?',
    untilHint: 'Ein Zeitpunkt, der noch kommt.',
    what: 'Worauf?',
    explains:
      'Wer es gemeldet hat, sieht den Grund ebenfalls. Bis dahin wird niemand erinnert. Eine Nachricht dieser Person beendet das Warten.',
    waits: 'Es wartet gerade.',
    end: 'Warten beenden',
    endLabel: 'Warten beenden für Ticket #{number}',
    ended: 'Ticket #{number} wartet nicht mehr.',
    chooseDate: 'Wählen Sie ein Datum.',
  },
  note: {
    submit: 'Notiz speichern',
    label: 'Ihre Notiz',
    explains:
      'Nur der Helpdesk sieht sie. Auch eine Antwort unter der Karte des Tickets, die mit ;; beginnt, ist eine Notiz.',
  },
  assign: {
    submit: 'Übergeben',
    whom: 'An wen?',
    hint: 'Eine Person, keine App. Sie erfährt es im Thread der Karte.',
    assigned: 'Es ist {name} zugewiesen.',
    giveBack: 'Zurückgeben',
    giveBackLabel: 'Ticket #{number} zurückgeben, an niemanden',
    givenBack: 'Ticket #{number} ist jetzt niemandem zugewiesen.',
    choose: 'Wählen Sie eine Person.',
  },
  duplicate: {
    submit: 'Ist ein Duplikat',
    which: 'Welches Ticket betrifft dasselbe Problem?',
    choose: 'Bitte auswählen',
    number: 'Nummer des anderen Tickets',
    otherNumber: 'Oder die Nummer eines anderen Tickets',
    explains:
      'Die Arbeit geht im anderen Ticket weiter, und dieses lässt sich mit ihm zusammen schließen. Wer es gemeldet hat, erfährt davon.',
    missing: 'Wählen Sie ein Ticket oder geben Sie seine Nummer ein.',
    noNumber: 'Geben Sie die Nummer eines Tickets ein, zum Beispiel 12.',
  },
  answer: {
    which: 'Welche Antwort?',
    choose: 'Bitte auswählen',
    none: 'Die Campus-Datei hat noch keine Antworten. Wer Campus Desk betreibt, kann dort unter „answers“ welche hinzufügen.',
    sees: '{name} wird sie sehen.',
  },
  answerAll: {
    submit: 'An alle senden',
    sees: '{count, plural, =0 {{name} wird sie sehen} one {{name} und eine weitere Person werden sie sehen} other {{name} und # weitere Personen werden sie sehen}}: wer das gemeldet hat, wer dasselbe gemeldet hat und wer dem Ticket folgt.',
    noNote: 'Das lesen alle. Lassen Sie ;; weg, oder schreiben Sie es als Notiz unter die Karte.',
  },
  reply: {
    user: 'Der Helpdesk sieht sie in seinem Kanal. Sie können auch im Thread unter der Karte Ihres Tickets schreiben.',
    helpdesk:
      'Wer es gemeldet hat, sieht sie; beginnen Sie mit ;; für eine Notiz. Sie können auch im Thread unter der Karte des Tickets schreiben.',
  },
} satisfies Translation<typeof english>;
