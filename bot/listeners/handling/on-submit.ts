import type { Actor, Role } from '@campus-desk/contract';
import type {
  AllMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { SlackUser } from '../../conversation/names.ts';
import type { ShownBlocks } from '../../ui/filing-hint.ts';
import type { ViewValues } from '../../ui/modal.ts';
import { redrawHome } from '../home/redraw-home.ts';
import { actAs } from './act-as.ts';
import { actContext } from './act-context.ts';
import type { ActContext, ListenerContext } from './context.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** A submitted form. */
export type Submission = {
  context: ActContext;
  viewId: string;
  /** Changes whenever the view is drawn again. */
  hash: string;
  metadata: string;
  values: ViewValues;
  /** The form as Slack shows it. */
  blocks: ShownBlocks;
  /** The form's fields, by their name in the API, in their order. */
  fields: string[];
  user: SlackUser;
  actor: (role: Role) => Promise<Actor>;
};

/** How Slack goes on with the modal; undefined closes it. */
export type SubmitAnswer = ViewResponseAction | undefined;
type Conflict = NonNullable<Refusal['conflict']> & { message: string };

export type Form = {
  /** Calls the API before Slack is answered, so that the modal stays open with its text until the act is stored. */
  submit: (submission: Submission) => Promise<SubmitAnswer>;
  /** Answers when somebody was quicker; without it the form stays open and says so. */
  resolve?: (submission: Submission & { conflict: Conflict }) => Promise<SubmitAnswer>;
  /** Hears that the form stays open, with what is wrong said on its fields. */
  refused?: (input: RefusedSubmission) => void;
};

export type RefusedSubmission = { submission: Submission; refusal: Refusal };

type OnSubmitInput = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Runs a form; what goes wrong is said on its fields, with the typed text kept. */
export function onSubmit({ context, form }: { context: ListenerContext; form: Form }) {
  return async ({ body, view, ack }: OnSubmitInput): Promise<void> => {
    const user = { id: body.user.id, name: body.user.name };
    let hasActed = false;
    const submissionIn = (acting: ActContext): Submission => ({
      context: acting,
      viewId: view.id,
      hash: view.hash,
      metadata: view.private_metadata,
      values: view.state.values,
      blocks: view.blocks,
      fields: view.blocks.flatMap(block => (block.type === 'input' ? (block.block_id ?? []) : [])),
      user,
      actor: role => {
        hasActed = true;
        return actAs({ context, user, role });
      },
    });
    const answering = actContext({ context, userId: user.id }).then(acting =>
      answer({ form, submission: submissionIn(acting) }),
    );
    await ack(await context.inFlight.track({ kind: 'form', work: answering }));
    redrawHome({ context, userId: user.id, hasActed });
  };
}

type AnswerInput = { form: Form; submission: Submission };

function answer({ form, submission }: AnswerInput): Promise<SubmitAnswer> {
  const { context } = submission;
  return form
    .submit(submission)
    .catch(error => refuse({ form, submission, error }))
    .catch(error => onFields({ form, submission, refusal: refusalOf({ context, error, during: 'form' }) }));
}

type RefuseInput = AnswerInput & { error: unknown };

async function refuse({ form, submission, error }: RefuseInput): Promise<SubmitAnswer> {
  const refusal = refusalOf({ context: submission.context, error, during: 'form' });
  const { conflict, message } = refusal;
  if (conflict !== undefined && form.resolve !== undefined)
    return form.resolve({ ...submission, conflict: { ...conflict, message } });
  return onFields({ form, submission, refusal });
}

/** Slack shows errors on input blocks only: what belongs to no field stands on the first one. */
function onFields({ form, submission, refusal }: RefusedSubmission & { form: Form }): SubmitAnswer {
  form.refused?.({ submission, refusal });
  const { fields } = submission;
  const [first = ''] = fields;
  const named = refusal.fields.filter(({ path }) => fields.includes(path));
  if (named.length === 0) return { response_action: 'errors', errors: { [first]: refusal.message } };
  return {
    response_action: 'errors',
    errors: Object.fromEntries(named.map(({ path, message }) => [path, message])),
  };
}
