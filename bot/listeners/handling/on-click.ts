import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { judgeResponse } from '../../slack/response-answer.ts';
import { redrawHome } from '../home/redraw-home.ts';
import { actAs } from './act-as.ts';
import { actContext } from './act-context.ts';
import { answerClick } from './answer-click.ts';
import type { Click, ClickListener } from './click.ts';
import type { ActContext, ListenerContext } from './context.ts';
import { actedOnOf, createTellAlone } from './tell-alone.ts';

/** Runs a click listener; what goes wrong is said where the person clicked. */
export function onClick({ context, listener }: { context: ListenerContext; listener: ClickListener }) {
  return async (args: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    const answering = actContext({ context, userId: args.body.user.id }).then(async acting => {
      const { click, hasActed } = readClick({ context: acting, args });
      await listener(click)
        .catch(error => answerClick({ click, error }))
        .finally(() => redrawHome({ context, userId: click.user.id, hasActed: hasActed() }));
    });
    await context.inFlight.track({ kind: 'click', work: answering });
    await args.ack();
  };
}

type ReadClickInput = { context: ActContext; args: SlackActionMiddlewareArgs<BlockAction> };

function readClick({ context, args }: ReadClickInput): { click: Click; hasActed: () => boolean } {
  const { body, action, respond } = args;
  const user = { id: body.user.id, name: body.user.name ?? body.user.username };
  const { view, container } = body;
  const { message_ts: ts, thread_ts: threadTs = body.message?.thread_ts } = container;
  const actedOn = actedOnOf({ channel: body.channel?.id, ts, threadTs });
  let hasActed = false;
  const click: Click = {
    context,
    value: carriedBy(action),
    user,
    actor: role => {
      hasActed = true;
      return actAs({ context, user, role });
    },
    triggerId: body.trigger_id,
    view: view && {
      id: view.id,
      isHome: view.type === 'home',
      hash: view.hash,
      metadata: view.private_metadata,
      blocks: view.blocks,
      values: view.state.values,
    },
    channel: body.channel?.id,
    respond: async message => {
      await judgeResponse(await respond(message));
    },
    tellAlone: createTellAlone({ context, userId: user.id, actedOn, respond }),
  };
  return { click, hasActed: () => hasActed };
}

function carriedBy(action: BlockAction['actions'][number]): string {
  if (action.type === 'button' || action.type === 'plain_text_input') return action.value ?? '';
  if (action.type === 'static_select' || action.type === 'radio_buttons' || action.type === 'overflow')
    return action.selected_option?.value ?? '';
  return '';
}
