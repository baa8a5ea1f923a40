import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { attachFiles } from '../state/attachments.ts';

type DropZoneProps = { draftKey: string; title: string; className: string; children: ComponentChildren };

/** A part of the page that takes dropped files into its composer. */
export function DropZone({ draftKey, title, className, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut of the button that attaches files
    <div
      class={className}
      onDragOver={event => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={event => {
        const next = event.relatedTarget;
        if (!(next instanceof Node) || !event.currentTarget.contains(next)) setOver(false);
      }}
      onDrop={event => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void attachFiles(draftKey, event.dataTransfer?.files ?? []);
      }}
    >
      {children}
      {isOver && <div class="drop-hint">Drop to attach to {title}</div>}
    </div>
  );
}
