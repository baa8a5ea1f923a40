import { readLabelledTexts } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

describe('readLabelledTexts', () => {
  it('reads quoted commas, quotes and line breaks', () => {
    const texts = readLabelledTexts(
      'text,category,tag\r\n"no ""light"", no heat\nin H2",facility,long\r\nno wifi,it,\r\n',
    );

    expect(texts).toEqual([
      { text: 'no "light", no heat\nin H2', category: 'facility', tag: 'long' },
      { text: 'no wifi', category: 'it', tag: '' },
    ]);
  });

  it('takes columns in any order, without tags, after a byte order mark', () => {
    expect(readLabelledTexts('\uFEFFcategory,text\nservice,cold soup')).toEqual([
      { text: 'cold soup', category: 'service', tag: '' },
    ]);
  });

  it('takes an empty category for a text that reports nothing', () => {
    expect(readLabelledTexts('text,category\nhello,')).toEqual([{ text: 'hello', category: null, tag: '' }]);
  });

  it.each([
    ['', 'The first line must name the columns'],
    ['report,label\na,it', 'The first line must name the columns'],
    ['text,category\n', 'There are no reports'],
    ['text,category\nno light,building', 'Line 2: the category "building"'],
    ['text,category\nno wifi,it\ncold, and wet,facility', 'Line 3: 3 columns'],
    ['text,category\n"no end,it', 'Line 2: a quote'],
  ])('%j is refused with the reason', (source, reason) => {
    expect(() => readLabelledTexts(source)).toThrow(reason);
  });
});
