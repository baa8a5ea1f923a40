import { useContext } from 'preact/hooks';
import { Element } from './element.tsx';
import { type AnyElement, actionIdOf, inputIdOf } from './element-types.ts';
import { SurfaceContext } from './surface.ts';

type BareProps = { element: AnyElement; blockId: string; besideId?: string | undefined };

/** An element that stands alone, outside an input block: every change is sent to the app. */
export function BareElement({ element, blockId, besideId }: BareProps) {
  const { key } = useContext(SurfaceContext);
  return (
    <Element
      element={element}
      field={{
        blockId,
        inputId: inputIdOf({ key, blockId, actionId: actionIdOf(element) }),
        isLabelled: false,
        besideId,
        describedBy: undefined,
        isInvalid: false,
        isOptional: false,
        sendsActions: true,
      }}
    />
  );
}
