const storey = 'floor|piano|stock|stockwerk|etage|og|obergeschoss|planta|piso';
const ground =
  /\b(?:ground floor|piano terra|pianoterra|erdgeschoss|eg|planta baja|rez-de-chaussee|rez de chaussee|rdc)\b/;
const basement =
  /\b(?:basement|cellar|seminterrato|interrato|keller|untergeschoss|ug|sotano|sous-sol|sous sol)\b/;

const ordinals = [
  'first primo ersten erster erste primera primer premier',
  'second secondo zweiten zweiter zweite segunda segundo deuxieme',
  'third terzo dritten dritter dritte tercera tercer tercero troisieme',
  'fourth quarto vierten vierter vierte cuarta cuarto quatrieme',
  'fifth quinto funften funfter funfte quinta quinto cinquieme',
].map(words => words.split(' '));

const numberThenFloor = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th|e|er|eme|[.°oa])?\s*(?:${storey})\b`,
  'g',
);
const floorThenNumber = new RegExp(String.raw`\b(?:${storey})\s+(\d{1,2})\b(?![.\d])`, 'g');
const wordThenFloor = new RegExp(String.raw`\b(${ordinals.flat().join('|')})\s+(?:${storey})\b`, 'g');

/** The floors that a folded text names in any of the five languages: 0 is the ground floor, -1 the basement. */
export function floorsIn(said: string): number[] {
  const numbered = [numberThenFloor, floorThenNumber].flatMap(pattern =>
    [...said.matchAll(pattern)].map(match => Number(match[1])),
  );
  const named = [...said.matchAll(wordThenFloor)].map(
    match => ordinals.findIndex(words => words.includes(match[1] ?? '')) + 1,
  );
  return [...numbered, ...named, ...(ground.test(said) ? [0] : []), ...(basement.test(said) ? [-1] : [])];
}
