import type { Translation } from '@campus-desk/service-kit';
import type { ticket as english } from '../en/ticket.ts';

export const ticket = {
  title: {
    ticket: 'Ticket #{number}',
    edit: 'Editar: #{number}',
    assign: 'Traspasar: #{number}',
    answer: 'Respuesta: #{number}',
    wait: 'En espera: #{number}',
    duplicate: 'Duplicado: #{number}',
    answerAll: 'A todos: #{number}',
    close: 'Cerrar: #{number}',
    reply: 'Respuesta: #{number}',
    note: 'Nota: #{number}',
  },
  back: 'Volver al ticket #{number}',
  message: 'Su mensaje',
  view: {
    status: 'Estado:',
    notNow: 'Ahora mismo no se pueden mostrar los mensajes. Vuelva a abrir el ticket dentro de un momento.',
    noMessages: 'Todavía no hay mensajes.',
    lastMessages: 'Últimos mensajes',
    helpdesk: 'soporte',
    note: 'nota que solo ve soporte',
    toAll: 'a todos los que tienen este problema',
    edited: 'editado',
    late: 'después del cierre',
    deleted: 'Este mensaje se ha eliminado.',
    file: 'Archivo: {name}',
  },
  place: {
    question: '¿De qué lugar se trata?',
    none: 'Ningún lugar',
    all: 'Todos los lugares',
    choose: 'Lugar',
  },
  edit: {
    save: 'Guardar',
    changed:
      'Modificado mientras tanto por {people}: {what}. Su texto sigue abajo: compárelo con el ticket tal como está ahora y vuelva a guardar.',
    somebody: 'alguien',
    ticket: 'este ticket',
    fields: {
      description: 'la descripción',
      location: 'la ubicación',
      place: 'el lugar',
      category: 'la categoría',
      urgent: 'la urgencia',
      nameHidden: 'la visibilidad del nombre',
      status: 'el estado',
    },
    where: 'Dónde: {location}',
    place: 'Lugar: {place}',
  },
  close: {
    submit: 'Cerrar el ticket',
    explains: 'No se puede volver a abrir. Quien lo comunicó verá su nota.',
    what: '¿Qué se ha hecho?',
    duplicates: '{count, plural, one {Su duplicado} other {Sus duplicados}} {numbers}',
    too: '{count, plural, one {Cerrarlo también, con la misma nota} other {Cerrarlos también, con la misma nota}}',
    otherwise:
      '{count, plural, one {Si no, vuelve a ser un ticket propio.} other {Si no, vuelven a ser tickets propios.}}',
    noNote: 'Lo lee quien lo comunicó. Quite ;; o escríbalo como nota debajo de la ficha.',
    notStored: '{message} Su nota no se ha guardado: {note}',
  },
  offerNote:
    'Quien comunique lo mismo podrá leer la nota de cierre cuando la persona que lo comunicó diga que está resuelto. Ofrézcala solo si no menciona nombres ni aulas.',
  wait: {
    submit: 'Poner en espera',
    until: '¿Hasta cuándo?',
    untilHint: 'Un momento que aún no haya llegado.',
    what: '¿A la espera de qué?',
    explains:
      'Quien lo comunicó también verá el motivo. Hasta entonces no se recuerda a nadie. Un mensaje de esa persona pone fin a la espera.',
    waits: 'Está en espera.',
    end: 'Terminar la espera',
    endLabel: 'Terminar la espera del ticket #{number}',
    ended: 'El ticket #{number} ya no está en espera.',
    chooseDate: 'Elija una fecha.',
  },
  note: {
    submit: 'Guardar la nota',
    label: 'Su nota',
    explains:
      'Solo la ve soporte. Una respuesta debajo de la ficha del ticket que empiece por ;; también es una nota.',
  },
  assign: {
    submit: 'Traspasar',
    whom: '¿A quién?',
    hint: 'Una persona, no una aplicación. Se le avisa en el hilo de la ficha.',
    assigned: 'Está asignado a {name}.',
    giveBack: 'Devolver',
    giveBackLabel: 'Devolver el ticket #{number}: queda sin asignar',
    givenBack: 'El ticket #{number} ya no está asignado a nadie.',
    choose: 'Elija una persona.',
  },
  duplicate: {
    submit: 'Marcar como duplicado',
    which: '¿Qué ticket trata del mismo problema?',
    choose: 'Elija uno',
    number: 'Número del otro ticket',
    otherNumber: 'O el número de otro ticket',
    explains:
      'El trabajo continúa en el otro ticket, y este se puede cerrar junto con él. Se avisa a quien lo comunicó.',
    missing: 'Elija un ticket o escriba su número.',
    noNumber: 'Escriba el número de un ticket, por ejemplo 12.',
  },
  answer: {
    which: '¿Qué respuesta?',
    choose: 'Elija una',
    none: 'El archivo del campus aún no tiene respuestas. Quien administra Campus Desk puede añadirlas allí, en «answers».',
    sees: '{name} lo verá.',
  },
  answerAll: {
    submit: 'Enviar a todos',
    sees: '{count, plural, =0 {Lo verá {name}} one {Lo verán {name} y otra persona} other {Lo verán {name} y # personas más}}: quien comunicó esto, quienes comunicaron lo mismo y quienes lo siguen.',
    noNote: 'Lo leen todos. Quite ;; o escríbalo como nota debajo de la ficha.',
  },
  reply: {
    user: 'Soporte lo verá en su canal. También puede escribir en el hilo, debajo de la ficha de su ticket.',
    helpdesk:
      'Lo verá quien lo comunicó; empiece por ;; si es una nota. También puede escribir en el hilo, debajo de la ficha del ticket.',
  },
} satisfies Translation<typeof english>;
