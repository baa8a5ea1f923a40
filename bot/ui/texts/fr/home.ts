import type { Translation } from '@campus-desk/service-kit';
import type { home as english } from '../en/home.ts';

export const home = {
  enterAs: 'Agir en tant que',
  role: { user: 'Utilisateur', helpdesk: 'Assistance' },
  asOf: 'Mis à jour : {at}',
  failed: 'Les tickets ne peuvent pas être affichés pour l’instant. Réessayez dans un moment.',
  quicker: {
    user: 'Plus rapide : écrivez {command} et le problème, par exemple {command} le wifi de la bibliothèque ne marche pas',
    helpdesk:
      'Plus rapide : écrivez {command} liste comme assistance, ou un numéro : {command} 12 comme assistance',
  },
} satisfies Translation<typeof english>;
