import { commands } from './commands.ts';
import { common } from './common.ts';
import { report } from './report.ts';
import { ticket } from './ticket.ts';
import { wave } from './wave.ts';

export const es = { commands, common, report, ticket, wave };
