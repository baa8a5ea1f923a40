import { type Actor, type PrivacyAct, removedText } from '@campus-desk/contract';
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { type Database, events, followers, messages, privacyActs, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { type Transaction, transact } from '../transact.ts';
import { recordAct } from './record-act.ts';
import { redactTickets } from './redact.ts';
import { redactElsewhere } from './redact-elsewhere.ts';
import { replacePeople } from './replace-people.ts';

type ForgetPersonInput = { context: Context; id: string; by: string };

/**
 * Removes a person: the tickets they reported lose every text, all they wrote elsewhere goes, and an id without a name
 * stands for theirs everywhere, so that counts stay. Slack's cards and copies follow. Answers the act as recorded.
 */
export function forgetPerson({ context, id, by }: ForgetPersonInput): Promise<PrivacyAct> {
  const at = context.clock();
  return transact({
    context,
    work: async ({ tx, record }) => {
      const { numbers, reported } = await lockTickets({ tx, id });
      const redrawn = await messagesOf({ tx, id, reported });
      const counts = {
        tickets: reported.length,
        messages: await tx.$count(messages, eq(messages.actorId, id)),
        events: await tx.$count(events, eq(events.actorId, id)),
      };
      await redactTickets({ tx, numbers: reported });
      await redactElsewhere({ tx, id });
      await tx.delete(followers).where(eq(followers.userId, id));
      const somebody = { id: `forgotten-${context.newId()}`, name: removedText };
      await replacePeople({ tx, who: column => eq(column, id), by: somebody });
      await tx.update(privacyActs).set({ subject: somebody.id }).where(eq(privacyActs.subject, id));

      const actor: Actor = { id: 'administrator', name: by, role: 'helpdesk' };
      await showInSlack({ record, actor, at, numbers, redrawn });
      return recordAct({ db: tx, act: { type: 'person.forgotten', subject: somebody.id, by, at, counts } });
    },
  });
}

/** The tickets on which the person stands, locked in the order in which everybody locks several; and their own. */
async function lockTickets({ tx, id }: { tx: Database; id: string }) {
  const written = tx.select({ number: messages.ticketNumber }).from(messages).where(eq(messages.actorId, id));
  const acted = tx.select({ number: events.ticketNumber }).from(events).where(eq(events.actorId, id));
  const followed = tx
    .select({ number: followers.ticketNumber })
    .from(followers)
    .where(eq(followers.userId, id));
  const rows = await tx
    .select({ number: tickets.number, reporterId: tickets.reporterId })
    .from(tickets)
    .where(
      or(
        eq(tickets.reporterId, id),
        eq(tickets.assigneeId, id),
        inArray(tickets.number, written),
        inArray(tickets.number, acted),
        inArray(tickets.number, followed),
      ),
    )
    .orderBy(asc(tickets.number))
    .for('no key update');
  return {
    numbers: rows.map(({ number }) => number),
    reported: rows.filter(({ reporterId }) => reporterId === id).map(({ number }) => number),
  };
}

type Redrawn = { id: string; ticketNumber: number };

type MessagesOfInput = { tx: Database; id: string; reported: number[] };

/** The messages that lose their text, and that Slack may show. */
function messagesOf({ tx, id, reported }: MessagesOfInput): Promise<Redrawn[]> {
  const loses = or(eq(messages.actorId, id), inArray(messages.ticketNumber, reported));
  return tx
    .select({ id: messages.id, ticketNumber: messages.ticketNumber })
    .from(messages)
    .where(and(loses, isNull(messages.deletedAt)))
    .orderBy(asc(messages.id));
}

type ShowInSlackInput = {
  record: Transaction['record'];
  actor: Actor;
  at: Date;
  numbers: number[];
  redrawn: Redrawn[];
};

/** Events that make Slack show the cards and the copies of messages as they are now. */
async function showInSlack(input: ShowInSlackInput): Promise<void> {
  const { record, actor, at, numbers, redrawn } = input;
  const same = { actor, at, changes: {} };
  await record(
    ...numbers.map(ticketNumber => ({ ...same, ticketNumber, type: 'ticket.redacted' as const })),
    ...redrawn.map(({ id: messageId, ticketNumber }) => {
      return { ...same, ticketNumber, type: 'message.edited' as const, messageId };
    }),
  );
}
