import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/stored-message.ts';
import { changeMessage } from './change-message.ts';

const maxPreviews = 5;

/**
 * Shows previews of the links in what a person wrote: Slack changes the message for that, and the app gets a
 * `message_changed` that is no edit.
 */
export function previewLinks({ slack, message }: { slack: Slack; message: StoredMessage }): void {
  const links = [...message.text.matchAll(/<(https?:\/\/[^>|]+)/g)].flatMap(([, link]) => link ?? []);
  if (links.length === 0 || slack.trouble.get().withoutPreviews) return;
  const previews = [...new Set(links)].slice(0, maxPreviews).map((link, index) => previewOf(link, index + 1));
  const { text, blocks, metadata, attachments = [] } = message;
  const edit = { text, attachments: [...attachments, ...previews], ...(blocks && { blocks }) };
  changeMessage({ slack, message, edit: { ...edit, ...(metadata && { metadata }) } });
}

/** What Slack would read there is not known here: the preview names the place. */
function previewOf(escaped: string, id: number) {
  const link = escaped.replaceAll('&amp;', '&');
  const { hostname } = new URL(link);
  return {
    id,
    from_url: link,
    original_url: link,
    service_name: hostname,
    title: hostname,
    title_link: link,
    text: `A page of ${hostname}`,
    fallback: hostname,
  };
}
