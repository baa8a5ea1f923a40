import type { Client, EventList, Role } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { editForm, readEdit } from '../../ui/edit-form.ts';
import { whatChanged } from '../../ui/what-changed.ts';
import { backFrom } from '../handling/back-from.ts';
import { placesNow } from '../handling/campus-now.ts';
import type { Form } from '../handling/on-submit.ts';

/** "Save" of the edit form. */
export const editTicketForm: Form = {
  submit: async submission => {
    const { number, role, version, from, description, location, ...edit } = readEdit(submission);
    const { place, isPlaceChosen, hideName, isHidingChanged } = edit;
    const actor = await submission.actor(role);
    const ticket = await submission.context.client.changeTicket({
      ...{ number, actor, version, description, location },
      ...(isPlaceChosen && { place }),
      ...(isHidingChanged && { hideName }),
    });
    return backFrom({ context: submission.context, from, ticket, role });
  },

  /** The form stays, now for the newer version, with what was typed and who changed what in the meantime. */
  resolve: async ({ conflict: { code, ticket, by, message }, ...submission }) => {
    const { role, from, description, location, version, ...edit } = readEdit(submission);
    if (code !== 'version_conflict') return { response_action: 'errors', errors: { description: message } };
    const { client, campus, texts } = submission.context;
    const [{ events }, places] = await Promise.all([
      eventsInTime({ client, number: ticket.number, role }),
      placesNow(campus),
    ]);
    const warning = whatChanged({ texts, events, versions: ticket.version - version, by: by?.name });
    const place = edit.isPlaceChosen ? edit.place : (ticket.place?.name ?? null);
    const hideName = edit.isHidingChanged ? edit.hideName : ticket.nameHidden;
    const typed = { description, location, place, hideName };
    const { id: userId } = submission.user;
    const view = editForm({ texts, ticket, places, role, from, typed, warning, userId });
    return { response_action: 'update', view };
  },
};

/** Slack waits 3 seconds in all, and the refused change has taken its part: who changed what may be left out. */
const maxEventsMs = 600;

type EventsInTimeInput = { client: Client; number: number; role: Role };

async function eventsInTime({ client, ...query }: EventsInTimeInput): Promise<Pick<EventList, 'events'>> {
  const asking = client.listEvents({ ...query, limit: 500 }).catch(() => undefined);
  return (await within({ work: asking, ms: maxEventsMs })) ?? { events: [] };
}
