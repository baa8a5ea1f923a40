import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line } from './elements.ts';
import { modal } from './modal.ts';
import { type Page, pageTitle, writePage } from './page.ts';

/** The skeleton of a page whose data is on its way; it fills itself. */
export function loadingView(page: Page): ModalView {
  return modal({
    title: pageTitle(page),
    callbackId: ids.page.view,
    metadata: writePage(page),
    blocks: [line('Loading …')],
  });
}

/** A page that could not be drawn: why, and a button to try again. */
export function failedView({ page, message }: { page: Page; message: string }): ModalView {
  return modal({
    title: pageTitle(page),
    callbackId: ids.page.view,
    metadata: writePage(page),
    blocks: [
      line(message),
      { type: 'actions', elements: [button({ text: 'Try again', actionId: ids.page.reload })] },
    ],
  });
}

/** An act in a modal that failed without a page to return to. */
export function noticeView({ title, message }: { title: string; message: string }): ModalView {
  return modal({ title, callbackId: ids.page.view, metadata: '', blocks: [line(message)] });
}
