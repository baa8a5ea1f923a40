import { z } from 'zod';

/** A boolean, also as the text of a form field. */
export const flag = z.preprocess(value => {
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  return value;
}, z.boolean());

/** A number, also as the text of a form field. */
export const count = z.preprocess(
  value => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
  z.number().int().min(0),
);

export const notJson = Symbol('not JSON');

/** A nested argument: JSON text in a form, a plain value in a JSON body. `notJson` when it is neither. */
export const nested = z.preprocess(value => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return notJson;
  }
}, z.unknown());

/** A list: comma-separated in a form. */
export const commaList = z.preprocess(
  value => (typeof value === 'string' ? value.split(',').filter(item => item !== '') : value),
  z.array(z.string()),
);
