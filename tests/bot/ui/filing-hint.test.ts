import { expect, test } from 'vitest';
import { drawHint, hintIn, showsHint } from '../../../bot/ui/filing-hint.ts';
import { texts } from '../../support/english.ts';

test.each([
  ['with the sign that says so', { type: 'emoji', name: 'phone', unicode: '260e-fe0f' }, '☎️'],
  ['without that sign', { type: 'emoji', name: 'phone', unicode: '260e' }, '☎️'],
  ['of several parts', { type: 'emoji', name: 'firefighter', unicode: '1f9d1-200d-1f692' }, '🧑‍🚒'],
  ['of the workspace', { type: 'emoji', name: 'porter-desk' }, ':porter-desk:'],
])('whom to call first keeps an emoji that Slack gives back as a piece, %s', (_which, emoji, character) => {
  const hint = { text: 'Looks like: Service.', emergency: `Call first: ${character} 4711` };
  const blocks = drawHint({ hint, texts }).map(block => {
    if (block.type !== 'rich_text') return block;
    const bold = { style: { bold: true } };
    const elements = [
      { type: 'text', text: 'Call first: ', ...bold },
      { ...emoji, ...bold },
      { type: 'text', text: ' 4711', ...bold },
    ];
    return { ...block, elements: [{ type: 'rich_text_section', elements }] };
  });

  expect(hintIn(blocks)?.emergency?.replace('\ufe0f', '')).toBe(hint.emergency.replace('\ufe0f', ''));
  expect(showsHint({ blocks, hint })).toBe(true);
});
