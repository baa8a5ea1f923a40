/** Two semicolons, of any keyboard, at the beginning; blanks, unseen characters and formatting may stand before them. */
const mark = /^([\s\p{Default_Ignorable_Code_Point}*_~`>•◦▪]*)[;\uff1b\u037e]{2}\s*/u;

/** Whether a text begins as a note does. */
export function isMarked(text: string): boolean {
  return mark.test(text);
}

/** A text of helpdesk without the mark of a note, and whether it had one; of a mark alone the mark is left. */
export function readMark(text: string): { body: string; internal: boolean } {
  return { body: text.replace(mark, '$1').trim() || text, internal: isMarked(text) };
}
