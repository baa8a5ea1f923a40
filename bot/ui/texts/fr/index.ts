import { common } from './common.ts';
import { report } from './report.ts';
import { ticket } from './ticket.ts';
import { wave } from './wave.ts';

export const fr = { common, report, ticket, wave };
