import type { Translation } from '@campus-desk/service-kit';
import type { home as english } from '../en/home.ts';

export const home = {
  enterAs: 'Entra come',
  role: { user: 'Utente', helpdesk: 'Assistenza' },
  asOf: 'Aggiornato a {at}',
  failed: 'Al momento i ticket non si possono mostrare. Riprovare tra poco.',
  quicker: {
    user: 'Più in fretta: scrivere {command} e il problema, ad esempio {command} il wifi in biblioteca non funziona',
    helpdesk:
      'Più in fretta: scrivere {command} elenco come assistenza, oppure un numero: {command} 12 come assistenza',
  },
} satisfies Translation<typeof english>;
