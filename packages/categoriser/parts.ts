/** The categoriser's parts, for tests and for programs that train and measure it. */
export { measureLearning } from './evaluation/learning.ts';
export { type Figures, type Judged, measure } from './evaluation/measure.ts';
export { parseCsv } from './evaluation/parse-csv.ts';
export { readLabelledTexts } from './evaluation/read-labelled-texts.ts';
export { measureWrapped, readWrappings } from './evaluation/wrappings.ts';
export { removePersonalWords } from './learning/remove-personal-words.ts';
export { loadModel, type Model } from './model.ts';
export { loadLexicon } from './reading/lexicon.ts';
export { unwrap } from './reading/unwrap.ts';
export { loadBackground, loadFurtherSeeds, loadSeeds } from './training/seeds.ts';
export { sourceVersion } from './training/source-version.ts';
export { trainModel } from './training/train-model.ts';
