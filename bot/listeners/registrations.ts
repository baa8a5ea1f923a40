import type { CommandNames } from '../config.ts';
import { ids } from '../ids.ts';
import { addMessage } from './actions/add-message.ts';
import { answerCategory } from './actions/answer-category.ts';
import { chooseAnswer } from './actions/choose-answer.ts';
import { chooseRole } from './actions/choose-role.ts';
import { endWaiting } from './actions/end-waiting.ts';
import { filterByCategory, filterByPart, filterByPlace, filterByStatus } from './actions/filter-list.ts';
import { giveBack } from './actions/give-back.ts';
import { groupWave } from './actions/group-wave.ts';
import { hintCategory } from './actions/hint-category.ts';
import { keepAsOne } from './actions/keep-as-one.ts';
import { sendListCsv } from './actions/list-csv.ts';
import { offerNote } from './actions/offer-note.ts';
import { openFiling } from './actions/open-filing.ts';
import {
  openAnswerAll,
  openClose,
  openEdit,
  openFollowUp,
  openMore,
  openReply,
} from './actions/open-form.ts';
import { openList } from './actions/open-list.ts';
import { reloadPage } from './actions/reload-page.ts';
import { reportMessage } from './actions/report-message.ts';
import { declineOffers, joinFromTicket, joinTicket, leaveTicket } from './actions/same-here.ts';
import { sayNotSolved, saySolved } from './actions/say-solved.ts';
import { setCategory } from './actions/set-category.ts';
import { setPlace } from './actions/set-place.ts';
import { setUrgent } from './actions/set-urgent.ts';
import { solvedByAnswer } from './actions/solved-by-answer.ts';
import { splitTicket } from './actions/split-ticket.ts';
import { startTicket } from './actions/start-ticket.ts';
import { chooseAnalysis } from './actions/stats-analysis.ts';
import { sendStatsCsv } from './actions/stats-csv.ts';
import { refreshStats } from './actions/stats-refresh.ts';
import { turnPage } from './actions/turn-page.ts';
import { undoDuplicate } from './actions/undo-duplicate.ts';
import { backToTicket, viewTicket } from './actions/view-ticket.ts';
import { stats } from './commands/stats.ts';
import { ticket } from './commands/ticket.ts';
import { appMention } from './events/app-mention.ts';
import { channelIdChanged } from './events/channel-id-changed.ts';
import { message } from './events/message.ts';
import { reactionAdded } from './events/reaction-added.ts';
import type { ClickListener } from './handling/click.ts';
import type { CommandListener } from './handling/on-command.ts';
import type { EventListener } from './handling/on-event.ts';
import type { ShortcutListener } from './handling/on-shortcut.ts';
import type { Form } from './handling/on-submit.ts';
import {
  chooseCategory,
  choosePart,
  enterHome,
  nextOfHome,
  previousOfHome,
  reloadHome,
  reportFromHome,
} from './home/change-home.ts';
import { homeOpened } from './home/home-opened.ts';
import { createTicket } from './shortcuts/create-ticket.ts';
import { answerAllForm } from './views/answer-all.ts';
import { answerTicketForm } from './views/answer-ticket.ts';
import { assignTicketForm } from './views/assign-ticket.ts';
import { closeTicketForm } from './views/close-ticket.ts';
import { editTicketForm } from './views/edit-ticket.ts';
import { fileTicketForm } from './views/file-ticket.ts';
import { markDuplicateForm } from './views/mark-duplicate.ts';
import { noteTicketForm } from './views/note-ticket.ts';
import { replyTicketForm } from './views/reply.ts';
import { statsFormSubmission } from './views/stats.ts';
import { waitTicketForm } from './views/wait-ticket.ts';

/** Every listener by what it listens to; the app manifests name the same commands, shortcuts and events. */
export const commands: Record<keyof CommandNames, CommandListener> = { ticket, stats };

export const clicks: Record<string, ClickListener> = {
  [ids.entrance.role]: chooseRole,
  [ids.file.open]: openFiling,
  [ids.file.solved]: solvedByAnswer,
  [ids.file.description]: hintCategory,
  [ids.file.location]: hintCategory,
  [ids.offer.join]: joinTicket,
  [ids.offer.different]: declineOffers,
  [ids.follower.join]: joinFromTicket,
  [ids.follower.leave]: leaveTicket,
  [ids.list.all]: openList('all'),
  [ids.list.mine]: openList('mine'),
  [ids.list.queue]: openList('queue'),
  [ids.list.next]: turnPage('next'),
  [ids.list.previous]: turnPage('previous'),
  [ids.list.csv]: sendListCsv,
  [ids.list.show]: filterByPart,
  [ids.list.status]: filterByStatus,
  [ids.list.category]: filterByCategory,
  [ids.list.place]: filterByPlace,
  [ids.home.role]: enterHome,
  [ids.home.report]: reportFromHome,
  [ids.home.category]: chooseCategory,
  [ids.home.next]: nextOfHome,
  [ids.home.previous]: previousOfHome,
  [ids.home.reload]: reloadHome,
  [ids.home.part.all]: choosePart,
  [ids.home.part.unassigned]: choosePart,
  [ids.home.part.mine]: choosePart,
  [ids.home.part.helpdesk]: choosePart,
  [ids.home.part.reporter]: choosePart,
  [ids.page.reload]: reloadPage,
  [ids.ticket.view]: viewTicket,
  [ids.ticket.back]: backToTicket,
  [ids.ticket.start]: startTicket,
  [ids.ticket.more]: openMore,
  [ids.answer.choose]: chooseAnswer,
  [ids.assign.giveBack]: giveBack,
  [ids.wait.end]: endWaiting,
  [ids.duplicate.undo]: undoDuplicate,
  [ids.wave.group]: groupWave,
  [ids.ticket.place]: setPlace,
  [ids.ticket.split]: splitTicket,
  [ids.ticket.keep]: keepAsOne,
  [ids.ticket.urgent.set]: setUrgent(true),
  [ids.ticket.urgent.clear]: setUrgent(false),
  [ids.ticket.note.offer]: offerNote(true),
  [ids.ticket.note.keep]: offerNote(false),
  [ids.ticket.category]: setCategory,
  [ids.ticket.pick.facility]: setCategory,
  [ids.ticket.pick.it]: setCategory,
  [ids.ticket.pick.service]: setCategory,
  [ids.ticket.answer.facility]: answerCategory,
  [ids.ticket.answer.it]: answerCategory,
  [ids.ticket.answer.service]: answerCategory,
  [ids.edit.open]: openEdit,
  [ids.answerAll.open]: openAnswerAll,
  [ids.close.open]: openClose,
  [ids.reply.open]: openReply,
  [ids.followUp.open]: openFollowUp,
  [ids.solved.yes]: saySolved,
  [ids.solved.no]: sayNotSolved,
  [ids.message.add]: addMessage,
  [ids.message.report]: reportMessage,
  [ids.stats.analysis]: chooseAnalysis,
  [ids.stats.refresh]: refreshStats,
  [ids.stats.csv]: sendStatsCsv,
};

export const forms: Record<string, Form> = {
  [ids.file.submit]: fileTicketForm,
  [ids.edit.submit]: editTicketForm,
  [ids.assign.submit]: assignTicketForm,
  [ids.wait.submit]: waitTicketForm,
  [ids.duplicate.submit]: markDuplicateForm,
  [ids.close.submit]: closeTicketForm,
  [ids.reply.submit]: replyTicketForm,
  [ids.note.submit]: noteTicketForm,
  [ids.answer.submit]: answerTicketForm,
  [ids.answerAll.submit]: answerAllForm,
  [ids.stats.submit]: statsFormSubmission,
};

export const shortcuts: Record<string, ShortcutListener> = { [ids.shortcuts.createTicket]: createTicket };

export const events: Record<string, EventListener> = {
  message,
  app_mention: appMention,
  reaction_added: reactionAdded,
  channel_id_changed: channelIdChanged,
  app_home_opened: homeOpened,
};
