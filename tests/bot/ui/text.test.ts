import { describe, expect, test } from 'vitest';
import { escapeText, oneLine, shorten, withEmoji } from '../../../bot/ui/text.ts';

describe('escaping', () => {
  test('turns the three characters of tokens into entities, ampersands first', () => {
    expect(escapeText('<!channel> & &lt;')).toBe('&lt;!channel&gt; &amp; &amp;lt;');
  });
});

describe('shortening', () => {
  test('leaves a text alone that fits', () => {
    expect(shorten({ text: 'No WiFi', max: 7 })).toBe('No WiFi');
  });

  test('says with an ellipsis that something was cut', () => {
    expect(shorten({ text: 'No WiFi here', max: 8 })).toBe('No WiFi…');
  });

  test('counts characters as they are once escaped', () => {
    expect(shorten({ text: '&&&&', max: 12 })).toBe('&&…');
  });

  test('never tears an emoji', () => {
    expect(shorten({ text: 'a👩‍👩‍👧‍👦b', max: 8 })).toBe('a…');
  });

  test('puts a text on one line', () => {
    expect(oneLine({ text: 'No\n\nWiFi', max: 20 })).toBe('No WiFi');
  });
});

describe('emoji names', () => {
  test('become the characters they stand for, unknown ones stay as typed', () => {
    expect(withEmoji('thanks :pray: :campus: at 12:30:15')).toBe('thanks 🙏 :campus: at 12:30:15');
  });
});
