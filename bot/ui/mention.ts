import type { RichTextUserMention } from '@slack/types';

/** A person mentioned by us: `token` in a fallback, `element` in rich text. */
export type Mention = { token: string; element: RichTextUserMention };

const slackUserId = /^[UW][A-Z0-9]+$/;

/** The mention of a Slack user, so that Slack tells them; undefined for an id that is none, such as an API client's. */
export function mentionOf({ id }: { id: string }): Mention | undefined {
  return slackUserId.test(id) ? { token: `<@${id}>`, element: { type: 'user', user_id: id } } : undefined;
}
