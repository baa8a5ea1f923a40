import type { KnownBlock } from '@slack/types';
import { BareElement } from '../elements/bare-element.tsx';
import { blockIdOf } from '../elements/read-blocks.ts';
import { Mrkdwn, Text } from '../text/formatted.tsx';
import { ImageBlockView, ImageElementView } from './image.tsx';
import { InputBlockView } from './input.tsx';
import { RichText } from './rich-text.tsx';
import { SectionBlockView } from './section.tsx';
import { TableBlockView } from './table.tsx';
import { WordsOfBlock } from './words-of-block.tsx';

/** The blocks of a message or view, one under the other. */
export function Blocks({ blocks, errors = {} }: { blocks: KnownBlock[]; errors?: Record<string, string> }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const blockId = blockIdOf(block, index);
        return <BlockView key={blockId} block={block} blockId={blockId} error={errors[blockId] ?? ''} />;
      })}
    </div>
  );
}

type BlockProps = { block: KnownBlock; blockId: string; error: string };

function BlockView({ block, blockId, error }: BlockProps) {
  switch (block.type) {
    case 'section':
      return <SectionBlockView block={block} blockId={blockId} />;
    case 'header':
      return (
        <h3 class="block-header">
          <Text value={block.text} />
        </h3>
      );
    case 'divider':
      return <hr class="block-divider" />;
    case 'context':
      return (
        <div class="block-context">
          {block.elements.map((element, index) =>
            element.type === 'image' ? (
              <ImageElementView key={index} image={element} />
            ) : (
              <span key={index}>
                <Text value={element} />
              </span>
            ),
          )}
        </div>
      );
    case 'actions':
      return (
        <div class="block-actions">
          {block.elements.map((element, index) => (
            <BareElement key={element.action_id ?? index} element={element} blockId={blockId} />
          ))}
        </div>
      );
    case 'image':
      return <ImageBlockView block={block} />;
    case 'input':
      return <InputBlockView block={block} blockId={blockId} error={error} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'table':
      return <TableBlockView block={block} />;
    case 'markdown':
      return (
        <div class="text">
          <Mrkdwn text={block.text} />
        </div>
      );
    default:
      return <WordsOfBlock block={block} />;
  }
}
