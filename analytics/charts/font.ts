import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

export const fontFamily = 'Inter';

/** The weights that come with the code: a bare machine has no font at all, and text then vanishes silently. */
const weights = [400, 600];

/** Makes the bundled font known to the canvas; throws when its files are not where npm puts them. */
export function registerFont(): void {
  if (GlobalFonts.families.some(({ family }) => family === fontFamily)) return;
  const { resolve } = createRequire(import.meta.url);
  for (const weight of weights) {
    const file = resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
    if (!GlobalFonts.registerFromPath(file, fontFamily)) throw new Error(`The font ${file} cannot be read.`);
  }
}
