import type { ComponentChildren } from 'preact';

/** What a block says, for those that the page does not draw as Slack does. */
export function WordsOfBlock({ block }: { block: object & { type: string } }) {
  const words = wordsIn(block);
  const shown: ComponentChildren = words.length > 0 ? words.join(' · ') : 'nothing to read';
  return (
    <p class="unknown">
      {shown} <small>(a “{block.type}” block, which Slack draws differently)</small>
    </p>
  );
}

/** Texts of a block in reading order: of text objects, and of titles that are plain strings. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner !== 'string') return wordsIn(inner);
    return ['text', 'title', 'alt_text'].includes(name) ? [inner] : [];
  });
}
