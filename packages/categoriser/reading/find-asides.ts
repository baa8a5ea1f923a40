import { fold } from './fold.ts';

/** "Now to my question", "the reason I write": what was said before is chat. Words are folded, elided articles left out. */
const announcing =
  /(?:^| )(?:here goes|heres the thing|(?:get|getting|come|coming|back|on|now) to (?:the point|business|my (?:point|question|issue|problem|request))|(?:the )?reason (?:why |that )?i (?:am )?writ\w{1,3}|(?:why|what) (?:im|i) (?:am |actually |really )?(?:writ\w{1,3}|want\w{0,2} to (?:say|tell|ask|report))|enough (?:about me|of that|small talk|chat\w{0,6})|before i forget(?: it)?|(?:nun|jetzt|aber|so|also|und|doch)(?: \w{1,8}){0,2} zu (?:meinem|unserem|dem)(?: \w{1,14})? (?:anliegen|thema|problem|punkt|frage|grund)|zu (?:meiner|unserer) (?:\w{1,14} )?(?:frage|bitte|sache)|(?:zur sache|zum (?:eigentlichen|thema|punkt|grund))|(?:warum|weshalb|weswegen) ich (?:\w{1,12} )?(?:schreibe|mich melde)|was ich (?:\w{1,12} ){0,2}(?:sagen|fragen|erzahlen|melden|loswerden) wollte|genug (?:geplaudert|davon|von mir)|bevor ichs? (?:es )?vergesse|(?:vi|ti|le) scrivo per(?:che)?|motivo per cui (?:vi )?scrivo|veniamo al (?:punto|dunque|sodo)|(?:vengo|passo|arrivo) al (?:punto|dunque|sodo)|quello che volevo (?:dir|segnalar|chieder)\w{0,3}|basta chiacchiere|prima che (?:me ne |mi )?dimentic\w{1,3}|(?:voy|vamos|ir|yendo) al (?:grano|tema|asunto)|motivo (?:de mi|por el que) (?:\w{1,10} )?(?:mensaje|correo|escrib\w{1,2})|(?:os|les|le|te) escrib\w{1,2} (?:por|para)(?:que)?|lo que (?:os |les |te |le )?queria (?:decir|contar|comentar|preguntar)\w{0,3}|antes de que se me olvide|ce que je (?:voulais|voudrais) (?:vous |te )?(?:dire|signaler|demander|raconter)|venons en (?:au|a)|(?:en )?viens (?:au|a) (?:fait|but|sujet|ma)|(?:voici|voila) (?:donc )?pourquoi|raison (?:pour laquelle|de mon)|(?:vous|te) ecris (?:pour|car|parce)|avant que (?:je )?oublie)(?= |$)/;

/** "That is why I write": what was said before is the matter. */
const lookingBack =
  /(?:^| )(?:(?:thats|that is|this is|which is) (?:why|the (?:only )?reason)|(?:das|dies|was) ist (?:der grund )?(?:warum|weshalb|weswegen)|(?:deshalb|deswegen|darum|daher) (?:\w{1,10} )?(?:schreib\w{1,2}|meld\w{1,2})|(?:per|e per) questo (?:motivo )?(?:vi |ti |le )?scriv\w{1,4}|(?:por eso|por esto|por lo que) (?:os |les |le |te )?escrib\w{1,3}|(?:est|voici|voila) (?:donc |bien )?pour (?:ca|cela) que|est (?:donc |bien )?pourquoi)(?= |$)/;

/** "That is all", "on a happier note": what is said with it or after it is chat. */
const closing =
  /(?:^| )(?:(?:thats|that is) (?:all|it)(?: really| for now| from me| folks)?$|on a (?:happier|lighter|brighter|nicer|more cheerful) note|das (?:wars?|ware)(?: es)?(?: \w{1,6})?$|und sonst(?: so)?$|detto questo|(?:e|questo e) tutto$|per il resto|eso es todo|(?:por )?lo demas|c? ?est tout$|a part (?:ca|cela))(?= |$)/;

/** "How was your weekend?" closes the matter, or stands before it. */
const asking =
  /(?:^| )(?:how (?:was|were|is|are) (?:your|everybodys?|everyones?|you|things)|wie (?:war|waren) (?:euer|eure|dein|ihr)|wie geht (?:es )?(?:euch|dir|ihnen)|come (?:va|state|stai|e andato|avete passato)|(?:que|como) (?:tal|estais|estas|os va)|comment (?:allez|vas|ca va))(?= |$)/;

/** "And the heating is cold": one more matter may follow. */
const adding = /^(?:and|also|und|auch|e|anche|y|tambien|et|aussi) (?!(?:you|how|sonst)(?= |$))/;

/** A sentence, and the chance that it reports something. */
type SaidSentence = { words: readonly { typed: string; start: number }[]; chance: number };

type FindAsidesInput = { sentences: readonly SaidSentence[]; minChance: number };

const maxWords = 30;
/** What is announced may sound less like a report. */
const minAnnounced = 0.2;
/** What comes after "that is all" has to sound so much more like a report to be read all the same. */
const minRatio = 0.5;

/**
 * Which sentences stand aside: those before the matter is announced, and those after it is closed, where the matter is a
 * sentence that reports something with this chance and the others sound no more like it.
 */
export function findAsides({ sentences, minChance }: FindAsidesInput): boolean[] {
  if (sentences.length < 2) return sentences.map(() => false);
  const said = sentences.map(({ words }) => textOf(words));
  const highest = (from: number, to?: number) =>
    sentences.slice(from, to).reduce((chance, one) => Math.max(chance, one.chance), 0);
  const announced = said.findLastIndex(one => announcing.test(one) && !lookingBack.test(one));
  const begun = announced > 0 && highest(announced) >= minAnnounced ? announced : 0;
  const matter = sentences.findIndex(({ chance }, at) => at >= begun && chance >= minChance);
  const ends = (one: string) => closing.test(one) || lookingBack.test(one);
  const closes = (one: string, at: number) => matter >= 0 && at >= matter && (ends(one) || asking.test(one));
  const closed = said.findIndex(closes);
  const ratio = ends(said[closed] ?? '') ? minRatio : 1;
  // "For the rest, my cousin …" closes the matter and goes on.
  const after = closed > matter ? closed : closed + 1;
  const isClosed = closed >= 0 && highest(begun, after) >= highest(after) * ratio;
  const isOver = (at: number) => isClosed && at >= after && !adding.test(said[at] ?? '');
  return sentences.map((_, at) => at < begun || isOver(at));
}

function textOf(words: SaidSentence['words']): string {
  return words
    .slice(0, maxWords)
    .filter(({ start }, at) => start !== words[at - 1]?.start)
    .map(({ typed }) => fold(typed))
    .join(' ');
}
