import type { FileInput } from '@slack/types';
import { useContext, useState } from 'preact/hooks';
import type { SlackFile } from '../../protocol.ts';
import { Icon, IconButton } from '../controls/icons.tsx';
import { uploadFile } from '../state/server.ts';
import { me } from '../state/session.ts';
import type { ElementProps } from './element-types.ts';
import { SurfaceContext } from './surface.ts';
import { ariaOf, useElement } from './use-element.ts';

/** Files that travel with a form; each is uploaded as soon as it is picked. */
export function FileInputElement({ element, field }: ElementProps<FileInput>) {
  const { value, keep } = useElement(element, field);
  const { showTrouble } = useContext(SurfaceContext);
  const [isUploading, setUploading] = useState(false);
  const files = Array.isArray(value.files) ? value.files.filter(isFile) : [];
  const most = element.max_files ?? 10;

  const add = async (picked: FileList | null) => {
    setUploading(true);
    try {
      const added = [...files];
      for (const file of [...(picked ?? [])].slice(0, most - files.length)) {
        added.push(await uploadFile({ as: me.value?.id ?? '', file }));
      }
      keep({ files: added });
    } catch (error) {
      showTrouble(error instanceof Error ? error.message : 'The file could not be uploaded.');
    }
    setUploading(false);
  };

  return (
    <div class="file-input">
      {files.map(file => (
        <span key={file.id} class="attachment">
          <Icon name="file" />
          <span class="attachment-name">{file.name}</span>
          <IconButton
            icon="close"
            label={`Remove ${file.name}`}
            onClick={() => keep({ files: files.filter(one => one.id !== file.id) })}
          />
        </span>
      ))}
      <input
        {...ariaOf(field, 'Files')}
        type="file"
        multiple={most > 1}
        accept={element.filetypes?.map(type => `.${type}`).join(',')}
        disabled={isUploading || files.length >= most}
        onChange={event => add(event.currentTarget.files)}
      />
    </div>
  );
}

function isFile(value: unknown): value is SlackFile {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}
