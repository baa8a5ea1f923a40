import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { answerClick } from './answer-click.ts';
import type { Click, ClickListener } from './click.ts';
import type { Desk } from './context.ts';

/** Runs a click listener; what goes wrong is said where the person clicked. */
export function onClick({ desk, listener }: { desk: Desk; listener: ClickListener }) {
  return async (args: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    const click = readClick({ desk, ...args });
    const answering = listener(click).catch(error => answerClick({ click, error }));
    await desk.inFlight.track({ kind: 'click', work: answering });
    await args.ack();
  };
}

function readClick({
  desk,
  body,
  action,
  respond,
}: { desk: Desk } & SlackActionMiddlewareArgs<BlockAction>): Click {
  const user = { id: body.user.id, name: body.user.name ?? body.user.username };
  const { view } = body;
  return {
    desk,
    value: carriedBy(action),
    user,
    actor: role => desk.names.actor({ ...user, role }),
    triggerId: body.trigger_id,
    view: view && { id: view.id, hash: view.hash, metadata: view.private_metadata, shown: view },
    respond: async message => {
      await respond(message);
    },
  };
}

function carriedBy(action: BlockAction['actions'][number]): string {
  if (action.type === 'button' || action.type === 'plain_text_input') return action.value ?? '';
  if (action.type === 'static_select' || action.type === 'radio_buttons')
    return action.selected_option?.value ?? '';
  return '';
}
