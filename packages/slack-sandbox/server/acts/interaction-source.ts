import type { ActionSource, SlackJson, ViewState } from '../../protocol.ts';
import { slackMessage } from '../messages/slack-message.ts';
import type { Slack } from '../slack.ts';
import { describeView } from '../views/describe-view.ts';
import { stateOf } from '../views/state-values.ts';
import { ActFailure } from './act-failure.ts';
import { findJoined, findMessage } from './act-targets.ts';
import { encodedLabels, namedChannel } from './interaction-payload.ts';

/** A surface somebody interacts with: its blocks, and how payloads describe it. */
export type Surface = {
  blocks: SlackJson[];
  /** The part of a payload that names where it happened, with what was typed there. */
  describe(state: ViewState): SlackJson;
  /** The modal the person is in, if it is one. */
  viewId?: string;
  message?: { channel: string; ts: string; threadTs?: string };
};

/** Finds the message, modal or Home tab an interaction comes from. */
export function findSurface(input: { slack: Slack; as: string; source: ActionSource }): Surface {
  return input.source.kind === 'message'
    ? messageSurface({ ...input, ...input.source })
    : viewSurface({ ...input, ...input.source });
}

function messageSurface(input: { slack: Slack; as: string; channel: string; ts: string }): Surface {
  const { slack, as, channel } = input;
  const conversation = findJoined({ slack, as, channel });
  const message = findMessage(input);
  const blocks = message.blocks ?? [];
  const isEphemeral = message.ephemeral_for !== undefined;
  const teamId = slack.installation.team.id;
  const said = slackMessage({ message, teamId, workspace: slack.workspace, metadata: 'full' });
  return {
    blocks,
    message: { channel, ts: message.ts, threadTs: message.thread_ts },
    describe: state => ({
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel,
        is_ephemeral: isEphemeral,
        ...(message.thread_ts && { thread_ts: message.thread_ts }),
      },
      channel: namedChannel(conversation),
      // Slack does not send an ephemeral message back.
      ...(!isEphemeral && { message: encodedLabels(said) }),
      state: { values: stateOf({ blocks, given: state }) },
    }),
  };
}

function viewSurface(input: { slack: Slack; as: string; viewId: string }): Surface {
  const { slack, as, viewId } = input;
  const home = slack.workspace.homes.get(as);
  const top = slack.views.stack(as).at(-1);
  const view = [home, top].find(known => known?.id === viewId);
  if (view === undefined) throw new ActFailure('That window is not open any more.');
  const { blocks } = view.view;
  const { installation } = slack;
  return {
    blocks,
    ...(view === top && { viewId }),
    describe(given) {
      const state = stateOf({ blocks, given });
      return {
        container: { type: 'view', view_id: viewId },
        view: { ...describeView({ installation, view, state }), blocks: encodedLabels(blocks) },
      };
    },
  };
}
