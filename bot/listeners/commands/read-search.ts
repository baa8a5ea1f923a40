/** What a search asks for: words, a place, or both. */
export type Search = { q: string; place?: string };

/** `place:library`, and in quotation marks, also those that phones write and those of German and French, where the name has several words. */
const placeFilter =
  /(?:^|(?<=\s))place:\s?(?:"([^"]*)"|[“”„]([^“”„]*)[“”]|[«»]([^«»]*)[«»]|([^\s"“”„«»]+))/giu;

/** Takes the filters out of what was typed after `search`; of several places the last one counts. */
export function readSearch(typed: string): Search {
  const filters = [...typed.matchAll(placeFilter)];
  const q = typed.replaceAll(placeFilter, ' ').replaceAll(/\s+/g, ' ').trim();
  const [, quoted, curly, angled, plain] = filters.at(-1) ?? [];
  const place = (quoted ?? curly ?? angled ?? plain ?? '').trim();
  return place === '' ? { q: filters.length === 0 ? typed : q } : { q, place };
}
