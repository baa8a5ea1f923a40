import { describe, expect, test } from 'vitest';
import { withEmojiElements } from '../../../bot/ui/emoji-elements.ts';

const text = (words: string) => ({ type: 'text', text: words });

describe('emoji in what people wrote', () => {
  test('are elements where only Slack can draw them: skin tones, flags and those of the workspace', () => {
    expect(withEmojiElements('ok :+1::skin-tone-3: from :flag-de:\n:campus:!')).toEqual([
      text('ok '),
      { type: 'emoji', name: '+1', unicode: '1f44d-1f3fc' },
      text(' from '),
      { type: 'emoji', name: 'flag-de' },
      text('\n'),
      { type: 'emoji', name: 'campus' },
      text('!'),
    ]);
  });

  test('are characters where every client draws them', () => {
    expect(withEmojiElements('thanks :pray: all')).toEqual([text('thanks 🙏 all')]);
  });

  test.each(['at 12:30:15', 'a:x1:c', '::', ': no emoji :', ''])('are none in %j', words => {
    expect(withEmojiElements(words)).toEqual(words === '' ? [] : [text(words)]);
  });
});
