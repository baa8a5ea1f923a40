export const categories = ['facility', 'it', 'service'] as const;
export type Category = (typeof categories)[number];

/** The categories as people read them. */
export const categoryNames: Record<Category, string> = {
  facility: 'Facility management',
  it: 'Technical IT',
  service: 'Services complaint',
};

/** Who set the category: the categoriser, the helpdesk by hand, or the reporter when asked. */
export const categorySources = ['auto', 'helpdesk', 'reporter'] as const;

/** Below this confidence a category is unsure and its reporter is asked: 98 % of the answers above it are right. */
export const surenessThreshold = 0.8;
