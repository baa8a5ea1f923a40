import type { Translation } from '@campus-desk/service-kit';
import type { search as english } from '../en/search.ts';

export const search = {
  example: '{command} cerca {words}',
  exampleWord: 'wifi',
  noStatus:
    'Lo stato «{status}» non esiste. Scrivere `{example} status:aperti` (oppure `attivi`, `chiusi`, `tutti`).',
  closedAsHelpdesk:
    'I ticket chiusi sono visibili solo all’assistenza. Scrivere `{example} status:chiusi come assistenza`.',
  noCategory:
    'La categoria «{category}» non esiste. Scrivere `{example} category:informatica` (oppure `edifici`, `servizi`).',
  whichPlace: 'Indicare il luogo, ad esempio `{example} place:biblioteca`.',
  fromWhom: 'Indicare chi ha segnalato, ad esempio `{example} from:@ada`, oppure `from:me`.',
  assignedToWhom:
    'Indicare chi se ne occupa, ad esempio `{example} assignee:@ben`, `assignee:me` o `assignee:nobody`.',
  understood: {
    from: 'da {names}',
    fromMe: 'da me',
    assignedTo: 'assegnati a {names}',
    assignedToMe: 'assegnati a me',
    assignedToNobody: 'assegnati a nessuno',
    more: '{names} e altri {count}',
    or: '{names} o {last}',
    typed: 'Testo digitato: {words}',
    quoted: '«{word}»',
  },
} satisfies Translation<typeof english>;
