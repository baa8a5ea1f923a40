import type { Actor, Role } from '@campus-desk/contract';
import type { RespondArguments } from '@slack/bolt';
import type { SlackUser } from '../../conversation/names.ts';
import type { ShownBlocks } from '../../ui/filing-hint.ts';
import type { ViewValues } from '../../ui/modal.ts';
import type { ActContext } from './context.ts';

/** The open view in which somebody clicked. */
export type ClickedView = {
  id: string;
  isHome: boolean;
  hash: string;
  metadata: string;
  blocks: ShownBlocks;
  /** What was typed and chosen in it so far. */
  values: ViewValues;
};

/** A pressed button or a picked option, on a card or in a modal. */
export type Click = {
  context: ActContext;
  /** What the button or the picked option carried, or what was typed. */
  value: string;
  user: SlackUser;
  actor: (role: Role) => Promise<Actor>;
  triggerId: string;
  /** Absent when the click was on a message. */
  view: ClickedView | undefined;
  /** The conversation of the clicked message; absent in a modal. */
  channel: string | undefined;
  /** Redraws the clicked message. */
  respond: (message: RespondArguments) => Promise<void>;
  /** Says something to the person alone, where they clicked; plain words, nothing in them is markup. */
  tellAlone: (text: string) => Promise<void>;
};
export type ClickListener = (click: Click) => Promise<void>;
