import { answersSection } from './answers/section.ts';
import { readSection } from './api/read-section.ts';
import { writeSection } from './api/write-section.ts';
import { loadSection } from './load/section.ts';
import { scaleSection } from './scale/section.ts';
import type { Section } from './section.ts';
import { similarSection } from './similar/section.ts';
import { startSection } from './start/section.ts';
import { chartsSection } from './stats/charts-section.ts';
import { firstAnswerSection } from './stats/first-answer-section.ts';
import { cardsSection } from './sync/cards-section.ts';

/** Everything that is measured, in the order of the table. */
export const sections: readonly Section[] = [
  writeSection,
  readSection,
  scaleSection,
  similarSection,
  chartsSection,
  firstAnswerSection,
  answersSection,
  cardsSection,
  loadSection,
  startSection,
];
