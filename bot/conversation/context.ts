import type { Client } from '@campus-desk/contract';
import type { DisplayNames } from './names.ts';

/** What reading and storing people's messages works with. */
export type ConversationContext = {
  client: Client;
  botUserId: string;
  /** The workspace of our people, where that is one. */
  homeTeamId: string | undefined;
  names: DisplayNames;
};
