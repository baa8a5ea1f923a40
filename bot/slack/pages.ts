type Page = { response_metadata?: { next_cursor?: string | undefined } | undefined };

/** All pages of a list of Slack's, read one after the other as they are asked for. */
export async function* slackPagesOf<Answer extends Page>(
  read: (cursor: string | undefined) => Promise<Answer>,
): AsyncGenerator<Answer> {
  let cursor: string | undefined;
  do {
    const answer = await read(cursor);
    yield answer;
    cursor = answer.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
}
