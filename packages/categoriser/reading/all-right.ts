import { foldedWords } from './fold.ts';
import { negators } from './negators.ts';

/** What a word says about a thing: that it is all right, that it is broken, that it is trouble, or the opposite of what follows or stands before. */
export type Stance = 'fine' | 'fault' | 'trouble' | 'negation' | undefined;

const fine =
  foldedWords(`work works worked working fine perfect perfectly great excellent lovely spotless wonderful brilliant smooth smoothly
  flawless flawlessly ok okay good nice solved resolved sorted fixed repaired mended restored back kind friendly helpful polite patient
  clean tidy comfortable charm reliable reliably superb innocent healthy running runs undamaged intact fast quick cheap delicious
  tasty paid right correct correctly unharmed
  geht gehen funktioniert funktionieren klappt klappen läuft laeuft laufen lief liefen einwandfrei tadellos super prima bestens perfekt
  perfekte perfekter ordnung top gut gute guten schön nett nette freundlich freundliche hilfsbereit höflich gelöst erledigt behoben
  repariert gefixt passt stimmt spitze klasse toll tolle fehlerfrei reibungslos lecker pünktlich bezahlt sauber wunderbar hervorragend
  funziona funzionano funzionante funzionanti funzionava bene benissimo perfetto perfetta perfetti perfette perfettamente ottimo ottima
  ottimi ottime bravo brava bravi bravissimo bravissima bravissimi gentile gentili gentilissimo gentilissima gentilissimi impeccabile
  impeccabili pulito pulita puliti pulite pulitissimo risolto risolta risolti sistemato sistemata sistemati riparato riparata posto
  regolare meraviglia splendido splendida comodo comoda buono buona buoni buone cortese cortesi vanno
  funciona funcionan funcionaba bien perfecto perfecta perfectos perfectas perfectamente genial estupendo estupenda maravilla maravilloso
  impecable impecables limpio limpia limpios limpias amable amables simpático simpática resuelto resuelta solucionado arreglado
  arreglada arreglados reparado reparada orden correcto correcta bueno buena buenos buenas excelente excelentes fenomenal
  marche marchent fonctionne fonctionnent parfait parfaite parfaits parfaites parfaitement impeccable impeccables nickel géniale
  excellente propre propres gentil gentille gentils aimable aimables adorable adorables sympa résolu résolue réglé réglée
  réparé réparée réparés remarche refonctionne rétabli rétablie bon bonne délicieux ordre`);

const faults =
  foldedWords(`broken defective damaged stuck jammed kaputt kaputte kaputter defekt defekte defekter beschädigt rotto rotta rotti rotte
  guasta guaste roto rota rotos rotas estropeado estropeada averiado averiada cassé cassée cassés cassées panne`);

const trouble =
  foldedWords(`problem problems complaint complaints trouble troubles issue issues fault faults quarrel matter
  probleme problemen klage klagen beanstandung störung fehler
  problema problemi intoppo intoppi lamentela lamentele guasto guasti
  problemas queja quejas pega pegas fallo fallos
  problèmes souci soucis plainte plaintes reproche reproches`);

const negations = new Set([
  ...negators,
  ...foldedWords('wont wouldnt couldnt nothing hardly barely zero niente nulla nichts kaum nada rien'),
]);

/** Between a negation and the trouble that it denies. */
const maxBetween = 2;

/** What a folded word says about a thing, by the lists of the five languages. */
export function stanceOf(folded: string): Stance {
  if (negations.has(folded)) return 'negation';
  if (trouble.has(folded)) return 'trouble';
  if (faults.has(folded)) return 'fault';
  return fine.has(folded) ? 'fine' : undefined;
}

/** Whether the words of a clause say that something is all right: "works fine", "no trouble with the door", not "works no more". */
export function isAllRight(clause: readonly { meaning: { stance: Stance } }[]): boolean {
  let isFine = false;
  let negationsLeft = 0;
  let sinceNegation = Number.POSITIVE_INFINITY;
  for (const { meaning } of clause) {
    sinceNegation += 1;
    if (meaning.stance === 'fine') isFine = true;
    if (meaning.stance === 'negation') {
      negationsLeft += 1;
      sinceNegation = 0;
    }
    if (meaning.stance !== 'trouble') continue;
    if (sinceNegation > maxBetween + 1) return false;
    isFine = true;
    negationsLeft -= 1;
    sinceNegation = Number.POSITIVE_INFINITY;
  }
  return isFine && negationsLeft === 0;
}

/** Whether a clause says in so many words that something is not as it should be: "does not work", "is broken". */
export function isFault(clause: readonly { meaning: { stance: Stance } }[]): boolean {
  const count = (stance: Stance) => clause.filter(({ meaning }) => meaning.stance === stance).length;
  if (count('fault') > 0) return count('negation') === 0 && count('fine') === 0;
  return count('fine') > 0 && count('negation') === 1 && !isAllRight(clause);
}
