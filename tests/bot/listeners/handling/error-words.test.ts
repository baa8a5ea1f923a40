import { AppError, languages, reasons } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { sayError, sayFieldErrors } from '../../../../bot/listeners/handling/error-words.ts';
import { catalogues, textsIn } from '../../../../bot/ui/texts/texts.ts';

const command = '/ticket';
const requestId = 'r1';

describe.each(languages)('in %s', language => {
  const texts = textsIn(language);

  test('every reason of the API has its sentence, with the command as it is called here', () => {
    const values = { number: 12, original: 3, max: 200, place: 'Mensa', category: 'it' };
    const said = reasons.map(reason => {
      const error = new AppError({ code: 'not_found', message: 'no', details: { reason, values } });
      return sayError({ error, texts, command });
    });

    expect(Object.keys(catalogues[language].errors.reason).toSorted()).toEqual(reasons.toSorted());
    expect(said.filter(sentence => /[{}]|^no$/.test(sentence))).toEqual([]);
    expect(said.join(' ')).toContain(texts.common.category.it);
  });

  test('who was quicker is named, else somebody', () => {
    const details = { reason: 'closed_by' as const, values: {} };
    const error = new AppError({ code: 'illegal_transition', message: 'no', details });

    expect(sayError({ error, texts, command })).toContain(texts.errors.somebody);
  });
});

test('what a service says without a reason is said by its code, in English as it stands', () => {
  const details = { requestId, errors: [{ path: 'body', message: 'Odd.' }] };
  const error = new AppError({ code: 'validation_failed', message: 'Odd.', details });
  const german = textsIn('de');

  expect(sayError({ error, texts: german, command })).toBe(german.errors.code.validation_failed);
  expect(sayFieldErrors({ error, texts: german, command })).toEqual([
    { path: 'body', message: german.errors.field },
  ]);
  expect(sayError({ error, texts: textsIn('en'), command })).toBe('Odd.');
});

test('what the bot says itself stays as it is', () => {
  const details = { errors: [{ path: 'until', message: 'Wählen Sie ein Datum.' }] };
  const error = new AppError({ code: 'validation_failed', message: 'Wählen Sie ein Datum.', details });

  expect(sayFieldErrors({ error, texts: textsIn('de'), command })).toEqual(details.errors);
});
