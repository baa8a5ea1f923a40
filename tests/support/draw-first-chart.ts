/** Has a chart server draw: its first chart may take a busy machine longer than the bot waits. */
export async function drawFirstChart(url: string): Promise<void> {
  const chart = encodeURIComponent('{ "type": "bar", "data": { "datasets": [] } }');
  const { ok, status } = await fetch(`${url}/chart?c=${chart}`);
  if (!ok) throw new Error(`The chart server answers ${status}.`);
}
