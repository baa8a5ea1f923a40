import { maxLocationLength, maxTextLength, type Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { line, quotation } from './elements.ts';
import { hideNameField, readHideNameField } from './hide-name-field.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { placeField, readPlaceField } from './place-select.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { placeBesides } from './ticket-facts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';
import { whatDidNotFit } from './what-did-not-fit.ts';

/** What a person typed into the form. */
type Typed = { description: string; location: string | null; place: string | null; hideName: boolean };

type EditFormInput = Pick<TicketForm, 'role' | 'from'> & {
  texts: Texts;
  ticket: Ticket;
  places?: string[];
  typed?: Typed;
  warning?: string;
  /** Who edits. */
  userId?: string | undefined;
};

/**
 * The form that edits description and location. After a conflict it holds the newer version, what was typed, and a
 * warning with the description as it is now.
 */
export function editForm(input: EditFormInput): ModalView {
  const { texts, ticket, role, from, warning, userId } = input;
  const { description, location, place, hideName } = input.typed ?? typedOf(ticket);
  const mayHide = role === 'helpdesk' || ticket.reporter.id === userId;
  const { edit, title } = texts.ticket;
  const { report, common } = texts;
  const reference = { role, number: ticket.number, version: ticket.version, from };
  return form({
    title: title.edit({ number: ticket.number }),
    callbackId: ids.edit.submit,
    submit: edit.save,
    close: common.cancel,
    metadata: JSON.stringify({
      form: writeTicketForm(reference),
      place: ticket.place?.name ?? null,
      nameHidden: ticket.nameHidden,
    }),
    blocks: [
      ...(warning === undefined
        ? []
        : [line(warning), quotation(shorten({ text: factsNow({ ticket, texts }), max: 3000 }))]),
      textField({
        name: 'description',
        label: report.what,
        value: description,
        max: maxTextLength,
        multiline: true,
      }),
      textField({
        name: 'location',
        label: report.where,
        value: location ?? '',
        max: maxLocationLength,
        optional: true,
      }),
      ...placeField({ texts, places: toChoose(input), ticket, chosen: place }),
      ...(mayHide ? [hideNameField({ role, isHidden: hideName, texts })] : []),
      ...whatDidNotFit({ text: description, texts }),
      ...wayBack({ reference, texts }),
    ],
  });
}

/** The places of the campus; after a conflict at least what was chosen, also where they are not known in time. */
function toChoose({ places = [], ticket, typed }: Pick<EditFormInput, 'places' | 'ticket' | 'typed'>) {
  if (places.length > 0 || typed === undefined) return places;
  return [typed.place, ticket.place?.name ?? null].filter(name => name !== null);
}

function typedOf({ description, location, place, nameHidden }: Ticket): Typed {
  return { description, location, place: place?.name ?? null, hideName: nameHidden };
}

const metadataSchema = z.object({
  form: z.string(),
  place: z.string().nullable(),
  nameHidden: z.boolean().default(false),
});

type Edit = TicketForm & Typed & { isPlaceChosen: boolean; isHidingChanged: boolean };

/** What was typed, for which version of the ticket, and whether place and hiding are others now; throws when the metadata is not ours. */
export function readEdit({ metadata, values }: { metadata: string; values: ViewValues }): Edit {
  const { form: ticketForm, place: shown, nameHidden } = metadataSchema.parse(JSON.parse(metadata));
  const chosen = readPlaceField(values);
  const hideName = readHideNameField(values) ?? nameHidden;
  return {
    ...readTicketForm(ticketForm),
    description: textOf({ values, name: 'description' }),
    location: textOf({ values, name: 'location' }) || null,
    place: chosen ?? null,
    isPlaceChosen: chosen !== undefined && chosen !== shown,
    hideName,
    isHidingChanged: hideName !== nameHidden,
  };
}

function factsNow({ ticket, texts }: Pick<EditFormInput, 'ticket' | 'texts'>): string {
  const { edit } = texts.ticket;
  const { description, location } = ticket;
  const place = placeBesides(ticket);
  const where = location === null ? [] : [edit.where({ location })];
  return [description, ...where, ...(place === undefined ? [] : [edit.place({ place })])].join('\n');
}
