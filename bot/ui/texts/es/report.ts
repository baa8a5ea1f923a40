import type { Translation } from '@campus-desk/service-kit';
import type { report as english } from '../en/report.ts';

export const report = {
  title: 'Comunicar un problema',
  what: '¿Qué ocurre?',
  where: '¿Dónde está?',
  reportFor: 'En nombre de',
  reportForHint:
    'La persona que recibe la ficha y cada novedad. Déjelo vacío para comunicarlo en su propio nombre.',
  hideName: {
    mine: 'Ocultar mi nombre',
    theirs: 'Ocultar el nombre',
    myName: '¿Quién ve su nombre?',
    theirName: '¿Quién ve el nombre?',
    hint: 'Los demás leen «Alguien». El equipo de soporte siempre ve el nombre.',
  },
  followUp: 'Escriba qué sigue mal. Será un ticket nuevo que da continuidad al ticket #{number}.',
  onlyThisMessage:
    'Solo se adjunta este mensaje: la aplicación no está en la conversación y no puede leer el hilo.',
  hint: {
    first: 'Según lo que escriba, el ticket llegará a un equipo u otro.',
    category: 'Parece: {category}.',
    unsure: 'Podría ser {first} o {second}. Si no queda claro, se lo preguntaremos.',
    twoProblems:
      'Parecen dos problemas: {first} y {second}. Después de enviarlo podrá comunicarlos por separado.',
  },
  answer: {
    earlier: 'Esto ayudó a otras personas con un problema parecido:',
    question: '¿Le sirve esto? {title}',
    solved: 'Esto lo ha resuelto',
  },
  offers: {
    heading: '¿Es alguno de estos? Pulse «A mí también» y le iremos informando.',
    asked:
      'Puede que ya esté comunicado. Si es lo mismo, pulse «A mí también». Si no, vuelva a pulsar Enviar.',
    sameHere: 'A mí también',
    sameHereLabel: 'A mí también: ticket #{number}',
    different: 'No, lo mío es distinto',
    new: 'nuevo',
  },
  filed: {
    title: 'Registrado: #{number}',
    category: 'Su categoría es {category}.',
    categoryAndPlace: 'Su categoría es {category} y su lugar, {place}.',
    thanks: 'Gracias. Ahora la categoría es {category}.',
    away: 'El equipo de soporte no está en este momento. Lo verá a su vuelta: {at}.',
    seen: 'El equipo de soporte ya puede verlo.',
    card: 'La ficha cambia con cada paso, y lo que escriba en su hilo llega a soporte.',
    cardInDirectMessages:
      'La ficha está en sus mensajes directos con esta aplicación: cambia con cada paso, y lo que escriba en su hilo llega a soporte.',
    cardInThread:
      'La ficha está en el hilo del mensaje: cambia con cada paso, y lo que escriba en ese hilo llega a soporte.',
    cardOf: '{name} recibe la ficha y cada novedad en sus mensajes directos con esta aplicación.',
    later: 'Para verlo más tarde, escriba {command}',
    madeAlready:
      'Ya se ha creado un ticket a partir de este mensaje. Cierre esta ventana y añada al ticket lo que falte.',
  },
  category: {
    question: 'La categoría es solo una suposición. ¿De qué se trata?',
    else: 'Otra cosa',
    elseLabel: 'Otra cosa: {category}',
  },
  twoProblems: {
    heading: 'Parecen dos problemas:',
    separately: 'Comunicarlos por separado',
    keep: 'Dejarlo en uno',
    title: 'Dos tickets registrados',
    ticket: '{ticket} con la categoría {category}',
    followsUp: 'El ticket #{second} da continuidad al ticket #{first}.',
  },
  joined: {
    title: 'Se ha unido: #{number}',
    follower:
      'Se ha unido al ticket #{number}. Le avisaremos cuando empiece el trabajo, cuando termine y de lo que soporte responda a todos.',
    followerFor:
      '{name} se ha unido al ticket #{number}. Le avisaremos cuando empiece el trabajo, cuando termine y de lo que soporte responda a todos.',
    reporter: 'El ticket #{number} lo ha comunicado usted, y recibe cada novedad.',
    reporterFor: '{name} ha comunicado el ticket #{number} y recibe cada novedad.',
    people: '{people} tienen este problema.',
    later: 'No se ha creado un segundo ticket. Para ver este más tarde, escriba {command}',
    leave: 'Ya no me afecta',
    left: 'Ya no recibirá novedades del ticket #{number}.',
    stays: 'Recibirá novedades del ticket #{number} mientras su ticket #{own} sea un duplicado de él.',
  },
  solved: {
    title: 'Nada que comunicar',
    thanks:
      '¡Qué bien que funcione! No se ha registrado nada. Si vuelve a ocurrir, comuníquelo cuando quiera.',
  },
} satisfies Translation<typeof english>;
