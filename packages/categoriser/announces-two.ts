import { wordsOf } from './clause-openings.ts';
import { fold } from './reading/fold.ts';
import type { Reading } from './reading/reader.ts';

const counts = wordsOf('two couple several both zwei zweierlei paar beide due paio dos deux');

const things =
  wordsOf(`things issues problems matters points questions requests complaints concerns topics items reports dinge
  sachen probleme punkte anliegen themen baustellen fragen hinweise meldungen beschwerden cose problemi questioni
  segnalazioni richieste punti cosas problemas asuntos quejas temas incidencias avisos consultas choses problemes soucis
  points remarques questions sujets demandes`);

/** "Two separate things": so many words from the one to the other, at most. */
const maxDistance = 3;

/** Whether somewhere in these words somebody says that there are two things to report. */
export function announcesTwo(readings: readonly Reading[]): boolean {
  return readings.some(
    ({ typed }, at) =>
      counts.has(typed) &&
      readings.slice(at + 1, at + 1 + maxDistance).some(next => things.has(fold(next.typed))),
  );
}
