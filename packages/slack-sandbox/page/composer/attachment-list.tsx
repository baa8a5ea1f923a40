import { Icon, IconButton } from '../controls/icons.tsx';
import { attachmentsOf, removeAttachments } from '../state/attachments.ts';
import { formatSize } from '../text/size.ts';

/** Files that will go out with the message. */
export function AttachmentList({ draftKey }: { draftKey: string }) {
  const attachments = attachmentsOf(draftKey);
  if (attachments.length === 0) return null;
  return (
    <ul class="attachments" aria-label="Attached files">
      {attachments.map(one => (
        <li key={one.localId} class={`attachment ${one.state === 'uploading' ? 'is-waiting' : ''}`}>
          <Icon name={one.state === 'failed' ? 'warning' : 'file'} />
          <span class="attachment-name">
            {one.name}
            <span class={one.state === 'failed' ? 'danger-text' : 'quiet'}>
              {one.state === 'failed' ? one.trouble : formatSize(one.size)}
            </span>
          </span>
          <IconButton
            icon="close"
            label={`Remove ${one.name}`}
            onClick={() => removeAttachments(draftKey, other => other.localId === one.localId)}
          />
        </li>
      ))}
    </ul>
  );
}
