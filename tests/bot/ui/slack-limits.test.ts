import { languages, roles, type Ticket, unknownCampus } from '@campus-desk/contract';
import { checkBlocks, checkView, textVolume } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { answerAllForm } from '../../../bot/ui/answer-all-form.ts';
import { answerForm } from '../../../bot/ui/answer-form.ts';
import { assignForm } from '../../../bot/ui/assign-form.ts';
import { closeForm } from '../../../bot/ui/close-form.ts';
import { duplicateForm } from '../../../bot/ui/duplicate-form.ts';
import { editForm } from '../../../bot/ui/edit-form.ts';
import { entranceView } from '../../../bot/ui/entrance-view.ts';
import { filedView } from '../../../bot/ui/filed-view.ts';
import { filingForm } from '../../../bot/ui/filing-form.ts';
import { helpdeskCard } from '../../../bot/ui/helpdesk-card.ts';
import { joinedView } from '../../../bot/ui/joined-view.ts';
import { listView } from '../../../bot/ui/list-view.ts';
import { searchPage } from '../../../bot/ui/lists.ts';
import { noteForm } from '../../../bot/ui/note-form.ts';
import { replyForm } from '../../../bot/ui/reply-form.ts';
import { reporterCard } from '../../../bot/ui/reporter-card.ts';
import { splitView } from '../../../bot/ui/split-view.ts';
import { textsIn } from '../../../bot/ui/texts/texts.ts';
import { ticketView } from '../../../bot/ui/ticket-view.ts';
import { waitForm } from '../../../bot/ui/wait-form.ts';
import { failedView, loadingView, noticeView } from '../../../bot/ui/waiting-view.ts';
import { hostileTexts, hostileTickets, sampleMessage, sampleTicket } from '../sample-ticket.ts';

/** The longest name that Slack lets a command have. */
const command = `/${'c'.repeat(31)}`;
const form = { role: 'helpdesk', number: 2_147_483_647, version: 1, from: 'modal' } as const;

describe.each(Object.entries(hostileTexts))('with texts that are %s', (_name, text) => {
  const tickets = hostileTickets(text);

  test.each(tickets)('both cards of a ticket that is $status fit into a message', ticket => {
    for (const card of cardsOf(ticket)) {
      expect(checkBlocks({ blocks: card.blocks, surface: 'message', at: [] })).toEqual([]);
      expect(textVolume(card.blocks)).toBeLessThanOrEqual(8000);
      expect(card.text.length).toBeLessThanOrEqual(3000);
    }
  });

  test.each(tickets)('the fallback of a ticket that is $status holds no token of the text', ticket => {
    for (const { text: fallback } of cardsOf(ticket)) expect(fallback).not.toMatch(/[<>]/);
  });

  test.each(tickets)('the modal of a ticket that is $status is a valid view', ticket => {
    const message = sampleMessage({
      body: text,
      actor: { id: 'U1', name: text.slice(0, 255), role: 'user' },
    });
    const messages = Array.from({ length: 5 }, () => message);
    for (const role of roles)
      expectView(ticketView({ texts: textsIn('en'), ticket, role, messages, notice: text }));
  });

  test.each(languages)('every other modal is a valid view in %s', language => {
    const texts = textsIn(language);
    const [ticket = sampleTicket()] = tickets;
    const asTicket = { ...ticket, number: form.number };
    const page = searchPage({ role: 'helpdesk', userId: 'U01', search: { q: text.slice(0, 200) } });
    const list = {
      tickets: tickets.map((t, i) => ({ ...t, number: i + 1 })),
      nextCursor: 'c'.repeat(500),
      total: 30,
    };
    expectView(
      filingForm({
        texts,
        filing: { role: 'helpdesk', description: text + text, followUpOf: 2_147_483_646, reach: 'message' },
        isTold: true,
      }),
    );
    expectView(filedView({ texts, ticket: asTicket, role: 'user', command, cardPlace: undefined }));
    expectView(
      filedView({
        texts,
        ticket: asTicket,
        role: 'user',
        command,
        cardPlace: 'direct messages',
        isAnswered: true,
      }),
    );
    expectView(editForm({ texts, ticket, role: 'helpdesk', from: 'modal', warning: text }));
    expectView(
      assignForm({ texts, reference: form, assignee: { id: 'U2', name: text.slice(0, 255) }, userId: 'U1' }),
    );
    const waiting = { until: '2026-11-23T09:00:00.000Z', reason: text };
    expectView(waitForm({ texts, reference: form, waiting, now: 0 }));
    for (const role of roles)
      expectView(ticketView({ texts, ticket: asTicket, role, messages: [sampleMessage({ body: text })] }));
    expectView(closeForm({ texts, reference: form, duplicates: [] }));
    const again = { closingNote: text, closeDuplicates: true, warning: text };
    expectView(closeForm({ texts, reference: form, duplicates: [form.number, form.number], again }));
    expectView(replyForm({ reference: form, texts }));
    expectView(noteForm({ reference: form, texts }));
    expectView(duplicateForm({ texts, reference: form, similar: list.tickets }));
    expectView(duplicateForm({ texts, reference: form, similar: [] }));
    expectView(
      answerAllForm({ texts, reference: form, ticket: { ...ticket, number: form.number, followers: 40 } }),
    );
    const answer = { title: text.slice(0, 75).toWellFormed(), when: null, text, category: null };
    const campus = { ...unknownCampus, answers: Array.from({ length: 100 }, () => answer) };
    for (const chosen of [undefined, 99, 100])
      expectView(answerForm({ texts, reference: form, ticket, campus, language: 'it', chosen }));
    expectView(listView({ page, list, now: 0, texts }));
    expectView(loadingView({ page, texts }));
    expectView(failedView({ page, message: text, texts }));
    expectView(splitView({ tickets: [asTicket, asTicket], role: 'user', texts }));
    for (const joinedFor of [undefined, text.slice(0, 255)])
      expectView(joinedView({ texts, ticket: asTicket, role: 'user', command, userId: 'U9', joinedFor }));
    expectView(noticeView({ title: 'Campus Desk', message: text, texts }));
    for (const role of roles) expectView(entranceView({ role, command, texts }));
  });
});

/** Both cards in every language. */
function cardsOf(ticket: Ticket) {
  return languages
    .map(textsIn)
    .flatMap(texts => [helpdeskCard, reporterCard].map(draw => draw({ ticket, texts })));
}

function expectView(view: unknown): void {
  expect(checkView({ view, type: 'modal' })).not.toHaveProperty('problems');
}
