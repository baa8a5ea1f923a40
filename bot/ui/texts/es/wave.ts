import type { Translation } from '@campus-desk/service-kit';
import type { wave as english } from '../en/wave.ts';

export const wave = {
  title: 'Varias personas comunican lo mismo',
  since: 'primer aviso:',
  view: 'Ver',
  more: '{count, plural, one {Y # ticket más.} other {Y # tickets más.}}',
  group: 'Agruparlos',
  groupHint:
    'Los demás pasan a ser duplicados del ticket #{number}: se atiende solo uno y se cierran todos con él.',
  grouped: 'Agrupados: los demás son duplicados del ticket #{number}.',
  closed: 'Todos estos tickets están cerrados.',
  grouping: 'Agrupando {count} tickets. Tarda un momento.',
  groupedNow: '{count, plural, one {# ticket agrupado} other {# tickets agrupados}} con el ticket #{number}.',
  groupedBefore: 'Ya están agrupados.',
  left: '{count, plural, one {Queda # ticket} other {Quedan # tickets}} sin agrupar. Vuelva a leer el mensaje y pulse otra vez «Agruparlos».',
} satisfies Translation<typeof english>;
