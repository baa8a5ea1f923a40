import { foldedWords } from './fold.ts';

/** Words that deny what follows them, or stands before them, in the five languages. */
export const negators =
  foldedWords(`no not none nobody never without isnt wasnt arent werent doesnt didnt dont cant cannot neither nor
  non senza nessun nessuno nessuna ne mai kein keine keinen keiner keinerlei nicht niemand nie ohne weder sin ningun
  ninguna ninguno nadie nunca tampoco ni pas sans aucun aucune jamais`);
