import type { Report } from '@campus-desk/contract';

/** What a report says to people beside its figures: a sentence that leads the answer, and the rows of a spreadsheet and of a phone. */
export type Words = Pick<Report, 'insight' | 'sheet' | 'short' | 'emptyRows'>;
