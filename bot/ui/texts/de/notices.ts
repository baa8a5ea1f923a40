import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../write.ts';

export const notices = {
  says: '{who}: {words}',
  filed: '{name} hat Ticket #{number} für Sie gemeldet.',
  started: '{name} hat mit der Arbeit an Ticket #{number} begonnen.',
  closed: '{name} hat Ticket #{number} geschlossen.',
  closedWith: '{name} hat Ticket #{number} zusammen mit Ticket #{original} geschlossen.',
  solved: '{name} sagt, dass Ticket #{number} gelöst ist.',
  notSolved: '{name} sagt, dass Ticket #{number} noch nicht ganz gelöst ist.',
  solvedTakenBack: '{name} hat die Antwort zurückgenommen, ob Ticket #{number} gelöst ist.',
  edited: {
    description: '{name} hat die Beschreibung von Ticket #{number} geändert.',
    location: '{name} hat die Ortsangabe von Ticket #{number} geändert.',
    both: '{name} hat die Beschreibung und die Ortsangabe von Ticket #{number} geändert.',
  },
  place: {
    confirmed: '{name} hat den Ort von Ticket #{number} bestätigt.',
    removed: '{name} hat den Ort von Ticket #{number} entfernt.',
    named: '{name} hat {place} als Ort von Ticket #{number} angegeben.',
  },
  category: {
    changed: '{name} hat die Kategorie von Ticket #{number} in {category} geändert.',
    confirmed: '{name} hat die Kategorie von Ticket #{number} bestätigt.',
  },
  aside: {
    description: 'Auch die Beschreibung wurde geändert.',
    location: 'Auch die Ortsangabe wurde geändert.',
    both: 'Auch Beschreibung und Ortsangabe wurden geändert.',
    category: 'Die Kategorie ist jetzt {category}.',
    urgent: 'Es ist jetzt dringend.',
  },
  why: {
    follows: 'Sie folgen diesem Ticket.',
    sameAsThis: 'Es geht um dasselbe Problem wie in diesem Ticket.',
    sameAs: 'Es geht um dasselbe Problem wie in Ihrem Ticket #{number}.',
  },
  assigned: 'Ticket #{number} gehört jetzt Ihnen.',
  followUp: 'Ticket #{number} schließt an Ticket #{earlier} an.',
  followUpOf: 'Folgeticket zu Ticket #{earlier}: {link}',
  goesOn: 'Ticket #{number} geht in {link} weiter.',
  newThread: 'einem neuen Thread',
  moved: {
    header: 'Ticket #{number} · Verschoben',
    text: 'Ticket #{number} steht jetzt in {channel}.',
    now: 'Es steht jetzt in {channel}.',
    nowWithLink: 'Es steht jetzt in {channel}: {link}.',
    link: 'zur Karte',
  },
  waiting: '{name} lässt Ticket #{number} warten.',
  waitingUntil: '{name} lässt Ticket #{number} warten bis {at}:',
  woken: {
    date: 'Ticket #{number} wartet nicht mehr: Der Termin ist da.',
    written: 'Ticket #{number} wartet nicht mehr: {name} hat geschrieben.',
    ended: 'Ticket #{number} wartet nicht mehr: {name} hat das Warten beendet.',
  },
  duplicate: {
    same: '{name} hat festgestellt, dass es in Ticket #{number} um dasselbe Problem geht wie in Ticket #{original}. Dort wird für beide gearbeitet. Wie es weitergeht, erfahren Sie hier.',
    own: '{name} hat festgestellt, dass Ticket #{number} doch ein eigenes Problem ist.',
  },
  late: 'Ticket #{number} ist geschlossen. Ihre Nachricht bleibt erhalten, aber niemand arbeitet mehr daran.',
  file: {
    sender: 'Von {name}',
    tooLarge: '{file} ist zu groß, um hierher kopiert zu werden ({size}). Fragen Sie {name} danach.',
    failed: '{file} ließ sich nicht hierher kopieren. Fragen Sie {name} danach.',
    bytes: '{count, plural, other {# B}}',
    kilobytes: '{count, plural, other {# KB}}',
    megabytes: '{count, plural, other {# MB}}',
  },
  message: {
    note: '{name} (Notiz, nur für den Helpdesk)',
    to: '{name} an {person}',
    toAll: '{name} an alle mit dem Problem von Ticket #{number}',
    toPersonAndAll: '{name} an {person} und alle mit dem Problem von Ticket #{number}',
    edited: '(bearbeitet)',
    deleted: '(Nachricht gelöscht)',
  },
} satisfies Translation<typeof english>;
