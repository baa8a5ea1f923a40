import { categoryNamesIn } from '@campus-desk/contract';
import type { Translation } from '@campus-desk/service-kit';
import type { common as english } from '../en/common.ts';

export const common = {
  status: { open: 'Abierto', active: 'En curso', closed: 'Cerrado' },
  category: categoryNamesIn.es,
  ticket: 'Ticket #{number}',
  people: '{count, plural, one {# persona} other {# personas}}',
  age: { days: '{count} d', hours: '{count} h', minutes: '{count} min' },
  emergency: {
    call: '🚨 ¿Hay alguien en peligro? Póngase a salvo y llame primero: {call}',
    callAnywhere:
      '🚨 ¿Hay alguien en peligro? Póngase a salvo y llame primero al número de emergencias (112 en Europa).',
  },
  tooLong: 'En el campo caben {max} caracteres. Esto se ha quedado fuera:',
  cancel: 'Cancelar',
  choosePerson: 'Elija una persona',
  somebody: 'Alguien',
  send: 'Enviar',
  unsure: '{category} (sin confirmar)',
  unsureOr: '{category} (sin confirmar) o {other}',
  dayAndTime: '{day} a las {time}',
  person: {
    isApp: '{name} es una aplicación. Elija una persona.',
    hasLeft: '{name} ya no está en este espacio de trabajo. Elija a otra persona.',
  },
  done: 'Listo',
  viewTicket: 'Ver el ticket',
  viewTicketNumber: 'Ver el ticket #{number}',
  loading: 'Cargando …',
  tryAgain: 'Volver a intentarlo',
  slow: 'Hecho. Tarda más de lo habitual en mostrarse.',
} satisfies Translation<typeof english>;
