// Loaded into a part before anything else: at SIGUSR2 its time of day becomes what the file in CHAOS_CLOCK_FILE says,
// in milliseconds ahead of the machine's.
import { readFileSync } from 'node:fs';

const Time = Date;
let aheadMs = 0;
const now = () => Time.now() + aheadMs;

globalThis.Date = new Proxy(Time, {
  apply: () => new Time(now()).toString(),
  construct: (_time, given, newTarget) =>
    Reflect.construct(Time, given.length === 0 ? [now()] : given, newTarget),
  get: (time, name) => (name === 'now' ? now : Reflect.get(time, name)),
});

process.on('SIGUSR2', () => {
  aheadMs = Number(readFileSync(process.env.CHAOS_CLOCK_FILE ?? '', 'utf8'));
});
