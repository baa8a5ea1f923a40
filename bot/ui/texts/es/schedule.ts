import type { Translation } from '@campus-desk/service-kit';
import type { schedule as english } from '../en/schedule.ts';

export const schedule = {
  digest: {
    title: 'Buenos días, soporte',
    scope: 'Todos los tickets abiertos, por antiguos que sean',
    none: 'Ya hay alguien trabajando en cada ticket.',
    waiting: '{count, plural, one {# ticket espera} other {# tickets esperan}} a que alguien empiece:',
    oldest:
      '{count, plural, one {# ticket espera} other {# tickets esperan}} a que alguien empiece; los más antiguos:',
    more: 'Más de {count, plural, one {# ticket espera} other {# tickets esperan}} a que alguien empiece; los más antiguos:',
  },
  reminder:
    'Tiene a su cargo {count, plural, one {# ticket} other {# tickets}} a la espera de soporte, sin novedades desde hace {days, plural, one {# día} other {# días}}:',
  since: 'Desde {at}',
} satisfies Translation<typeof english>;
