/** The three answers a ticket can get, from categories.md; the order is the order of model columns. */
export const categories = ['facility', 'it', 'service'] as const;

export type Category = (typeof categories)[number];
