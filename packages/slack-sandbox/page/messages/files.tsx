import { useState } from 'preact/hooks';
import type { SlackFile } from '../../protocol.ts';
import { Icon } from '../controls/icons.tsx';
import { addressOfFile } from '../state/server.ts';
import { me } from '../state/session.ts';
import { formatSize } from '../text/size.ts';

/** Files of a message: pictures are shown, everything else is named with its size and can be opened. */
export function Files({ files }: { files: SlackFile[] }) {
  return (
    <div class="files">
      {files.map(file => (
        <FileView key={file.id} file={file} />
      ))}
    </div>
  );
}

function FileView({ file }: { file: SlackFile }) {
  const [isBroken, setBroken] = useState(false);
  const address = addressOfFile({ id: file.id, as: me.value?.id ?? '' });
  if (file.mode === 'tombstone') return <MissingFile title="This file was deleted." />;
  if (isBroken)
    return <MissingFile title="File not found" detail="It was deleted, or never shared with you." />;
  if (file.mimetype?.startsWith('image/')) {
    return (
      <a class="picture" href={address} target="_blank" rel="noopener noreferrer">
        <img src={address} alt={file.title || file.name} onError={() => setBroken(true)} />
      </a>
    );
  }
  return (
    <a class="file" href={address} target="_blank" rel="noopener noreferrer" download={file.name}>
      <Icon name="file" size={26} />
      <span>
        <strong>{file.name}</strong>
        <span class="quiet">{formatSize(file.size)}</span>
      </span>
    </a>
  );
}

function MissingFile({ title, detail }: { title: string; detail?: string }) {
  return (
    <p class="file">
      <Icon name="file" size={26} />
      <span>
        <strong>{title}</strong>
        {detail && <span class="quiet">{detail}</span>}
      </span>
    </p>
  );
}
