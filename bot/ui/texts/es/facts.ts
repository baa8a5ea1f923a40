import type { Translation } from '@campus-desk/service-kit';
import type { facts as english } from '../en/facts.ts';

export const facts = {
  urgent: 'Urgente',
  label: {
    category: 'Categoría:',
    where: 'Dónde:',
    place: 'Lugar:',
    reportedBy: 'Comunicado por:',
    started: 'Inicio:',
    assignedTo: 'Asignado a:',
    closed: 'Cerrado:',
    solved: 'Resuelto:',
    followUpOf: 'Continuación de:',
    duplicateOf: 'Duplicado de:',
    duplicates: 'Duplicados:',
    source: 'Origen:',
    closingNote: 'Qué se ha hecho:',
  },
  closedBy: '{at} por {name}',
  solved: {
    question: '¿Resuelto?',
    yes: 'Sí',
    notReally: 'No del todo',
  },
  people: '{people} tienen este problema',
  numbersAndMore: '{numbers} {count, plural, other {y # más}}',
  duplicateOf: 'duplicado del ticket #{number}',
  inOneLine: '{facts}, comunicado por {name}: {description}',
  waitingFor: {
    helpdesk: 'A la espera de soporte',
    reporter: 'A la espera de {name}',
    somebody: 'A la espera de quien lo comunicó',
  },
  waiting: 'A la espera: {reason}',
  waitingUntil: 'A la espera hasta:',
  messageInSlack: 'un mensaje de Slack',
  why: 'Por qué esta categoría: {words}',
  nameHidden: '{name} (nombre oculto a los demás)',
} satisfies Translation<typeof english>;
