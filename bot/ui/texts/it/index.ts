import { common } from './common.ts';
import { report } from './report.ts';

export const it = { common, report };
