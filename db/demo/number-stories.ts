import { monotonicFactory } from 'ulid';
import type { corrections, events, messages, tickets } from '../schema/index.ts';
import type { Random } from './random.ts';
import type { Story, StoryMessage } from './story.ts';

export type DemoRows = {
  tickets: (typeof tickets.$inferInsert & { number: number })[];
  messages: (typeof messages.$inferInsert)[];
  corrections: (typeof corrections.$inferInsert)[];
  /** In the order in which they happened. */
  events: (typeof events.$inferInsert)[];
};

/** How soon Slack showed what happened, in milliseconds. */
const shownAfterMs = 1200;

/** The stories as rows: tickets numbered from 1 as they were filed, messages and events in order of time. */
export function numberStories({ stories, random }: { stories: Story[]; random: Random }): DemoRows {
  const inOrder = stories.toSorted(
    (one, other) => one.ticket.openedAt.getTime() - other.ticket.openedAt.getTime(),
  );
  const numbers = new Map(inOrder.map((story, index) => [story, index + 1]));
  const numberOf = (story: Story | undefined) => (story && numbers.get(story)) ?? null;
  const ids = nameMessages({ messages: inOrder.flatMap(story => story.messages), random });

  return {
    tickets: inOrder.map((story, index) => ({
      ...story.ticket,
      number: index + 1,
      followUpOf: numberOf(story.followUpOf),
    })),
    messages: inOrder.flatMap((story, index) =>
      story.messages.map(message => ({
        ...message.values,
        id: ids.get(message) ?? '',
        ticketNumber: index + 1,
      })),
    ),
    corrections: inOrder
      .flatMap((story, index) => story.corrections.map(values => ({ ...values, ticketNumber: index + 1 })))
      .toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    events: inOrder
      .flatMap((story, index) =>
        story.events.map(({ message, changes, ...event }) => ({
          ...event,
          changes:
            event.type === 'ticket.filed' ? withFollowUp(changes, numberOf(story.followUpOf)) : changes,
          ticketNumber: index + 1,
          messageId: message === undefined ? null : (ids.get(message) ?? null),
          shownAt: story.isLive ? null : new Date(event.at.getTime() + shownAfterMs),
        })),
      )
      .toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  };
}

/** ULIDs that sort by time, as the API gives them. */
function nameMessages({ messages, random }: { messages: StoryMessage[]; random: Random }) {
  const newId = monotonicFactory(random.next);
  const inOrder = messages.toSorted(
    (one, other) => one.values.createdAt.getTime() - other.values.createdAt.getTime(),
  );
  return new Map(inOrder.map(message => [message, newId(message.values.createdAt.getTime())]));
}

function withFollowUp(changes: Story['events'][number]['changes'], number: number | null) {
  return number === null ? changes : { ...changes, followUpOf: { from: null, to: number } };
}
