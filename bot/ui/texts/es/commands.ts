import type { Translation } from '@campus-desk/service-kit';
import type { commands as english } from '../en/commands.ts';

export const commands = {
  typed: 'Usted ha escrito: {typed}',
  noStatus:
    'El estado «{status}» no existe. Escriba `{command} lista abiertos` (o `activos`, `cerrados`, `todos`).',
  closedAsHelpdesk:
    'Los tickets cerrados solo los ve soporte. Escriba `{command} lista cerrados como soporte`.',
  syncWhich: 'Indique el ticket, por ejemplo `{command} sincronizar 12`.',
  pressButton: 'Abra el ticket y pulse su botón: `{command} {number}`, o `{command} {number} como soporte`.',
  searchWhat: 'Indique qué buscar, por ejemplo `{command} buscar wifi`.',
  searchTooLong:
    'La búsqueda es demasiado larga. Bastan unas pocas palabras, por ejemplo `{command} buscar wifi biblioteca`.',
  noRole:
    'El rol «{role}» no existe. Escriba `como soporte` o `como usuario`, por ejemplo `{command} lista como soporte`.',
  noTicket: 'El ticket #{number} no existe. Con `{command} lista` puede ver los tickets.',
  help: {
    heading: 'Qué puede escribir:',
    report:
      '`{command} no funciona el wifi de la biblioteca`: comunicar un problema, con su texto ya en el formulario',
    entrance: '`{command}`: elegir el rol y, después, qué hacer',
    list: '`{command} lista`: los tickets; también `lista abiertos`, `lista activos`, `lista cerrados`, `lista todos`, `lista mis tickets`',
    ticket: '`{command} 12`: un ticket, con lo que puede hacer con él',
    search:
      '`{command} buscar wifi biblioteca`: tickets con estas palabras, primero los que mejor coinciden, aunque haya erratas; `status:abiertos category:informática place:biblioteca from:@ada assignee:me` limitan la búsqueda',
    sync: '`{command} sincronizar 12`: recuperar los mensajes de un ticket que no llegaron',
    help: '`{command} ayuda`: esta lista',
    roles:
      'Termine con `como soporte` para actuar como soporte, por ejemplo `{command} lista como soporte` (la cola) o `{command} lista mis tickets como soporte` (lo que tiene asignado); sin ello actúa como usuario.',
    threads:
      'Los comandos no funcionan dentro de los hilos. Ahí basta con escribir: lo que escriba en el hilo de una ficha llega a la otra parte.',
  },
  sync: {
    comparing: 'Comparando el ticket #{number} con sus hilos en Slack …',
    complete: 'El ticket #{number} está completo.',
    recovered: '{count, plural, one {# mensaje recuperado} other {# mensajes recuperados}}',
  },
  stats: {
    help: 'Escriba `{command} pendientes 36 horas`, `{command} pendientes 7 días informática`, `{command} resolución 12`, `{command} respuesta 12`, `{command} categorías`, `{command} todo`, `{command} satisfacción`, `{command} lugares` o `{command} correcciones`; con `{command}` a secas puede elegir.',
    asHelpdesk: 'Las estadísticas son para soporte. Escriba `{command} pendientes 36 horas como soporte`.',
    noAnalysis: 'El análisis «{name}» no existe.',
    categoriesNoPeriod:
      'Las categorías no llevan periodo: cuentan lo que está en curso ahora. Escriba `{command} categorías`.',
    placesNoPeriod:
      'Los lugares no llevan periodo: cuentan lo que no está cerrado ahora. Escriba `{command} lugares`.',
    correctionsPeriod:
      'Las correcciones se muestran de los últimos 12 meses. Escriba `{command} categoriser`.',
    noMonths: '«{typed}» no es un número de meses de 1 a 60. Escriba `{command} {analysis} 12`.',
    noPeriod: '«{typed}» no es un periodo de 1h a {maxDays}. Escriba `{command} {analysis} 36h`.',
    notPosted: 'No se han podido publicar las estadísticas donde las pidió. Escriba allí de nuevo {command}.',
  },
} satisfies Translation<typeof english>;
