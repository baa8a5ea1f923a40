import { type AppError, invalid, type Person } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { readAssigning } from '../../ui/assign-form.ts';
import { backFrom } from '../handling/back-from.ts';
import type { ListenerContext } from '../handling/context.ts';
import type { Form } from '../handling/on-submit.ts';

/** "Hand over" to the chosen person, who must be able to work on it. */
export const assignTicketForm: Form = {
  submit: async submission => {
    const { context } = submission;
    const { number, role, version, from, assigneeId } = readAssigning(submission);
    if (assigneeId === undefined) throw refused('Choose a person.');
    const [actor, assignee] = await Promise.all([
      submission.actor(role),
      findWorker({ context, id: assigneeId }),
    ]);
    const ticket = await context.client.changeTicket({ number, actor, version, assignee });
    return backFrom({ context, from, ticket, role });
  },
};

type FindWorkerInput = { context: ListenerContext; id: string };

/** The person with their name; throws a sentence for the form when Slack says that nobody can write to them. */
async function findWorker({ context, id }: FindWorkerInput): Promise<Person> {
  const { slack, names, logger, patienceMs } = context;
  const asking = slack.users.info({ user: id }).catch(err => {
    logger.info({ err, userId: id }, 'person not known');
    return undefined;
  });
  // Slack's own list offers everybody: who cannot be asked about in time is taken at its word.
  const user = (await within({ work: asking, ms: patienceMs }))?.user;
  const name = await names.nameOf({ id });
  if (user?.is_bot || id === slackbot) throw refused(`${name} is an app. Choose a person.`);
  if (user?.deleted) throw refused(`${name} has left this workspace. Choose somebody else.`);
  return { id, name };
}

const slackbot = 'USLACKBOT';

function refused(message: string): AppError {
  return invalid({ path: 'assignee', message });
}
