import { type Client, hasCode, type SlackRef, type Thread } from '@campus-desk/contract';

type FindThreadInput = { client: Client; root: SlackRef };

/** The ticket's thread whose root stands there; undefined when it is no ticket's. */
export async function findThread({ client, root }: FindThreadInput): Promise<Thread | undefined> {
  return client.findThread(root).catch(error => {
    if (hasCode(error, 'not_found')) return undefined;
    throw error;
  });
}
