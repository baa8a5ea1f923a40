import type { OpenView, SlackJson } from '../../protocol.ts';
import type { ChangeFeed } from '../changes.ts';
import { newId } from '../ids.ts';
import type { Installation } from '../state/installation.ts';
import type { Workspace } from '../state/workspace.ts';
import { describeView } from './describe-view.ts';
import { newHash } from './hash.ts';
import type { ViewJson } from './view-json.ts';

export type HomeTabs = {
  publish(input: { userId: string; view: ViewJson }): SlackJson;
  /** A person's Home tab as Slack writes views, if the app published one. */
  view(userId: string): SlackJson | undefined;
  shown(userId: string): OpenView | null;
};

type CreateHomeTabsInput = {
  workspace: Workspace;
  installation: Installation;
  changes: ChangeFeed;
  clock: () => Date;
};

/** The app's Home tab, one per person, kept over restarts. */
export function createHomeTabs(input: CreateHomeTabsInput): HomeTabs {
  const { workspace, installation, changes, clock } = input;
  return {
    publish({ userId, view }) {
      const id = workspace.homes.get(userId)?.id ?? newId('V');
      const published = workspace.homes.put(userId, { id, hash: newHash(clock()), view });
      changes.publish({ type: 'home_changed', userId });
      return describeView({ installation, view: published });
    },
    view(userId) {
      const known = workspace.homes.get(userId);
      return known && describeView({ installation, view: known });
    },
    shown(userId) {
      const known = workspace.homes.get(userId);
      if (known === undefined) return null;
      return { id: known.id, view: describeView({ installation, view: known }), errors: {}, trouble: '' };
    },
  };
}
