import type { report as english } from '../en/report.ts';
import type { Translation } from '../write.ts';

export const report = {
  title: 'Comunicar un problema',
  what: '¿Qué ocurre?',
  where: '¿Dónde está?',
  reportFor: 'En nombre de',
  reportForHint:
    'La persona que recibe la ficha y cada novedad. Déjelo vacío para comunicarlo en su propio nombre.',
  followUp: 'Será un ticket nuevo que da continuidad al ticket #{number}.',
  onlyThisMessage:
    'Solo se adjunta este mensaje: la aplicación no está en la conversación y no puede leer el hilo.',
  hint: {
    first: 'Según lo que escriba, el ticket llegará a un equipo u otro.',
    category: 'Parece: {category}.',
    unsure: 'Podría ser {first} o {second}. Si no queda claro, se lo preguntaremos.',
    twoProblems:
      'Parecen dos problemas: {first} y {second}. Después de enviarlo podrá comunicarlos por separado.',
  },
  answer: { question: '¿Le sirve esto? {title}', solved: 'Esto lo ha resuelto' },
  offers: {
    heading: '¿Es alguno de estos? Pulse «A mí también» y le iremos informando.',
    asked:
      'Puede que ya esté comunicado. Si es lo mismo, pulse «A mí también». Si no, vuelva a pulsar Enviar.',
    sameHere: 'A mí también',
    sameHereLabel: 'A mí también: ticket #{number}',
    different: 'No, lo mío es distinto',
    new: 'nuevo',
  },
} satisfies Translation<typeof english>;
