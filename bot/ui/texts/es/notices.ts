import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../write.ts';

export const notices = {
  says: '{who}: {words}',
  filed: '{name} ha comunicado el ticket #{number} en su nombre.',
  started: '{name} ha empezado a trabajar en el ticket #{number}.',
  closed: '{name} ha cerrado el ticket #{number}.',
  closedWith: '{name} ha cerrado el ticket #{number} junto con el ticket #{original}.',
  solved: '{name} dice que el ticket #{number} está resuelto.',
  notSolved: '{name} dice que el ticket #{number} no está del todo resuelto.',
  solvedTakenBack: '{name} ha retirado su respuesta sobre si el ticket #{number} está resuelto.',
  edited: {
    description: '{name} ha editado la descripción del ticket #{number}.',
    location: '{name} ha editado la ubicación del ticket #{number}.',
    both: '{name} ha editado la descripción y la ubicación del ticket #{number}.',
  },
  place: {
    confirmed: '{name} ha confirmado el lugar del ticket #{number}.',
    removed: '{name} ha quitado el lugar del ticket #{number}.',
    named: '{name} ha indicado {place} como lugar del ticket #{number}.',
  },
  category: {
    changed: '{name} ha cambiado la categoría del ticket #{number} a {category}.',
    confirmed: '{name} ha confirmado la categoría del ticket #{number}.',
  },
  aside: {
    description: 'También se ha editado la descripción.',
    location: 'También se ha editado la ubicación.',
    both: 'También se han editado la descripción y la ubicación.',
    category: 'La categoría es ahora {category}.',
    urgent: 'Ahora es urgente.',
  },
  why: {
    follows: 'Usted sigue este ticket.',
    sameAsThis: 'Trata del mismo problema que este ticket.',
    sameAs: 'Trata del mismo problema que su ticket #{number}.',
  },
  assigned: 'El ticket #{number} queda a su cargo.',
  followUp: 'El ticket #{number} da continuidad al ticket #{earlier}.',
  followUpOf: 'Continuación del ticket #{earlier}: {link}',
  goesOn: 'El ticket #{number} sigue en {link}.',
  newThread: 'un hilo nuevo',
  moved: {
    header: 'Ticket #{number} · Trasladado',
    text: 'El ticket #{number} se ha trasladado a {channel}.',
    now: 'Ahora está en {channel}.',
    nowWithLink: 'Ahora está en {channel}: {link}.',
    link: 'abrir la ficha',
  },
  waiting: '{name} ha puesto en espera el ticket #{number}.',
  waitingUntil: '{name} ha puesto en espera el ticket #{number} hasta {at}:',
  woken: {
    date: 'El ticket #{number} ya no está en espera: ha llegado su fecha.',
    written: 'El ticket #{number} ya no está en espera: {name} ha escrito.',
    ended: 'El ticket #{number} ya no está en espera: lo ha decidido {name}.',
  },
  duplicate: {
    same: '{name} ha visto que el ticket #{number} trata del mismo problema que el ticket #{original}, en el que se trabaja para ambos. Aquí le informaremos de cómo sigue.',
    own: '{name} ha visto que, después de todo, el ticket #{number} es un problema aparte.',
  },
  late: 'El ticket #{number} está cerrado. Su mensaje se conserva, pero ya nadie trabaja en él.',
  file: {
    sender: 'De {name}',
    tooLarge: '{file} es demasiado grande para copiarlo aquí ({size}). Pídaselo a {name}.',
    failed: 'No se ha podido copiar aquí {file}. Pídaselo a {name}.',
    bytes: '{count, plural, other {# B}}',
    kilobytes: '{count, plural, other {# KB}}',
    megabytes: '{count, plural, other {# MB}}',
  },
  message: {
    note: '{name} (nota, solo la ve soporte)',
    to: '{name} a {person}',
    toAll: '{name} a todas las personas con el problema del ticket #{number}',
    toPersonAndAll: '{name} a {person} y a todas las personas con el problema del ticket #{number}',
    edited: '(editado)',
    deleted: '(mensaje eliminado)',
  },
} satisfies Translation<typeof english>;
