/** What somebody wrote in a thread, and `forwards` below it: it stands in Slack, so it was acknowledged. */
type Said = {
  as: string;
  channel: string;
  ts: string;
  text: string;
  isDeleted: boolean;
  forwards?: string;
  /** Written, and edited, with the mark of a note. */
  isNote?: boolean;
};

/** What people were answered: the truth that everything else is compared with. */
export type Diary = {
  /** Every attempt, by what it did. */
  counts: Record<string, number>;
  /** Descriptions that were sent, and whether the person saw that the ticket is filed. */
  filed: Map<string, { isAcknowledged: boolean }>;
  /** New descriptions that a person saw saved. */
  edited: { number: number; text: string }[];
  /** Closing notes with which a person saw a ticket closed. */
  closed: { number: number; note: string }[];
  /** Answers to “Solved?” that a person saw taken. */
  solved: { number: number; solved: boolean }[];
  waited: { number: number; reason: string }[];
  said: Said[];
};

export function openDiary(): Diary {
  return { counts: {}, filed: new Map(), edited: [], closed: [], solved: [], waited: [], said: [] };
}
