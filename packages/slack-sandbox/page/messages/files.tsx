import type { SlackFile } from '../../protocol.ts';
import { Icon } from '../controls/icons.tsx';
import { formatSize } from '../text/size.ts';

/** Files of a message: pictures are shown, everything else is named with its size and can be opened. */
export function Files({ files }: { files: SlackFile[] }) {
  return (
    <div class="files">
      {files.map(file =>
        file.mimetype?.startsWith('image/') ? (
          <a
            key={file.id}
            class="picture"
            href={addressOfFile(file)}
            target="_blank"
            rel="noopener noreferrer"
          >
            <img src={addressOfFile(file)} alt={file.title || file.name} />
          </a>
        ) : (
          <a
            key={file.id}
            class="file"
            href={addressOfFile(file)}
            target="_blank"
            rel="noopener noreferrer"
            download={file.name}
          >
            <Icon name="file" size={26} />
            <span>
              <strong>{file.name}</strong>
              <span class="quiet">{formatSize(file.size)}</span>
            </span>
          </a>
        ),
      )}
    </div>
  );
}

/** Where the page reads a file; `url_private` needs the app's token, as in Slack. */
function addressOfFile(file: SlackFile): string {
  return `/sandbox/files/${file.id}`;
}
