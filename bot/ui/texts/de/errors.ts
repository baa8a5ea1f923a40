import type { Translation } from '@campus-desk/service-kit';
import type { errors as english } from '../en/errors.ts';

export const errors = {
  slackSlow: 'Slack hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.',
  unexpected:
    'Hier ist etwas schiefgegangen. Sehen Sie nach, ob es geklappt hat; wenn nicht, versuchen Sie es noch einmal. Bleibt der Fehler, nennen Sie Ihrer Administration {reference}.',
  somebody: 'jemand anderem',
  field: 'Das stimmt noch nicht. Ändern Sie es und versuchen Sie es noch einmal.',
  code: {
    validation_failed: 'Etwas daran stimmt nicht. Ändern Sie es und versuchen Sie es noch einmal.',
    forbidden_for_role: 'In dieser Rolle geht das nicht. Handeln Sie dafür als Helpdesk.',
    not_found: 'Das gibt es nicht mehr.',
    illegal_transition: 'Das Ticket lässt das gerade nicht zu. Sehen Sie es sich noch einmal an.',
    version_conflict: 'Inzwischen hat jemand das Ticket geändert. Sehen Sie es sich noch einmal an.',
    ticket_closed: 'Das Ticket ist geschlossen und bleibt, wie es ist.',
    payload_too_large: 'Das ist zu groß. Senden Sie weniger auf einmal.',
    misdirected: 'Der Ticketdienst ist nicht richtig eingerichtet. Sagen Sie Ihrer Administration Bescheid.',
    idempotency_mismatch:
      'Ihre Meldung war schon angekommen, bevor Sie sie geändert haben. Schließen Sie dieses Fenster und schreiben Sie {command} liste meine: Dort können Sie das Ticket bearbeiten.',
    rate_limited: 'Das war viel auf einmal. Versuchen Sie es in einer Sekunde noch einmal.',
    unavailable: 'Der Ticketdienst ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  },
  reason: {
    closed_list: 'Geschlossene Tickets sieht nur der Helpdesk: {command} liste geschlossen als Helpdesk',
    closed_ticket:
      'Ticket #{number} ist geschlossen. Geschlossene Tickets sieht nur der Helpdesk: {command} {number} als Helpdesk',
    ticket_is_closed: 'Ticket #{number} ist geschlossen und bleibt, wie es ist.',
    stays_closed:
      'Schon von {name} geschlossen. Ein geschlossenes Ticket bleibt, wie es ist; besteht das Problem noch, erstellen Sie ein Folgeticket.',
    closed_by: 'Schon von {name} geschlossen.',
    started_by: 'Schon von {name} begonnen.',
    changed_by:
      'Dieses Ticket wurde inzwischen von {name} geändert. Sehen Sie es sich noch einmal an und wiederholen Sie, was noch nötig ist.',
    open_ticket: 'Ticket #{number} ist offen. Beginnen Sie mit der Arbeit, bevor Sie es schließen.',
    waits_once_active: 'Ticket #{number} ist offen. Beginnen Sie mit der Arbeit, bevor es wartet.',
    wait_over: 'Dieses Datum ist schon vorbei. Wählen Sie ein späteres.',
    closed_with_original:
      'Ticket #{number} ist ein Duplikat von #{original} und wird mit ihm geschlossen. Ist es ein anderes Problem, nehmen Sie das zuerst zurück.',
    solved_once_closed:
      'Ticket #{number} ist noch nicht geschlossen. Ob es gelöst ist, lässt sich danach sagen.',
    solved_by_reporter:
      'Ob es gelöst ist, kann nur sagen, wer Ticket #{number} gemeldet hat, und zwar als Nutzer.',
    name_by_reporter:
      'Ob der Name verborgen ist, entscheiden nur der Helpdesk und wer Ticket #{number} gemeldet hat.',
    category_settled:
      'Die Kategorie steht fest: {category}, gewählt von {name}. Jetzt kann sie nur der Helpdesk ändern.',
    field_of_helpdesk: 'Das kann nur der Helpdesk ändern. Handeln Sie dafür als Helpdesk.',
    duplicate_by_helpdesk: 'Was ein Duplikat ist, sagt nur der Helpdesk. Handeln Sie dafür als Helpdesk.',
    file_for: 'Für andere melden kann nur der Helpdesk. Handeln Sie dafür als Helpdesk.',
    follow_for: 'Für andere kann das nur der Helpdesk tun. Handeln Sie dafür als Helpdesk.',
    note_by_helpdesk: 'Notizen schreibt nur der Helpdesk. Handeln Sie dafür als Helpdesk.',
    note_of_user: 'Nur eine Nachricht des Helpdesks kann eine Notiz werden.',
    note_of_all: 'Das wurde schon allen mitgeteilt und kann deshalb keine Notiz werden.',
    answer_all_by_helpdesk: 'Allen auf einmal antwortet nur der Helpdesk. Handeln Sie dafür als Helpdesk.',
    sent_already:
      'Das wurde schon mit einem anderen Text gesendet. Sehen Sie sich das Ticket an, bevor Sie es noch einmal senden.',
    message_elsewhere: 'Diese Slack-Nachricht gehört schon zu einem anderen Ticket.',
    no_ticket: 'Ticket #{number} gibt es nicht.',
    no_message: 'Diese Nachricht gibt es nicht.',
    no_closing_note: 'Ticket #{number} hat keine Abschlussnotiz. Nur was getan wurde, kann anderen helfen.',
    no_wave: 'Diese Meldungen stehen nicht mehr zusammen.',
    wave_of_helpdesk:
      'Was mehrere Personen melden, sieht und fasst nur der Helpdesk zusammen. Handeln Sie dafür als Helpdesk.',
    no_place: 'Den Ort „{place}“ gibt es nicht.',
    nobody_called:
      'Niemand namens „{name}“ hat ein Ticket, das Sie sehen können. Schreiben Sie den Namen so, wie er in den Tickets steht.',
    too_many_called: 'Mehr als {max} Personen heißen „{name}“. Schreiben Sie mehr vom Namen.',
    no_original: 'Ticket #{number} gibt es nicht. Prüfen Sie die Nummer.',
    its_own_original: 'Ein Ticket ist kein Duplikat von sich selbst. Nennen Sie ein anderes.',
    duplicate_of_this: 'Ticket #{number} ist schon ein Duplikat von diesem. Nehmen Sie das zuerst zurück.',
    original_closed: 'Ticket #{number} ist geschlossen. Nennen Sie eines, das offen oder in Bearbeitung ist.',
    no_earlier_ticket: 'Es gibt kein Ticket #{number}, an das Sie anknüpfen könnten.',
    one_problem: 'In Ticket #{number} geht es nur um ein Problem.',
    empty: 'Das Feld ist leer. Schreiben Sie mindestens ein Zeichen.',
    too_long: 'Der Text ist zu lang. Kürzen Sie ihn auf {max} Zeichen.',
    too_busy: 'Gerade ist zu viel los. Es wurde nichts gespeichert; versuchen Sie es gleich noch einmal.',
    not_reached: 'Der Ticketdienst ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
    unexpected_answer: 'Der Ticketdienst hat unerwartet geantwortet. Versuchen Sie es gleich noch einmal.',
    message_empty: 'Diese Nachricht ist jetzt leer.',
    message_gone: 'Diese Nachricht gibt es nicht mehr.',
    not_helpdesk:
      'Als Helpdesk handeln nur Personen aus dem Kanal des Helpdesks. Bitten Sie dort darum, hinzugefügt zu werden.',
    members_unknown:
      'Slack hat nicht mitgeteilt, wer zum Helpdesk gehört. Versuchen Sie es gleich noch einmal.',
  },
} satisfies Translation<typeof english>;
