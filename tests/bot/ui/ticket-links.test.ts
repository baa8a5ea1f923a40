import { checkBlocks, textVolume } from 'slack-sandbox';
import { expect, test } from 'vitest';
import { reminderMessage } from '../../../bot/ui/reminder-message.ts';
import { ticketLinks } from '../../../bot/ui/ticket-links.ts';
import { texts } from '../../support/english.ts';
import { hostileTexts, sampleTicket } from '../sample-ticket.ts';

const url = 'https://campus.slack.com/archives/C01HELPDESK/p1796025610000100';

test('each ticket that is named has its own button, since when it waits, and the way to its card', () => {
  const tickets = [
    { ticket: sampleTicket({ number: 3, description: '*No* wifi\n<!channel>' }), url },
    { ticket: sampleTicket({ number: 4 }), url: undefined },
  ];

  const blocks = ticketLinks({ tickets, since: 'openedAt', texts });

  const since = 'Since <!date^1795338000^{date_short_pretty} {time}|2026-11-22 09:00 UTC>';
  const view = (label: string) => ({ text: { text: 'View' }, accessibility_label: label });
  expect(blocks).toMatchObject([
    { text: { type: 'plain_text', text: '#3 · *No* wifi <!channel>' }, accessory: view('View ticket #3') },
    { elements: [{ text: `${since} · <${url}|open its card>` }] },
    { text: { text: '#4 · No WiFi in the reading room' }, accessory: view('View ticket #4') },
    { elements: [{ text: since }] },
  ]);
});

test.each(Object.entries(hostileTexts))(
  'twenty tickets with texts that are %s fit into a message',
  (_, text) => {
    const ticket = sampleTicket({ number: 2_147_483_647, description: text });
    const tickets = Array.from({ length: 20 }, () => ({ ticket, url }));

    const { blocks } = reminderMessage({ tickets, days: 3, texts });

    expect(checkBlocks({ blocks, surface: 'message', at: [] })).toEqual([]);
    expect(textVolume(blocks)).toBeLessThanOrEqual(8000);
  },
);
