import type { SectionBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import { BareElement } from '../elements/bare-element.tsx';
import { Text } from '../text/formatted.tsx';
import { ImageElementView } from './image.tsx';

/** Text, two columns of fields, and one thing beside them. */
export function SectionBlockView({ block, blockId }: { block: SectionBlock; blockId: string }) {
  const { accessory } = block;
  const wordsId = useId();
  return (
    <div class="block-section">
      <div class="block-section-words">
        {block.text && (
          <div class="text" id={wordsId}>
            <Text value={block.text} />
          </div>
        )}
        {block.fields && (
          <div class="block-fields">
            {block.fields.map((field, index) => (
              <div key={index} class="text">
                <Text value={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory &&
        (accessory.type === 'image' ? (
          <ImageElementView image={accessory} className="accessory-image" />
        ) : (
          <BareElement element={accessory} blockId={blockId} besideId={block.text && wordsId} />
        ))}
    </div>
  );
}
