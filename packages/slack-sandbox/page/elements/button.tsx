import type { Button, WorkflowButton } from '@slack/types';
import { safeUrl } from '../text/entities.ts';
import { plainText } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { useElement } from './use-element.ts';

/** A button; one with a `url` opens it and is still sent to the app. */
export function ButtonElement({ element, field }: ElementProps<Button | WorkflowButton>) {
  const { isWaiting, send } = useElement(element, field);
  const words = plainText(element.text);
  const press = () => {
    const url = 'url' in element ? safeUrl(element.url ?? '') : undefined;
    if (url) window.open(url, '_blank', 'noopener');
    const value = 'value' in element && element.value !== undefined ? { value: element.value } : {};
    void send({ text: element.text, ...value, ...(element.style ? { style: element.style } : {}) });
  };
  return (
    <button
      type="button"
      class={`button ${element.style ?? ''} ${isWaiting ? 'is-waiting' : ''}`}
      aria-label={element.accessibility_label}
      aria-busy={isWaiting || undefined}
      aria-disabled={isWaiting || undefined}
      onClick={press}
    >
      {words}
    </button>
  );
}
