import type { Translation } from '@campus-desk/service-kit';
import type { search as english } from '../en/search.ts';

export const search = {
  example: '{command} buscar {words}',
  exampleWord: 'wifi',
  noStatus:
    'El estado «{status}» no existe. Escriba `{example} status:abiertos` (o `activos`, `cerrados`, `todos`).',
  closedAsHelpdesk:
    'Los tickets cerrados solo los ve soporte. Escriba `{example} status:cerrados como soporte`.',
  noCategory:
    'La categoría «{category}» no existe. Escriba `{example} category:informática` (o `edificios`, `servicios`).',
  whichPlace: 'Indique el lugar, por ejemplo `{example} place:biblioteca`.',
  fromWhom: 'Indique quién lo comunicó, por ejemplo `{example} from:@ada`, o `from:me`.',
  assignedToWhom:
    'Indique quién se encarga, por ejemplo `{example} assignee:@ben`, `assignee:me` o `assignee:nobody`.',
  understood: {
    from: 'de {names}',
    fromMe: 'míos',
    assignedTo: 'asignados a {names}',
    assignedToMe: 'asignados a mí',
    assignedToNobody: 'sin asignar',
    more: '{names} y {count} más',
    or: '{names} o {last}',
    typed: 'Texto escrito: {words}',
    quoted: '«{word}»',
  },
} satisfies Translation<typeof english>;
