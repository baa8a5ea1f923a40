/** Ways to fill an area that differ without colour. */
export const patternNames = ['solid', 'stripes', 'dots'] as const;
export type PatternName = (typeof patternNames)[number];
