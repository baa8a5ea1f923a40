import type { SlackJson, ViewState } from '../../protocol.ts';
import type { Installation } from '../state/installation.ts';
import { stateOf } from './state-values.ts';
import type { ViewJson } from './view-json.ts';

/** What describing a view takes, of a modal or a Home tab. */
type DescribedView = {
  id: string;
  hash: string;
  view: ViewJson;
  /** The first view of its stack, itself included; none for a Home tab. */
  rootId?: string;
  previousId?: string | null;
};

type DescribeViewInput = {
  installation: Installation;
  view: DescribedView;
  /** What was typed; the initial values without it. */
  state?: ViewState;
};

/** A view as answers and payloads carry it. */
export function describeView(input: DescribeViewInput): SlackJson {
  const { installation, view, state } = input;
  const { team, enterprise, appId, botId } = installation;
  return {
    id: view.id,
    team_id: team.id,
    ...view.view,
    state: { values: state ?? stateOf({ blocks: view.view.blocks, given: {} }) },
    hash: view.hash,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId ?? view.id,
    app_id: appId,
    app_installed_team_id: enterprise?.id ?? team.id,
    bot_id: botId,
  };
}
