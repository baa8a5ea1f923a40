import { readMark } from './note-mark.ts';
import type { Comment } from './read-comment.ts';
import type { SlackMessageReading } from './read-slack-message.ts';

/**
 * What somebody did in a helpdesk thread, with its notes told from its messages. An edit that takes the mark away leaves
 * the note a note, also when the note itself was never delivered.
 */
export function markNotes(reading: SlackMessageReading): SlackMessageReading {
  if (reading.kind === 'ignore') return reading;
  if (reading.kind === 'comment') return { ...reading, ...readMark(reading.body) };
  if (reading.kind === 'deletion') return { ...reading, comment: reading.comment && marked(reading.comment) };
  const comment = marked(reading.comment);
  return { ...reading, comment: { ...comment, internal: comment.internal || reading.wasNote === true } };
}

function marked(comment: Comment): Comment {
  return { ...comment, ...readMark(comment.body) };
}
