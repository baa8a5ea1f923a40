import type { Translation } from '@campus-desk/service-kit';
import type { home as english } from '../en/home.ts';

export const home = {
  enterAs: 'Ich handle als',
  role: { user: 'Nutzer', helpdesk: 'Helpdesk' },
  asOf: 'Stand: {at}',
  failed: 'Die Tickets lassen sich gerade nicht anzeigen. Versuchen Sie es gleich noch einmal.',
  quicker: {
    user: 'Schneller: Schreiben Sie {command} und was nicht stimmt, zum Beispiel {command} das WLAN in der Bibliothek geht nicht',
    helpdesk:
      'Schneller: Schreiben Sie {command} liste als Helpdesk oder eine Nummer: {command} 12 als Helpdesk',
  },
} satisfies Translation<typeof english>;
