import { invalid, type Person } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { slackbot } from '../../slack/identity.ts';
import type { ActContext } from './context.ts';

type FindPersonInput = {
  context: ActContext;
  id: string;
  /** The field of the form in which they were chosen. */
  field: string;
};

/** A person chosen in a form, with their name; throws a sentence for the field where they are an app, or have left. */
export async function findPerson({ context, id, field }: FindPersonInput): Promise<Person> {
  const { slack, names, logger, patienceMs, texts } = context;
  const { isApp, hasLeft } = texts.common.person;
  const asking = slack.users.info({ user: id }).catch(err => {
    logger.info({ err, userId: id }, 'person not known');
    return undefined;
  });
  // Slack's own list offers everybody: who cannot be asked about in time is taken at its word.
  const user = (await within({ work: asking, ms: patienceMs }))?.user;
  const name = await names.nameOf({ id, name: user?.profile?.display_name || user?.real_name });
  const refused = (message: string) => invalid({ path: field, message });
  if (user?.is_bot || id === slackbot) throw refused(isApp({ name }));
  if (user?.deleted) throw refused(hasLeft({ name }));
  return { id, name };
}
