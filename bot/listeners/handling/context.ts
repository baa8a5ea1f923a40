import type { Client } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import type { CommandNames } from '../../config.ts';
import type { FindThread } from '../../conversation/find-thread.ts';
import type { DisplayNames } from '../../conversation/names.ts';
import type { NoteUnread } from '../../conversation/note-unread.ts';
import type { TextsFor } from '../../conversation/texts-for.ts';
import type { HelpdeskChannels } from '../../helpdesk-channels.ts';
import type { StatsContext } from '../../stats/answer.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { Homes } from '../home/homes.ts';
import type { CampusNow } from './campus-now.ts';
import type { CheckRole } from './check-role.ts';
import type { HelpdeskBack } from './helpdesk-back.ts';
import type { Hints } from './hints.ts';
import type { InFlight } from './in-flight.ts';
import type { Once } from './once.ts';

/** What the listeners work with. */
export type ListenerContext = {
  client: Client;
  slack: WebClient;
  botUserId: string;
  /** The workspace of our people, where that is one. */
  homeTeamId: string | undefined;
  /** Stores what the threads of a ticket have and the API has not. */
  catchUp: (number: number) => Promise<{ recovered: number }>;
  /** Where helpdesk works. */
  channels: HelpdeskChannels;
  names: DisplayNames;
  /** The same for events, where nobody waits for a window: a lookup may take longer. */
  namesForEvents: DisplayNames;
  checkRole: CheckRole;
  textsFor: TextsFor;
  noteUnread: NoteUnread;
  findThread: FindThread;
  /** Absent where the campus wants none. */
  hints: Hints | undefined;
  campus: CampusNow;
  helpdeskBack: HelpdeskBack;
  homes: Homes;
  inFlight: InFlight;
  once: Once;
  logger: Logger;
  stats: StatsContext;
  /** What the commands are called, for texts that name them. */
  commands: CommandNames;
  /** The reaction that makes a ticket of a message; undefined where the campus wants none. */
  ticketEmoji: string | undefined;
  /** How long a modal waits for its data before it opens as a skeleton, in milliseconds. */
  patienceMs: number;
  now: () => number;
  /** A short reference for an error that a person is to report. */
  newReference: () => string;
};

/** What a listener works with for one act of a person, who reads these texts. */
export type ActContext = ListenerContext & { userId: string; texts: Texts };
