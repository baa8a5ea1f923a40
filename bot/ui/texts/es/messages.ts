import type { Translation } from '@campus-desk/service-kit';
import type { messages as english } from '../en/messages.ts';

export const messages = {
  added: 'Añadido al ticket #{number}, donde lo lee soporte. ¿Se trata de otra cosa?',
  broken: 'Soporte aún no lee esto. ¿Hay algo que no funciona?',
  where: 'Soporte aún no lee esto. ¿A qué ticket pertenece?',
  mention: '¿Hay algo que no funciona? Comuníquelo y soporte recibirá su mensaje como ticket.',
  reportThis: 'Comunicarlo',
  addTo: 'Añadir a #{number}',
  belongs: 'Ese mensaje ya pertenece al ticket #{number}.',
  noWords: 'En ese mensaje no hay texto que pueda convertirse en un ticket.',
  filed: 'Se ha creado el ticket #{number}.',
  filedFor: 'Se ha creado el ticket #{number} en nombre de {name}.',
  attached: 'Adjuntos: {names}',
  staysNote:
    'Sigue siendo una nota: quien comunicó el problema no la ve. Para decírselo, escríbalo de nuevo sin ;; al principio.',
} satisfies Translation<typeof english>;
