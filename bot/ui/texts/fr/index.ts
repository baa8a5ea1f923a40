import { buttons } from './buttons.ts';
import { cards } from './cards.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { facts } from './facts.ts';
import { home } from './home.ts';
import { list } from './list.ts';
import { messages } from './messages.ts';
import { notices } from './notices.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';
import { stats } from './stats.ts';
import { ticket } from './ticket.ts';
import { wave } from './wave.ts';

export const fr = {
  buttons,
  cards,
  commands,
  common,
  errors,
  facts,
  home,
  list,
  messages,
  notices,
  report,
  schedule,
  search,
  stats,
  ticket,
  wave,
};
