/**
 * One answer for all who ask while another is on its way: it is asked for after each of them, so that none learns what was
 * so before they asked.
 */
export function shareNext<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | undefined;
  const begin = () => {
    next = undefined;
    const asked = ask();
    running = asked.catch(() => undefined);
    return asked;
  };
  return () => (next ??= running.then(begin));
}
