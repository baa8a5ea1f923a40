import { useContext } from 'preact/hooks';
import type { SlackJson } from '../../protocol.ts';
import { type AnyElement, actionIdOf, type Field } from './element-types.ts';
import { formOf, setField } from './forms.ts';
import { isWaiting, perform, SurfaceContext } from './surface.ts';

/** The value of an element and what can be done with it. */
export type ElementControl = {
  value: SlackJson;
  isWaiting: boolean;
  /** Keeps a new value, and sends it to the app if this element sends its changes. */
  change: (value: SlackJson) => void;
  /** Keeps a new value without sending it. */
  keep: (value: SlackJson) => void;
  /** Sends a value to the app. */
  send: (value: SlackJson) => Promise<boolean>;
};

/** Binds an element to its surface. */
export function useElement(element: AnyElement, field: Field): ElementControl {
  const surface = useContext(SurfaceContext);
  const { blockId } = field;
  const actionId = actionIdOf(element);
  const value = formOf(surface.key, surface.blocks)[blockId]?.[actionId] ?? { type: element.type };

  const keep = (next: SlackJson) =>
    setField({ key: surface.key, blockId, actionId, value: { type: element.type, ...next } });
  const send = (next: SlackJson) => perform({ surface, element, blockId, value: next });
  const change = async (next: SlackJson) => {
    const before = value;
    keep(next);
    const wasTaken = !field.sendsActions || (await send(next));
    if (!wasTaken) keep(before);
  };
  return { value, isWaiting: isWaiting(surface, blockId, actionId), change, keep, send };
}

/** Attributes that tie a control to its label, hint and error. */
export function ariaOf(field: Field, ownName: string) {
  return {
    id: field.inputId,
    'aria-label': field.isLabelled || field.besideId ? undefined : ownName,
    'aria-labelledby': field.besideId,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.isInvalid || undefined,
    'aria-required': (field.isLabelled && !field.isOptional) || undefined,
  };
}
