import type { Translation } from '@campus-desk/service-kit';
import type { home as english } from '../en/home.ts';

export const home = {
  enterAs: 'Entrar como',
  role: { user: 'Usuario', helpdesk: 'Soporte' },
  asOf: 'Actualizado: {at}',
  failed: 'Ahora mismo no se pueden mostrar los tickets. Inténtelo de nuevo en un momento.',
  quicker: {
    user: 'Más rápido: escriba {command} y el problema, por ejemplo {command} no funciona el wifi de la biblioteca',
    helpdesk: 'Más rápido: escriba {command} lista como soporte, o un número: {command} 12 como soporte',
  },
} satisfies Translation<typeof english>;
