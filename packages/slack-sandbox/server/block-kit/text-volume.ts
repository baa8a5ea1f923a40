import { isObject } from './elements-of.ts';

const counted = ['text', 'alt_text'];

/** How many characters of text some blocks contain altogether. */
export function textVolume(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textVolume(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => {
    if (typeof item === 'string') return counted.includes(key) ? sum + item.length : sum;
    return sum + textVolume(item);
  }, 0);
}
