import { common } from './common.ts';
import { report } from './report.ts';
import { ticket } from './ticket.ts';

export const it = { common, report, ticket };
