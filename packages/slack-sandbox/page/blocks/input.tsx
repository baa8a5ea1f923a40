import type { InputBlock } from '@slack/types';
import { useContext } from 'preact/hooks';
import { Icon } from '../controls/icons.tsx';
import { Element } from '../elements/element.tsx';
import { actionIdOf, inputIdOf } from '../elements/element-types.ts';
import { SurfaceContext } from '../elements/surface.ts';
import { plainText } from '../text/formatted.tsx';

type InputBlockViewProps = { block: InputBlock; blockId: string; error: string };

/** A labelled input with its hint and, after a refused submission, what is wrong with it. */
export function InputBlockView({ block, blockId, error }: InputBlockViewProps) {
  const { element } = block;
  const { key } = useContext(SurfaceContext);
  const inputId = inputIdOf({ key, blockId, actionId: actionIdOf(element) });
  const hintId = `${inputId}-hint`;
  const errorId = `${inputId}-error`;
  const describedBy = [error && errorId, block.hint && hintId].filter(Boolean).join(' ') || undefined;
  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes';
  const label = (
    <>
      {plainText(block.label)}
      {block.optional && <span class="optional"> (optional)</span>}
    </>
  );
  return (
    <div class={`block-input ${error ? 'has-error' : ''}`}>
      {isGroup ? (
        <span id={`${inputId}-label`} class="label">
          {label}
        </span>
      ) : (
        <label id={`${inputId}-label`} class="label" for={inputId}>
          {label}
        </label>
      )}
      <Element
        element={element}
        field={{
          blockId,
          inputId,
          isLabelled: true,
          describedBy,
          isInvalid: error !== '',
          isOptional: block.optional === true,
          sendsActions: block.dispatch_action === true,
        }}
      />
      {error && (
        <p id={errorId} class="field-error" role="alert">
          <Icon name="warning" size={15} /> {error}
        </p>
      )}
      {block.hint && (
        <p id={hintId} class="hint">
          {plainText(block.hint)}
        </p>
      )}
    </div>
  );
}
