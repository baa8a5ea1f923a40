export { createAnswerFinder } from './answers/create-answer-finder.ts';
export { type Categorisation, type Categoriser, createCategoriser } from './create-categoriser.ts';
export { createDangerFinder, type TellsOfDanger } from './danger/create-danger-finder.ts';
export type { Correction } from './learning/correction.ts';
export { createLearningCategoriser } from './learning/create-learning-categoriser.ts';
export { createPlaceFinder, type PlaceFinder } from './places/create-place-finder.ts';
export { foldPlaceName } from './places/place-words.ts';
export { createTicketIndex, type IndexedTicket } from './similar/ticket-index.ts';
