import type { OpenView, SlackJson, ViewState } from '../../protocol.ts';
import type { ChangeFeed } from '../changes.ts';
import { newId, newSecret } from '../ids.ts';
import type { Installation } from '../state/installation.ts';
import type { Workspace } from '../state/workspace.ts';
import { stateOf } from './state-values.ts';
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
};

export type ViewStacks = {
  /** The modals of a person, the last one on top. */
  stack(userId: string): StackedView[];
  find(where: { viewId: string } | { externalId: string }): StackedView | undefined;
  /** Replaces whatever the person has open. */
  open(input: { userId: string; view: ViewJson }): StackedView;
  push(input: { userId: string; view: ViewJson }): StackedView;
  update(input: { viewId: string; view: ViewJson }): StackedView | undefined;
  /** Shows field errors or a connection problem on a view, which stays open. */
  mark(input: { viewId: string; errors?: Record<string, string>; trouble?: string }): void;
  close(input: { viewId: string }): void;
  clear(userId: string): void;
  publishHome(input: { userId: string; view: ViewJson }): SlackJson;
  /** The Home tab of a person as Slack writes views, if the app published one. */
  home(userId: string): SlackJson | undefined;
  /** A modal as Slack writes it in answers and payloads. */
  describe(view: DescribedView, state?: ViewState): SlackJson;
  shown(userId: string): OpenView[];
  shownHome(userId: string): OpenView | null;
};

export const maxStack = 3;

/** The modals people have open (in memory) and their Home tabs (kept). */
export function createViewStacks(input: {
  workspace: Workspace;
  installation: Installation;
  changes: ChangeFeed;
  clock: () => Date;
}): ViewStacks {
  const { workspace, installation, changes, clock } = input;
  const stacks = new Map<string, StackedView[]>();
  const stack = (userId: string) => stacks.get(userId) ?? [];
  const newHash = () => `${Math.floor(clock().getTime() / 1000)}.${newSecret(4)}`;
  const replace = (userId: string, views: StackedView[]) => {
    stacks.set(userId, views);
    changes.publish({ type: 'views_changed', userId });
  };
  const everyView = () => [...stacks.values()].flat();
  const byId = (viewId: string) => everyView().find(view => view.id === viewId);
  const amend = (viewId: string, amendment: Partial<StackedView>) => {
    const known = byId(viewId);
    if (known === undefined) return undefined;
    const amended = { ...known, ...amendment };
    replace(
      known.userId,
      stack(known.userId).map(view => (view.id === viewId ? amended : view)),
    );
    return amended;
  };
  const fresh = (userId: string, view: ViewJson, below: StackedView | undefined): StackedView => {
    const id = newId('V');
    const previousId = below?.id ?? null;
    const rootId = below?.rootId ?? id;
    return { id, userId, view, hash: newHash(), rootId, previousId, errors: {}, trouble: '' };
  };
  const describeView = (view: DescribedView, state?: ViewState) => describe({ installation, view, state });
  const home = (userId: string) => {
    const known = workspace.homes.get(userId);
    return known && describeView({ ...known, rootId: known.id, previousId: null });
  };

  return {
    stack,
    find: where =>
      'viewId' in where
        ? byId(where.viewId)
        : everyView().find(({ view }) => where.externalId !== '' && view.external_id === where.externalId),
    open({ userId, view }) {
      const opened = fresh(userId, view, undefined);
      replace(userId, [opened]);
      return opened;
    },
    push({ userId, view }) {
      const pushed = fresh(userId, view, stack(userId).at(-1));
      replace(userId, [...stack(userId), pushed]);
      return pushed;
    },
    update: ({ viewId, view }) => amend(viewId, { view, hash: newHash(), errors: {}, trouble: '' }),
    mark({ viewId, errors = {}, trouble = '' }) {
      amend(viewId, { errors, trouble });
    },
    close({ viewId }) {
      const known = byId(viewId);
      if (known === undefined) return;
      replace(
        known.userId,
        stack(known.userId).filter(view => view.id !== viewId),
      );
    },
    clear: userId => replace(userId, []),
    publishHome({ userId, view }) {
      const id = workspace.homes.get(userId)?.id ?? newId('V');
      const published = workspace.homes.put(userId, { id, hash: newHash(), view });
      changes.publish({ type: 'home_changed', userId });
      return describeView({ ...published, rootId: id, previousId: null });
    },
    home,
    describe: describeView,
    shown: userId => stack(userId).map(view => openView(view, describeView(view))),
    shownHome(userId) {
      const view = home(userId);
      const id = workspace.homes.get(userId)?.id;
      return view === undefined || id === undefined ? null : { id, view, errors: {}, trouble: '' };
    },
  };
}

export type DescribedView = Pick<StackedView, 'id' | 'hash' | 'view' | 'rootId' | 'previousId'>;

function openView({ id, errors, trouble }: StackedView, view: SlackJson): OpenView {
  return { id, view, errors, trouble };
}

function describe(input: { installation: Installation; view: DescribedView; state?: ViewState }): SlackJson {
  const { installation, view, state } = input;
  const { team, appId, botId } = installation;
  return {
    id: view.id,
    team_id: team.id,
    ...view.view,
    state: { values: state ?? stateOf({ blocks: view.view.blocks, given: {} }) },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: appId,
    app_installed_team_id: team.id,
    bot_id: botId,
  };
}
