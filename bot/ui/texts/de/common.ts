import type { common as english } from '../en/common.ts';
import type { Translation } from '../write.ts';

export const common = {
  status: { open: 'Offen', active: 'In Bearbeitung', closed: 'Geschlossen' },
  category: {
    facility: 'Gebäudemanagement',
    it: 'IT-Technik',
    service: 'Beschwerde über Services',
  },
  people: '{count, plural, one {# Person} other {# Personen}}',
  age: { days: '{count} T.', hours: '{count} Std.', minutes: '{count} Min.' },
  emergency: {
    call: '🚨 Ist jemand in Gefahr? Bringen Sie sich in Sicherheit und rufen Sie zuerst an: {call}',
    callAnywhere:
      '🚨 Ist jemand in Gefahr? Bringen Sie sich in Sicherheit und rufen Sie zuerst den Notruf (in Europa 112).',
  },
  tooLong: 'Das Feld fasst {max} Zeichen. Das hier passte nicht mehr hinein:',
  cancel: 'Abbrechen',
  choosePerson: 'Person auswählen',
  send: 'Senden',
} satisfies Translation<typeof english>;
