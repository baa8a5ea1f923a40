import type { ImageBlock, ImageElement } from '@slack/types';
import { useState } from 'preact/hooks';
import { addressOfFile } from '../state/server.ts';
import { me } from '../state/session.ts';
import { safeUrl } from '../text/entities.ts';
import { plainText } from '../text/formatted.tsx';

/** A picture with its title; one that cannot be loaded leaves its description. */
export function ImageBlockView({ block }: { block: ImageBlock }) {
  const [isBroken, setBroken] = useState(false);
  const source = sourceOf(block);
  return (
    <figure class="block-image">
      {block.title && <figcaption>{plainText(block.title)}</figcaption>}
      {isBroken || !source ? (
        <p class="unknown">The picture could not be loaded: {block.alt_text}</p>
      ) : (
        <a
          href={source}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`Open picture: ${block.alt_text}`}
        >
          <img src={source} alt={block.alt_text} onError={() => setBroken(true)} />
        </a>
      )}
    </figure>
  );
}

/** A small picture in a context or beside a section. */
export function ImageElementView({ image, className = '' }: { image: ImageElement; className?: string }) {
  return (
    <img
      class={`small-image ${className}`}
      src={sourceOf(image)}
      alt={image.alt_text}
      title={image.alt_text}
    />
  );
}

function sourceOf(image: ImageBlock | ImageElement): string | undefined {
  if ('image_url' in image && image.image_url) return safeUrl(image.image_url);
  if (!('slack_file' in image) || !image.slack_file) return undefined;
  const { slack_file: file } = image;
  if ('url' in file && file.url) return safeUrl(file.url);
  return 'id' in file && file.id ? addressOfFile({ id: file.id, as: me.value?.id ?? '' }) : undefined;
}
