import { createCategoriser } from '@campus-desk/categoriser';
import { describe, expect, it } from 'vitest';

const { categorise } = createCategoriser();

describe('what is all right', () => {
  it.each([
    ['The desks and the blinds are perfect, but the keyboard in the corner types nothing.', 'it'],
    ['Stampante e computer funzionano benissimo, però la sedia del posto 4 è rotta.', 'facility'],
    ['Kein Problem mit dem Beamer: es regnet durch die Decke.', 'facility'],
    ['El wifi y el ordenador van bien, pero nadie contesta a mi solicitud de beca.', 'service'],
    ["Les toilettes sont propres, le chauffage marche, mais l'imprimante ne sort rien.", 'it'],
  ])('does not decide: %s', (text, category) => {
    expect(categorise(text).category).toBe(category);
  });

  it.each([
    ['The heating does not work in the library.', 'facility'],
    ['Il wifi non funziona più.', 'it'],
    ['Der Aufzug geht nicht.', 'facility'],
    ['the lift is broken', 'facility'],
  ])('is not what a negation denies: %s', (text, category) => {
    expect(categorise(text)).toMatchObject({ category, unsure: false });
  });
});
