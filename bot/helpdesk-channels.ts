import { type Category, categories } from '@campus-desk/contract';

/** A channel for each category that has a team of its own. */
export type TeamChannels = Partial<Record<Category, string>>;

/** Where helpdesk works: the channel of a category's team, and one channel for all other tickets. */
export type HelpdeskChannels = { helpdeskChannel: string; helpdeskChannels?: TeamChannels | undefined };

type ChannelForInput = { channels: HelpdeskChannels; category: Category };

/** The channel in which tickets of this category are worked. */
export function channelFor({ channels, category }: ChannelForInput): string {
  return channels.helpdeskChannels?.[category] ?? channels.helpdeskChannel;
}

/** Every channel of helpdesk with the categories that are worked there; the one for all others may have none. */
export function listChannels(channels: HelpdeskChannels): { channel: string; categories: Category[] }[] {
  const { helpdeskChannel, helpdeskChannels = {} } = channels;
  const ids = new Set([helpdeskChannel, ...Object.values(helpdeskChannels)]);
  return [...ids].map(channel => ({
    channel,
    categories: categories.filter(category => channelFor({ channels, category }) === channel),
  }));
}
