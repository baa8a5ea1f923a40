// A program of its own: asks /readyz of the part at this port of this machine; the exit code is 1 when it is not ready.
// Plain JavaScript, because it is started every few seconds.
const [port] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
