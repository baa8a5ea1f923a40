export { type Categorisation, type Categoriser, createCategoriser } from './create-categoriser.ts';
export type { Correction } from './learning/correction.ts';
export {
  createLearningCategoriser,
  type LearningCategoriser,
} from './learning/create-learning-categoriser.ts';
