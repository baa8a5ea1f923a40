import { commands } from './commands.ts';
import { common } from './common.ts';
import { report } from './report.ts';
import { ticket } from './ticket.ts';
import { wave } from './wave.ts';

/** The messages of each surface; the other languages have the same. */
export const en = { commands, common, report, ticket, wave };
