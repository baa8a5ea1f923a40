import type { Translation } from '@campus-desk/service-kit';
import type { errors as english } from '../en/errors.ts';

export const errors = {
  slackSlow: 'Slack no ha respondido a tiempo. Inténtelo de nuevo.',
  unexpected:
    'Algo ha salido mal. Compruebe si se ha hecho; si no, inténtelo de nuevo. Si sigue fallando, dé a su administrador la referencia {reference}.',
  somebody: 'otra persona',
  field: 'Esto todavía no es correcto. Cámbielo e inténtelo de nuevo.',
  code: {
    validation_failed: 'Hay algo que no es correcto. Cámbielo e inténtelo de nuevo.',
    forbidden_for_role: 'Su rol no lo permite. Para hacerlo, entre como soporte.',
    not_found: 'Esto ya no existe.',
    illegal_transition: 'El ticket no lo permite en este momento. Vuelva a mirarlo.',
    version_conflict: 'Alguien ha cambiado el ticket mientras tanto. Vuelva a mirarlo.',
    ticket_closed: 'El ticket está cerrado y se queda como está.',
    payload_too_large: 'Es demasiado grande. Envíe menos de una vez.',
    misdirected: 'El servicio de tickets no está bien configurado. Avise a su administrador.',
    idempotency_mismatch:
      'Su aviso había llegado antes de que lo cambiara. Cierre esta ventana y escriba {command} lista mis tickets: ahí puede editar el ticket.',
    rate_limited: 'Demasiadas peticiones a la vez. Inténtelo de nuevo en un segundo.',
    unavailable: 'Ahora mismo no se puede acceder al servicio de tickets. Inténtelo de nuevo en un momento.',
  },
  reason: {
    closed_list: 'Los tickets cerrados solo los ve soporte: {command} lista cerrados como soporte',
    closed_ticket:
      'El ticket #{number} está cerrado. Los tickets cerrados solo los ve soporte: {command} {number} como soporte',
    ticket_is_closed: 'El ticket #{number} está cerrado y se queda como está.',
    stays_closed:
      'Ya lo ha cerrado {name}. Un ticket cerrado se queda como está; si el problema continúa, abra otro de seguimiento.',
    closed_by: 'Ya lo ha cerrado {name}.',
    started_by: 'Ya lo ha empezado {name}.',
    changed_by:
      '{name} ha cambiado este ticket mientras tanto. Vuelva a mirarlo y repita lo que todavía haga falta.',
    open_ticket: 'El ticket #{number} está abierto. Empiece a trabajar en él antes de cerrarlo.',
    waits_once_active:
      'El ticket #{number} está abierto. Empiece a trabajar en él antes de ponerlo en espera.',
    wait_over: 'Esa fecha ya ha pasado. Elija una posterior.',
    closed_with_original:
      'El ticket #{number} es un duplicado de #{original} y se cierra con él. Si es otro problema, deshaga eso primero.',
    solved_once_closed:
      'El ticket #{number} aún no está cerrado. Cuando lo esté, podrá decir si se ha resuelto.',
    solved_by_reporter:
      'Solo quien comunicó el ticket #{number} puede decir, como usuario, si se ha resuelto.',
    name_by_reporter:
      'Solo quien comunicó el ticket #{number} y soporte pueden decidir si el nombre se oculta.',
    category_settled:
      'La categoría ya está decidida: {category}, elegida por {name}. Ahora solo puede cambiarla soporte.',
    field_of_helpdesk: 'Solo soporte puede cambiar esto. Para hacerlo, entre como soporte.',
    duplicate_by_helpdesk: 'Solo soporte decide qué es un duplicado. Para hacerlo, entre como soporte.',
    file_for:
      'Solo soporte puede comunicar un problema en nombre de otra persona. Para hacerlo, entre como soporte.',
    follow_for: 'Solo soporte puede hacerlo en nombre de otra persona. Para hacerlo, entre como soporte.',
    note_by_helpdesk: 'Solo soporte escribe notas. Para hacerlo, entre como soporte.',
    note_of_user: 'Solo un mensaje de soporte puede convertirse en nota.',
    note_of_all: 'Ya se ha comunicado a todos, así que no puede convertirse en nota.',
    answer_all_by_helpdesk: 'Solo soporte responde a todos a la vez. Para hacerlo, entre como soporte.',
    sent_already: 'Esto ya se envió con otro texto. Mire el ticket antes de enviarlo de nuevo.',
    message_elsewhere: 'Ese mensaje de Slack ya pertenece a otro ticket.',
    no_ticket: 'El ticket #{number} no existe.',
    no_message: 'Ese mensaje no existe.',
    no_closing_note:
      'El ticket #{number} no tiene nota de cierre. Solo lo que se hizo puede ayudar a otras personas.',
    no_wave: 'Estos avisos ya no están reunidos.',
    wave_of_helpdesk:
      'Lo que comunican varias personas solo lo ve y lo agrupa soporte. Para hacerlo, entre como soporte.',
    no_place: 'El lugar «{place}» no existe.',
    nobody_called:
      'Nadie llamado «{name}» tiene un ticket que usted pueda ver. Escriba el nombre como aparece en los tickets.',
    too_many_called: 'Más de {max} personas se llaman «{name}». Escriba más del nombre.',
    no_original: 'El ticket #{number} no existe. Compruebe el número.',
    its_own_original: 'Un ticket no es duplicado de sí mismo. Indique otro.',
    duplicate_of_this: 'El ticket #{number} ya es un duplicado de este. Deshaga eso primero.',
    original_closed: 'El ticket #{number} está cerrado. Indique uno que siga abierto o en curso.',
    no_earlier_ticket: 'No hay ningún ticket #{number} al que dar seguimiento.',
    one_problem: 'El ticket #{number} trata de un solo problema.',
    empty: 'Está vacío. Escriba al menos un carácter.',
    too_long: 'Es demasiado largo. Redúzcalo a {max} caracteres.',
    too_busy:
      'Ahora mismo hay demasiadas peticiones. No se ha guardado nada; inténtelo de nuevo en un momento.',
    not_reached: 'Ahora mismo no se puede acceder al servicio de tickets. Inténtelo de nuevo en un momento.',
    unexpected_answer:
      'El servicio de tickets ha dado una respuesta inesperada. Inténtelo de nuevo en un momento.',
    message_empty: 'Ese mensaje ahora está vacío.',
    message_gone: 'Ese mensaje ya no está.',
    not_helpdesk: 'Solo quienes están en el canal de soporte pueden actuar como soporte. Pida que le añadan.',
    members_unknown: 'Slack no ha dicho quién forma parte de soporte. Inténtelo de nuevo en un momento.',
  },
} satisfies Translation<typeof english>;
