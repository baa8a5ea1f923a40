import { categoryNamesIn } from '@campus-desk/contract';
import type { Translation } from '@campus-desk/service-kit';
import type { common as english } from '../en/common.ts';

export const common = {
  status: { open: 'Offen', active: 'In Bearbeitung', closed: 'Geschlossen' },
  category: categoryNamesIn.de,
  ticket: 'Ticket #{number}',
  people: '{count, plural, one {# Person} other {# Personen}}',
  age: { days: '{count} T.', hours: '{count} Std.', minutes: '{count} Min.' },
  emergency: {
    call: '🚨 Ist jemand in Gefahr? Bringen Sie sich in Sicherheit und rufen Sie zuerst an: {call}',
    callAnywhere:
      '🚨 Ist jemand in Gefahr? Bringen Sie sich in Sicherheit und wählen Sie zuerst den Notruf (in Europa 112).',
  },
  tooLong: 'Das Feld fasst {max} Zeichen. Das hier passte nicht mehr hinein:',
  cancel: 'Abbrechen',
  choosePerson: 'Person auswählen',
  somebody: 'Jemand',
  send: 'Senden',
  unsure: '{category} (unsicher)',
  unsureOr: '{category} (unsicher) oder {other}',
  dayAndTime: '{day} um {time}',
  person: {
    isApp: '{name} ist eine App. Wählen Sie eine Person.',
    hasLeft: '{name} ist nicht mehr in diesem Workspace. Wählen Sie jemand anderen.',
  },
  done: 'Fertig',
  viewTicket: 'Ticket ansehen',
  viewTicketNumber: 'Ticket #{number} ansehen',
  loading: 'Wird geladen …',
  tryAgain: 'Noch einmal versuchen',
  slow: 'Erledigt. Die Anzeige dauert länger als sonst.',
} satisfies Translation<typeof english>;
