import { commands } from './commands.ts';
import { common } from './common.ts';
import { report } from './report.ts';
import { ticket } from './ticket.ts';
import { wave } from './wave.ts';

export const fr = { commands, common, report, ticket, wave };
