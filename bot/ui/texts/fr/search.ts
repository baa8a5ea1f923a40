import type { Translation } from '@campus-desk/service-kit';
import type { search as english } from '../en/search.ts';

export const search = {
  example: '{command} chercher {words}',
  exampleWord: 'wifi',
  noStatus:
    'Le statut « {status} » n’existe pas. Écrivez `{example} status:ouverts` (ou `en cours` entre guillemets, `clos`, `tous`).',
  closedAsHelpdesk:
    'Seule l’assistance voit les tickets clos. Écrivez `{example} status:clos comme assistance`.',
  noCategory:
    'La catégorie « {category} » n’existe pas. Écrivez `{example} category:informatique` (ou `bâtiments`, `service`).',
  whichPlace: 'Précisez le lieu, par exemple `{example} place:bibliothèque`.',
  fromWhom: 'Précisez qui l’a signalé, par exemple `{example} from:@ada`, ou `from:me`.',
  assignedToWhom:
    'Précisez qui s’en occupe, par exemple `{example} assignee:@ben`, `assignee:me` ou `assignee:nobody`.',
  understood: {
    from: 'de {names}',
    fromMe: 'de moi',
    assignedTo: 'attribués à {names}',
    assignedToMe: 'attribués à moi',
    assignedToNobody: 'attribués à personne',
    more: '{names} et {count} autres',
    or: '{names} ou {last}',
    typed: 'Texte saisi : {words}',
    quoted: '« {word} »',
  },
} satisfies Translation<typeof english>;
