export { type Category, categories } from './category.ts';
export { type Categorisation, type Categoriser, createCategoriser } from './create-categoriser.ts';
