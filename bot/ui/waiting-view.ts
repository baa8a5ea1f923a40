import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line } from './elements.ts';
import { modal } from './modal.ts';
import { type Page, pageTitle, writePage } from './page.ts';
import type { Texts } from './texts/texts.ts';

type PageTexts = { page: Page; texts: Texts };

/** The skeleton of a page whose data is on its way; it fills itself. */
export function loadingView({ page, texts }: PageTexts): ModalView {
  return modal({
    title: pageTitle({ page, texts }),
    close: texts.common.done,
    callbackId: ids.page.view,
    metadata: writePage(page),
    blocks: [line(texts.common.loading)],
  });
}

/** A page that could not be drawn: why, and a button to try again. */
export function failedView({ page, message, texts }: PageTexts & { message: string }): ModalView {
  return modal({
    title: pageTitle({ page, texts }),
    close: texts.common.done,
    callbackId: ids.page.view,
    metadata: writePage(page),
    blocks: [
      line(message),
      { type: 'actions', elements: [button({ text: texts.common.tryAgain, actionId: ids.page.reload })] },
    ],
  });
}

type NoticeViewInput = { title: string; message: string; texts: Texts };

/** An act in a modal that failed without a page to return to. */
export function noticeView({ title, message, texts }: NoticeViewInput): ModalView {
  const close = texts.common.done;
  return modal({ title, callbackId: ids.page.view, close, metadata: '', blocks: [line(message)] });
}
