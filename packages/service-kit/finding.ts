/** The result of one check: `wrong` keeps Campus Desk from working, a `note` is worth knowing. */
export type Finding = {
  about: string;
  verdict: 'fine' | 'note' | 'wrong';
  says: string;
  /** What to do about it. */
  remedy?: string;
};
