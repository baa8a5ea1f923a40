import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenView } from '../../protocol.ts';
import { Blocks } from '../blocks/block.tsx';
import { Icon, IconButton } from '../controls/icons.tsx';
import { useKeptFocus } from '../controls/use-kept-focus.ts';
import { useNotice } from '../controls/use-notice.ts';
import { checkForm } from '../elements/check-input.ts';
import { actionIdOf, elementsOf, inputIdOf } from '../elements/element-types.ts';
import { formOf } from '../elements/forms.ts';
import { readBlocks, readView } from '../elements/read-blocks.ts';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { act } from '../state/acts.ts';
import { plainText } from '../text/formatted.tsx';

const CONTROLS = 'input, select, textarea, button';
/** Of radio buttons the chosen one is the first to get the focus. */
const FIRST_CONTROL = `:is(${CONTROLS}):not(.choice-list:has(:checked) input:not(:checked))`;

/** One view as a dialog. The browser keeps the focus inside and gives it back afterwards. */
export function Modal({ open, depth }: { open: OpenView; depth: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const view = readView(open.view);
  const blocks = useMemo(() => readBlocks(open.view.blocks), [open.view]);
  const [isSubmitting, setSubmitting] = useState(false);
  const [trouble, setTrouble] = useNotice();
  const [ownErrors, setOwnErrors] = useState<Record<string, string>>({});
  const key = `view:${open.id}`;
  const errors = { ...open.errors, ...ownErrors };

  useShownDialog(dialog);
  useFocusOnLoad({ dialog, viewId: open.id, wanted: focusWanted(key, blocks) });
  useEffect(() => {
    setTrouble('');
    // A view that is drawn again keeps what is still wrong with a field, as it keeps what is typed into it.
    const found = checkForm(blocks, formOf(key, blocks));
    setOwnErrors(shown => Object.fromEntries(Object.entries(found).filter(([field]) => field in shown)));
  }, [open.id, open.view]);
  useKeptFocus({
    part: dialog,
    controls: [`.modal-body :is(${CONTROLS})`, '.modal-foot button'],
    drawn: open.view,
  });
  useFocusOnError(dialog, JSON.stringify(errors));

  const surface: Surface = {
    key,
    source: { kind: 'view', viewId: open.id },
    blocks,
    showTrouble: setTrouble,
  };
  const submit = async () => {
    if (isSubmitting) return;
    const state = formOf(key, blocks);
    const found = checkForm(blocks, state);
    setOwnErrors(found);
    setTrouble('');
    if (Object.keys(found).length > 0) return;
    setSubmitting(true);
    const result = await act({ type: 'submit', viewId: open.id, state });
    setSubmitting(false);
    if (!result.ok) setTrouble(result.message);
  };
  const close = async (all: boolean) => {
    const result = await act({ type: 'close_view', viewId: open.id, all });
    if (!result.ok) setTrouble(result.message);
  };
  // A refused form says what is wrong under its fields; the banner is for everything else.
  const banner = open.trouble || (Object.keys(errors).length > 0 ? '' : trouble);

  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby="modal-title"
      onCancel={event => {
        event.preventDefault();
        void close(false);
      }}
    >
      <form
        noValidate
        aria-busy={isSubmitting}
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="modal-head">
          {depth > 1 && <IconButton icon="back" label="Back" onClick={() => void close(false)} />}
          <h2 id="modal-title">{plainText(view.title)}</h2>
          <IconButton icon="close" label="Close dialog" onClick={() => void close(true)} />
        </header>
        {banner && (
          <p class="trouble" role="alert">
            <Icon name="warning" /> {banner}
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long view must scroll by keyboard too */}
        <section class="modal-body" aria-label="Content" tabIndex={0} key={open.id}>
          <SurfaceContext.Provider value={surface}>
            <Blocks blocks={blocks} errors={errors} />
          </SurfaceContext.Provider>
        </section>
        <footer class="modal-foot">
          <button type="button" class="button" onClick={() => void close(false)}>
            {view.close ? plainText(view.close) : 'Close'}
          </button>
          {view.submit && (
            <button
              type="submit"
              class={`button primary ${isSubmitting ? 'is-waiting' : ''}`}
              aria-disabled={isSubmitting || undefined}
            >
              {plainText(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

function useShownDialog(dialog: { current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
}

type FocusWish = { dialog: { current: HTMLDialogElement | null }; viewId: string; wanted: string };

function useFocusOnLoad({ dialog, viewId, wanted }: FocusWish): void {
  useLayoutEffect(() => {
    const body = dialog.current?.querySelector('.modal-body');
    const named = wanted ? document.getElementById(wanted) : undefined;
    const field =
      named ??
      body?.querySelector<HTMLElement>(FIRST_CONTROL) ??
      dialog.current?.querySelector<HTMLElement>('.modal-foot button');
    if (!(field instanceof HTMLElement)) return;
    field.focus();
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) moveCaretToEnd(field);
  }, [viewId]);
}

function useFocusOnError(dialog: { current: HTMLDialogElement | null }, errors: string): void {
  useEffect(() => {
    if (errors !== '{}')
      dialog.current?.querySelector<HTMLElement>('.has-error :is(input, select, textarea)')?.focus();
  }, [errors]);
}

function moveCaretToEnd(field: HTMLInputElement | HTMLTextAreaElement): void {
  // Only text fields have a caret; the others refuse.
  if (field.type === 'text' || field.type === 'textarea')
    field.setSelectionRange(field.value.length, field.value.length);
}

function focusWanted(key: string, blocks: ReturnType<typeof readBlocks>): string {
  const wanted = elementsOf(blocks).find(
    ({ element }) => 'focus_on_load' in element && element.focus_on_load,
  );
  return wanted ? inputIdOf({ key, blockId: wanted.blockId, actionId: actionIdOf(wanted.element) }) : '';
}
