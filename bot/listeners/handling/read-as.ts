import type { Client } from '@campus-desk/contract';

type ReadAsInput = { client: Client; userId: string };

/** The API as this person reads it: on their own tickets they see their name also where it is hidden from others. */
export function readAs({ client, userId: viewer }: ReadAsInput): Client {
  return {
    ...client,
    getTicket: query => client.getTicket({ ...query, viewer }),
    listTickets: query => client.listTickets({ ...query, viewer }),
    exportTickets: query => client.exportTickets({ ...query, viewer }),
    listFollowers: query => client.listFollowers({ ...query, viewer }),
    listEvents: query => client.listEvents({ ...query, viewer }),
    listMessages: query => client.listMessages({ ...query, viewer }),
  };
}
