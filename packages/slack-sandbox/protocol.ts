/**
 * What the sandbox's page and server send each other. Slack's own shapes (messages, blocks, views,
 * files) travel as Slack writes them; everything that Slack keeps inside its own client is described here.
 */

/** A Block Kit block, view or element exactly as an app sent it. */
export type SlackJson = { [key: string]: unknown };

export type Person = {
  id: string;
  /** Handle and display name, as a mention shows it. */
  name: string;
  realName: string;
  /** The language of their Slack. */
  locale?: string | undefined;
  /** Their role, shown beside the name, such as `Student`; `App` for the app. */
  title: string;
  isBot: boolean;
  /** The name they chose for themselves; most people choose none. */
  displayName?: string;
  /** They left: nobody can act as them, write to them, or mention them to any effect. */
  isDeactivated?: boolean;
  /** A guest of several channels, or of a single one. */
  guest?: 'multi' | 'single';
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
  /** The file's page, for whoever the file was shared with. */
  permalink?: string;
  /** Unix seconds. */
  created?: number;
  user?: string;
  filetype?: string;
  /** Whether it was shared in a public channel. */
  is_public?: boolean;
  /** `tombstone` when the file was deleted: then it has nothing but its id. */
  mode?: 'hosted' | 'tombstone';
  /** Pixels; known for images once the file is processed. */
  original_w?: number;
  original_h?: number;
};

/**
 * Where the page reads files: `GET /sandbox/files/{file id}?as=U…` answers the bytes, also for `slack_file: { id }` in
 * an image block, or 404 to somebody the file was not shared with (`url_private` needs the app's token, as in Slack).
 * `POST /sandbox/files?as=U…` (multipart, any field names) answers this; the ids go into `say.fileIds`.
 */
export type UploadResult = { ok: true; files: SlackFile[] } | { ok: false; message: string };

/** A message as `conversations.history` answers it, plus its channel and whom it is for. */
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
  reactions?: { name: string; count: number; users: string[] }[];
  /** Whom Slack notified of it, when it was posted. */
  notified?: string[];
  /** What was forwarded, and previews of links. */
  attachments?: SlackJson[];
  /** Set on ephemeral messages: the one person who sees it. Ephemerals vanish on reload, as in Slack. */
  ephemeral_for?: string;
};

/** One view of the open modal stack, the last of the stack is on top. */
export type OpenView = {
  id: string;
  view: SlackJson;
  /** Field errors of the last submission, by `block_id`. */
  errors: Record<string, string>;
  /** "We had some trouble connecting. Try again?" and the like; empty when nothing is wrong. */
  trouble: string;
};

export type SlashCommand = { command: string; description: string; usageHint: string };
export type MessageShortcut = { callbackId: string; name: string; description?: string };
export type GlobalShortcut = MessageShortcut;

/** `GET /sandbox/state?as=U…`: everything the page needs to draw itself for that person. */
export type Snapshot = {
  team: { id: string; name: string };
  me: Person;
  people: Person[];
  conversations: Conversation[];
  /** Channels this person is no member of, each with somebody who is. */
  otherChannels: { id: string; name: string; member: Person }[];
  /** Messages by conversation, oldest first, thread replies included. */
  messages: Record<string, SandboxMessage[]>;
  views: OpenView[];
  commands: SlashCommand[];
  messageShortcuts: MessageShortcut[];
  /** Last message each conversation was read up to, by this person. */
  lastRead: Record<string, string>;
  /** The sandbox's own clock in Unix seconds: the newest `ts` counts on it. */
  now: number;
  globalShortcuts: GlobalShortcut[];
  /** The app's Home tab of this person, null until the app publishes one. */
  home: OpenView | null;
  /** Whether the last delivery reached the app. */
  appReachable: boolean;
  /** The app as people know it: its name, and its bot user as the other side of a DM. */
  appName: string;
  /** What the manifest says the app does; may be empty. */
  appDescription: string;
  appUserId: string;
  /** The steps a first visitor is shown, none for an app without a tour. */
  tour: TourStep[];
  /** Whether the manifest turns the app's Home tab on. */
  hasHome: boolean;
};

/** What a first visitor can try, in the order it makes sense. */
export type Tour = TourStep[];

export type TourStep = {
  id: string;
  title: string;
  hint: string;
  done: TourGoal;
  show: TourGuide;
  /** Offered once all other steps are done. */
  isMore?: boolean;
};

/** What ticks a step off. */
export type TourGoal =
  /** A command was sent, with a text that begins like this. */
  | { type: 'command'; command: string; text?: string }
  /** A form was submitted while this step was the next one, or at any time with the option `chosen` in it. */
  | { type: 'submit'; chosen?: string }
  /** A button whose text contains `label` was pressed, by one of `people` (anybody when left out). */
  | { type: 'click'; label: string; people?: string[] }
  /** A reply in a thread. */
  | { type: 'reply' }
  /** The page acts as one of `people`. */
  | { type: 'switch'; people: string[] };

/** What the page does when a step is pressed, to show the way. */
export type TourGuide =
  /** Types `text` into the open conversation without sending it. */
  | { type: 'draft'; text: string }
  | { type: 'switch'; to: string }
  /**
   * Opens a channel at the app's newest message with a button `button` on it, or with the thread of its newest message;
   * `as` is who may, for those who may not.
   */
  | { type: 'open'; channel: string; as: string; thread?: 'newest'; button?: string };

/** One server-sent event of `GET /sandbox/stream?as=U…`; each SSE message carries one as JSON in `data`. */
export type StreamEvent =
  | { type: 'message'; message: SandboxMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'conversation'; conversation: Conversation }
  /** Somebody joined the workspace, or is another in some way. */
  | { type: 'person'; person: Person }
  | { type: 'views'; views: OpenView[] }
  | { type: 'read'; channel: string; ts: string }
  | { type: 'home'; home: OpenView | null }
  | { type: 'traffic'; entry: TrafficEntry }
  | { type: 'trouble'; trouble: Trouble }
  | { type: 'app'; reachable: boolean };

/**
 * `POST /sandbox/act`, JSON: one act of the person `as`. Files go to `POST /sandbox/files` first.
 * `text` is what was typed: the server escapes it and turns `@name`, `#channel` and links into Slack's tokens.
 */
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
  /** Forwards the message at `channel` and `ts` into `to`, with words of one's own before it. */
  | {
      type: 'forward';
      as: string;
      channel: string;
      ts: string;
      to: string;
      text: string;
      threadTs?: string;
    }
  /** Adds the person's reaction, `name` without colons, or takes it back when it is there. */
  | { type: 'react'; as: string; channel: string; ts: string; name: string }
  /** `command` with its slash. `threadTs`: typed in a thread, where Slack refuses every command. */
  | { type: 'command'; as: string; channel: string; command: string; text: string; threadTs?: string }
  | { type: 'click'; as: string; source: ActionSource; action: SlackJson; state: ViewState }
  | { type: 'submit'; as: string; viewId: string; state: ViewState }
  | { type: 'close_view'; as: string; viewId: string; all: boolean }
  | { type: 'message_shortcut'; as: string; callbackId: string; channel: string; ts: string }
  | { type: 'global_shortcut'; as: string; callbackId: string }
  /** What an `external_select` asks while the person types; the answer is in `options`. */
  | { type: 'suggest'; as: string; source: ActionSource; blockId: string; actionId: string; value: string }
  | { type: 'open_dm'; as: string; with: string }
  /** The person looks at the app's Home tab: the app gets `app_home_opened` and may publish. */
  | { type: 'open_home'; as: string }
  | { type: 'mark_read'; as: string; channel: string; ts: string }
  /** The person has their Slack in another language, such as `it-IT`. */
  | { type: 'set_locale'; as: string; locale: string };

/** Where an interactive element stands. `action` in the act is what Slack puts into `actions[0]`. */
export type ActionSource =
  | { kind: 'message'; channel: string; ts: string }
  | { kind: 'view'; viewId: string };

/** `view.state.values` as Slack sends it: block_id → action_id → element value. */
export type ViewState = Record<string, Record<string, SlackJson>>;

/**
 * Answer to an act. `message` is for the person (`/ticket failed with the error "operation_timeout"`).
 * `ok: false` of a `submit` comes with `errors` or `trouble` on the view, which stays open.
 */
export type ActResult =
  | { ok: true; channel?: string; ts?: string; options?: SlackJson[]; optionGroups?: SlackJson[] }
  | { ok: false; message: string };

/**
 * `GET /sandbox/trouble` and `POST /sandbox/trouble` (any part of it): what can be made to go wrong on purpose.
 * All off by default.
 */
export type Trouble = {
  /** Nothing reaches the app: every delivery fails as `connection_failed`. */
  appDown: boolean;
  /** Every delivery reaches the app this much later; Slack's 3 seconds run all the while. */
  appDelayMs: number;
  /** The app gets everything, but none of its acknowledgements come back. */
  acksLost: boolean;
  /** Each event is delivered twice. */
  duplicateEvents: boolean;
  /** Each event waits until the next one has been delivered before it. */
  reorderEvents: boolean;
  /** Events never arrive and are not retried. */
  dropEvents: boolean;
  /** Links get no preview; in Slack they do, for which the app gets `message_changed`. */
  withoutPreviews: boolean;
  /** People who have left, by id; more than those of the campus. */
  deactivated: string[];
  /** A post into a thread whose root is gone is refused; Slack posts it to the channel, for all to read. */
  strictThreads: boolean;
  /** What the app uploads is ready and shared seconds later. */
  slowFiles: boolean;
  /** Nothing ever says how large a picture is: no `original_w`, no `original_h`. */
  unsizedFiles: boolean;
  /** The app gets a login page, with status 200, in place of every file. */
  lockedFiles: boolean;
  /** By Web API method such as `chat.postMessage`, or `*` for all of them. */
  methods: Record<string, MethodTrouble>;
};

/** Everything reaches everybody, once and in order. */
export const noTrouble: Trouble = {
  appDown: false,
  appDelayMs: 0,
  acksLost: false,
  duplicateEvents: false,
  reorderEvents: false,
  dropEvents: false,
  withoutPreviews: false,
  deactivated: [],
  strictThreads: false,
  slowFiles: false,
  unsizedFiles: false,
  lockedFiles: false,
  methods: {},
};

/** What goes wrong with one Web API method, for its next `times` calls or until turned off. */
export type MethodTrouble = {
  /**
   * `answer_lost`: done, but the connection breaks before the answer; `answer_hangs`: done, but the answer never
   * comes; `server_error`: HTTP 500, nothing done; `rate_limited`: HTTP 429, nothing done; `error`: `ok: false`;
   * `slow`: done, and answered late.
   */
  kind: 'answer_lost' | 'answer_hangs' | 'server_error' | 'rate_limited' | 'error' | 'slow';
  times?: number;
  /** For `rate_limited`. */
  retryAfterSeconds?: number;
  /** For `error`: Slack's error name. */
  error?: string;
  /** For `slow`, in milliseconds; 2000 when left out. */
  afterMs?: number;
};

/** One request between "Slack" and the app, for the inspector; `GET /sandbox/traffic` answers the last few hundred. */
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
  /** Whom Slack notified of what the app posted, where that is anybody. */
  notified?: string[];
  request: SlackJson;
  response: SlackJson;
};
