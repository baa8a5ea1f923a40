import type { SlackFile } from '../../protocol.ts';

/** Thumbnails Slack makes of a picture that is larger, by the longer side; the smallest two are squares. */
const squareThumbs = [64, 80];
const thumbs = [160, 360, 480, 720, 800, 960, 1024];

const prettyTypes: Record<string, string> = {
  binary: 'Binary',
  csv: 'CSV',
  docx: 'Word Document',
  html: 'HTML',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  text: 'Plain Text',
  txt: 'Plain Text',
  zip: 'Zip',
};

/** A file as the Web API and events write it, in messages too; one that was deleted has its id alone. */
export function describeFile({ file, teamId }: { file: SlackFile; teamId: string }) {
  if (file.mode === 'tombstone') return file;
  const { filetype = 'binary', is_public = false } = file;
  return {
    ...file,
    timestamp: file.created,
    filetype,
    pretty_type: prettyTypes[filetype] ?? filetype.toUpperCase(),
    user_team: teamId,
    editable: false,
    is_external: false,
    external_type: '',
    is_public,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    has_rich_preview: false,
    file_access: 'visible',
    media_display_type: 'unknown',
    ...describeThumbs(file),
  };
}

function describeThumbs({ url_private, original_w: width, original_h: height }: SlackFile) {
  if (width === undefined || height === undefined) return {};
  const address = (size: number) =>
    url_private.replace('/files-pri/', '/files-tmb/').replace(/(\.\w+)?$/, `_${size}$1`);
  const longer = Math.max(width, height);
  const squares = squareThumbs.map(size => [`thumb_${size}`, address(size)]);
  const scaled = thumbs
    .filter((size, at) => at < 2 || longer > size)
    .flatMap(size => {
      const scale = Math.min(1, size / longer);
      return [
        [`thumb_${size}`, address(size)],
        [`thumb_${size}_w`, Math.round(width * scale)],
        [`thumb_${size}_h`, Math.round(height * scale)],
      ];
    });
  return { image_exif_rotation: 1, ...Object.fromEntries([...squares, ...scaled]) };
}
