import type { Sandbox } from 'slack-sandbox';

/** When the bot posted, in milliseconds since 1970, oldest first. */
export function watchPosts(sandbox: Sandbox): { postedAt: number[]; stop: () => void } {
  const postedAt: number[] = [];
  let lastId = 0;
  const timer = setInterval(() => {
    for (const { id, at, what, status } of sandbox.traffic()) {
      if (id > lastId && what === 'chat.postMessage' && status === 'ok') postedAt.push(Date.parse(at));
      if (id > lastId) lastId = id;
    }
  }, 200);
  return { postedAt, stop: () => clearInterval(timer) };
}
