/**
 * What the sandbox page and the sandbox server say to each other. Slack's own shapes (messages, blocks, views,
 * files) travel as Slack writes them; everything that Slack keeps inside its own client is described here.
 */

/** A Block Kit block, view or element exactly as an app sent it. */
export type SlackJson = { [key: string]: unknown };

export type Person = {
  id: string;
  /** Handle and display name, as a mention shows it. */
  name: string;
  realName: string;
  title: 'Student' | 'Staff' | 'Helpdesk' | 'App';
  isBot: boolean;
};

export type Conversation = {
  id: string;
  kind: 'channel' | 'im';
  /** Channel name without `#`; for a DM the name of the other side. */
  name: string;
  topic: string;
  isPrivate: boolean;
  memberIds: string[];
};

export type SlackFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  url_private: string;
  url_private_download: string;
};

/** A message as `conversations.history` answers it, plus where it stands and whom it is for. */
export type SandboxMessage = {
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  bot_id?: string;
  subtype?: string;
  text: string;
  blocks?: SlackJson[];
  files?: SlackFile[];
  edited?: { user: string; ts: string };
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  /** Set on ephemeral messages: the one person who sees it. Ephemerals vanish on reload, as in Slack. */
  ephemeral_for?: string;
};

/** One view of the open modal stack, the last of the stack is on top. */
export type OpenView = {
  id: string;
  view: SlackJson;
  /** Field errors of the last submission, by `block_id`. */
  errors: Record<string, string>;
  /** "We had some trouble connecting. Try again?" and the like; empty when all is well. */
  trouble: string;
};

export type SlashCommand = { command: string; description: string; usageHint: string };
export type MessageShortcut = { callbackId: string; name: string };

/** `GET /sandbox/state?as=U…`: everything the page needs to draw itself for that person. */
export type Snapshot = {
  team: { id: string; name: string };
  me: Person;
  people: Person[];
  conversations: Conversation[];
  /** Messages by conversation, oldest first, thread replies included. */
  messages: Record<string, SandboxMessage[]>;
  views: OpenView[];
  commands: SlashCommand[];
  messageShortcuts: MessageShortcut[];
  /** Last message each conversation was read up to, by this person. */
  lastRead: Record<string, string>;
  /** The sandbox's own clock in Unix seconds: the newest `ts` counts on it. */
  now: number;
};

/** One server-sent event of `GET /sandbox/stream?as=U…`; each SSE message carries one as JSON in `data`. */
export type StreamEvent =
  | { type: 'message'; message: SandboxMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'conversation'; conversation: Conversation }
  | { type: 'views'; views: OpenView[] }
  | { type: 'read'; channel: string; ts: string }
  | { type: 'traffic'; entry: TrafficEntry }
  | { type: 'app'; reachable: boolean };

/** `POST /sandbox/act`, JSON: one act of the person `as`. Files go to `POST /sandbox/files` first. */
export type Act =
  | {
      type: 'say';
      as: string;
      channel: string;
      text: string;
      threadTs?: string;
      alsoToChannel?: boolean;
      fileIds?: string[];
    }
  | { type: 'edit'; as: string; channel: string; ts: string; text: string }
  | { type: 'delete'; as: string; channel: string; ts: string }
  | { type: 'command'; as: string; channel: string; command: string; text: string }
  | { type: 'click'; as: string; source: ActionSource; action: SlackJson; state: ViewState }
  | { type: 'submit'; as: string; viewId: string; state: ViewState }
  | { type: 'close_view'; as: string; viewId: string; all: boolean }
  | { type: 'message_shortcut'; as: string; callbackId: string; channel: string; ts: string }
  | { type: 'open_dm'; as: string; with: string }
  | { type: 'mark_read'; as: string; channel: string; ts: string };

/** Where an interactive element stands. `action` in the act is what Slack puts into `actions[0]`. */
export type ActionSource =
  | { kind: 'message'; channel: string; ts: string }
  | { kind: 'view'; viewId: string };

/** `view.state.values` as Slack sends it: block_id → action_id → element value. */
export type ViewState = Record<string, Record<string, SlackJson>>;

/** Answer to an act. `message` is for the person ("/ticket failed because the app did not respond in time."). */
export type ActResult = { ok: true; channel?: string; ts?: string } | { ok: false; message: string };

/** One request between "Slack" and the app, for the inspector. */
export type TrafficEntry = {
  id: number;
  at: string;
  direction: 'to_app' | 'from_app';
  /** Such as `chat.postMessage`, `slash_commands /ticket`, `view_submission`, `event message`. */
  what: string;
  status: 'ok' | 'refused' | 'failed';
  /** Why it was refused or failed, else empty. */
  reason: string;
  durationMs: number;
  request: SlackJson;
  response: SlackJson;
};
