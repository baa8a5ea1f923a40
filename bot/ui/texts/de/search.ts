import type { Translation } from '@campus-desk/service-kit';
import type { search as english } from '../en/search.ts';

export const search = {
  example: '{command} suchen {words}',
  exampleWord: 'WLAN',
  noStatus:
    'Den Status „{status}“ gibt es nicht. Schreiben Sie `{example} status:offen` (oder `aktiv`, `geschlossen`, `alle`).',
  closedAsHelpdesk:
    'Geschlossene Tickets sieht nur der Helpdesk. Schreiben Sie `{example} status:geschlossen als Helpdesk`.',
  noCategory:
    'Die Kategorie „{category}“ gibt es nicht. Schreiben Sie `{example} category:Informatik` (oder `Gebäude`, `service`).',
  whichPlace: 'Welcher Ort? Schreiben Sie zum Beispiel `{example} place:Bibliothek`.',
  fromWhom: 'Wer hat es gemeldet? Schreiben Sie zum Beispiel `{example} from:@ada` oder `from:me`.',
  assignedToWhom:
    'Wer arbeitet daran? Schreiben Sie zum Beispiel `{example} assignee:@ben`, `assignee:me` oder `assignee:nobody`.',
  understood: {
    from: 'von {names}',
    fromMe: 'von mir',
    assignedTo: 'zugewiesen an {names}',
    assignedToMe: 'mir zugewiesen',
    assignedToNobody: 'niemandem zugewiesen',
    more: '{names} und {count} weitere',
    or: '{names} oder {last}',
    typed: 'Eingegeben: {words}',
    quoted: '„{word}“',
  },
} satisfies Translation<typeof english>;
