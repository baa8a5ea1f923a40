/** The page's pure parts, for tests and for programs that read Slack's text and forms as its client does. */
export { checkForm } from './elements/check-input.ts';
export { initialState, isEmptyValue, reconcileState } from './elements/element-state.ts';
export { applyEvent, keepEphemerals } from './state/apply-event.ts';
export { stepsDoneBy, stepsDoneByActingAs } from './state/tour-goals.ts';
export { formatDate } from './text/dates.ts';
export { type Paragraph, parseMrkdwn } from './text/mrkdwn.ts';
export type { Inline } from './text/token.ts';
