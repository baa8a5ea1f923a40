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
