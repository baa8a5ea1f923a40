import { useContext } from 'preact/hooks';
import { SurfaceContext } from '../blocks/surface.ts';
import { Element } from './element.tsx';
import { type AnyElement, actionIdOf, inputIdOf } from './element-types.ts';

/** An element that stands alone, outside an input block: it tells the app of every change. */
export function BareElement({ element, blockId }: { element: AnyElement; blockId: string }) {
  const { key } = useContext(SurfaceContext);
  return (
    <Element
      element={element}
      field={{
        blockId,
        inputId: inputIdOf({ key, blockId, actionId: actionIdOf(element) }),
        isLabelled: false,
        describedBy: undefined,
        isInvalid: false,
        isOptional: false,
        sendsActions: true,
      }}
    />
  );
}
