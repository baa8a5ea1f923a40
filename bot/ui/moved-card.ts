import type { Ticket } from '@campus-desk/contract';
import type { KnownBlock, RichTextElement } from '@slack/types';
import { paragraph, plain, sentence } from './elements.ts';
import type { Texts } from './texts/texts.ts';

type MovedCardInput = {
  ticket: Ticket;
  channel: string;
  /** Where the card stands now, when Slack said so. */
  permalink: string | undefined;
  texts: Texts;
};

/** What stands in the place of a card that has moved to another channel: where it went, and no buttons. */
export function movedCard(input: MovedCardInput): { text: string; blocks: KnownBlock[] } {
  const { ticket, channel, texts } = input;
  const { moved } = texts.notices;
  const { number } = ticket;
  return {
    text: moved.text({ number, channel: `<#${channel}>` }),
    blocks: [{ type: 'header', text: plain(moved.header({ number })) }, paragraph(whereTo(input))],
  };
}

function whereTo({ channel: id, permalink, texts }: MovedCardInput): RichTextElement[] {
  const { moved } = texts.notices;
  const channel: RichTextElement = { type: 'channel', channel_id: id };
  if (permalink === undefined) return sentence({ message: moved.now, pieces: { channel } });
  const link: RichTextElement = { type: 'link', url: permalink, text: moved.link };
  return sentence({ message: moved.nowWithLink, pieces: { channel, link } });
}
