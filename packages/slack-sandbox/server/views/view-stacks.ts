import type { OpenView, SlackJson, ViewState } from '../../protocol.ts';
import type { ChangeFeed } from '../changes.ts';
import { newId } from '../ids.ts';
import type { Installation } from '../state/installation.ts';
import { describeView } from './describe-view.ts';
import { newHash } from './hash.ts';
import type { ViewJson } from './view-json.ts';

/** A modal on somebody's screen. */
export type StackedView = {
  id: string;
  userId: string;
  view: ViewJson;
  hash: string;
  rootId: string;
  previousId: string | null;
  errors: Record<string, string>;
  trouble: string;
  changedAt: Date;
};

export type ViewStacks = {
  /** The modals of a person, the last one on top. */
  stack(userId: string): StackedView[];
  find(where: { viewId: string } | { externalId: string }): StackedView | undefined;
  /** Replaces whatever the person has open. */
  open(input: { userId: string; view: ViewJson }): StackedView;
  push(input: { userId: string; view: ViewJson }): StackedView;
  update(input: { viewId: string; view: ViewJson }): StackedView | undefined;
  /** Shows field errors or a connection problem on a view, which stays open; errors that are not given stay. */
  mark(input: { viewId: string; errors?: Record<string, string>; trouble?: string }): void;
  close(input: { viewId: string }): void;
  clear(userId: string): void;
  /** A modal as Slack writes it in answers and payloads. */
  describe(view: StackedView, state?: ViewState): SlackJson;
  shown(userId: string): OpenView[];
};

/** A modal that nothing happened to for so long was left behind; a page that is opened now does not show it. */
const leftBehindMs = 12 * 60 * 60_000;

/** One view and two pushed onto it. */
export const maxStack = 3;

type CreateViewStacksInput = {
  installation: Installation;
  changes: ChangeFeed;
  clock: () => Date;
};

/** The modals people have open; like ephemerals they end with the process. */
export function createViewStacks(input: CreateViewStacksInput): ViewStacks {
  const { installation, changes, clock } = input;
  const stacks = new Map<string, StackedView[]>();
  const stack = (userId: string) => stacks.get(userId) ?? [];
  const everyView = () => [...stacks.values()].flat();
  const byId = (viewId: string) => everyView().find(view => view.id === viewId);

  const replace = (userId: string, views: StackedView[]) => {
    stacks.set(userId, views);
    changes.publish({ type: 'views_changed', userId });
  };
  const add = (view: StackedView, below: StackedView[]) => {
    replace(view.userId, [...below, view]);
    return view;
  };
  const amend = (viewId: string, amendment: Partial<StackedView>) => {
    const known = byId(viewId);
    if (known === undefined) return undefined;
    const amended = { ...known, ...amendment, changedAt: clock() };
    const views = stack(known.userId).map(view => (view.id === viewId ? amended : view));
    replace(known.userId, views);
    return amended;
  };
  const isLeftBehind = ({ changedAt }: StackedView) => clock().getTime() - changedAt.getTime() > leftBehindMs;
  const describe = (view: StackedView, state?: ViewState) => describeView({ installation, view, state });

  return {
    stack,
    find(where) {
      if ('viewId' in where) return byId(where.viewId);
      return everyView().find(({ view }) => where.externalId !== '' && view.external_id === where.externalId);
    },
    open: ({ userId, view }) => add(fresh({ userId, view, now: clock() }), []),
    push({ userId, view }) {
      const views = stack(userId);
      return add(fresh({ userId, view, below: views.at(-1), now: clock() }), views);
    },
    update: ({ viewId, view }) => amend(viewId, { view, hash: newHash(clock()), errors: {}, trouble: '' }),
    mark({ viewId, errors, trouble = '' }) {
      amend(viewId, { ...(errors && { errors }), trouble });
    },
    close({ viewId }) {
      const userId = byId(viewId)?.userId;
      if (userId === undefined) return;
      const left = stack(userId).filter(view => view.id !== viewId);
      replace(userId, left);
    },
    clear: userId => replace(userId, []),
    describe,
    shown(userId) {
      const views = stack(userId);
      if (views.every(isLeftBehind)) return [];
      return views.map(view => ({
        id: view.id,
        view: describe(view),
        errors: view.errors,
        trouble: view.trouble,
      }));
    },
  };
}

function fresh(input: { userId: string; view: ViewJson; below?: StackedView; now: Date }): StackedView {
  const { userId, view, below, now } = input;
  const id = newId('V');
  const previousId = below?.id ?? null;
  return {
    id,
    userId,
    view,
    hash: newHash(now),
    rootId: below?.rootId ?? id,
    previousId,
    errors: {},
    trouble: '',
    changedAt: now,
  };
}
