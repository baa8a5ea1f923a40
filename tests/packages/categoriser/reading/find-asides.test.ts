import { createCategoriser } from '@campus-desk/categoriser';
import { describe, expect, it } from 'vitest';

const { categorise } = createCategoriser();

describe('what stands before the matter is announced', () => {
  it.each([
    'My flatmate gave her old bike to a friend of mine. Now to my question.',
    'Auf der Hochzeit haben wir zwei Stunden auf die Torte gewartet. Jetzt zu meiner Frage.',
    'Al matrimonio abbiamo aspettato la torta per due ore. Vengo al dunque.',
    'En la boda esperamos la tarta dos horas. Voy al asunto.',
    "Au mariage nous avons attendu le gâteau deux heures. J'en viens au fait.",
  ])('decides nothing: %s', chat => {
    expect(categorise(`${chat} The beamer in H2 flickers.`)).toMatchObject({ category: 'it', unsure: false });
  });

  it.each([
    'The beamer in H2 flickers. That is why I am writing. My lunch was cold.',
    'Der Beamer in H2 flackert. Deshalb schreibe ich euch. Mein Essen war kalt.',
  ])('is the matter when the announcement looks back: %s', text => {
    expect(categorise(text).category).toBe('it');
  });

  it('is the matter when nothing is announced', () => {
    expect(categorise('The beamer in H2 flickers. Now to my question. Thanks a lot!')).toMatchObject({
      category: 'it',
      unsure: false,
    });
  });
});

describe('what stands after the matter is closed', () => {
  it.each([
    'That is all. My cousin found her soup far too cold.',
    'Das war es. Meine Cousine fand ihre Suppe viel zu kalt.',
    'Per il resto mia cugina ha trovato la zuppa fredda.',
    'Eso es todo. A mi prima la sopa le pareció fría.',
    "C'est tout. Ma cousine a trouvé sa soupe trop froide.",
  ])('decides nothing: %s', chat => {
    expect(categorise(`The beamer in H2 flickers. ${chat}`)).toMatchObject({ category: 'it', unsure: false });
  });

  it('is read when it alone reports something', () => {
    expect(categorise('I am Ada from the third year. That is all. The beamer in H2 flickers.').category).toBe(
      'it',
    );
    expect(categorise('How are you? How is everybody? The beamer in H2 flickers.').category).toBe('it');
  });

  it('is still asked about as another problem', () => {
    const { problems } = categorise('The beamer in H2 flickers. That is all. And the heating in H3 is cold.');

    expect(problems?.map(({ category }) => category)).toEqual(['it', 'facility']);
  });
});
