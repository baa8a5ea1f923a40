import type { SlackJson } from '../../protocol.ts';
import { blocksOf, type Surface } from './blocks.ts';
import { asList, asText, elementsOf, isObject } from './elements-of.ts';
import { problem, problemsOf } from './problems.ts';

type CheckBlocksInput = {
  blocks: unknown;
  surface: Surface;
  at: readonly PropertyKey[];
};

/** What is wrong with the blocks of a surface, in Slack's words; empty when Slack would take them. */
export function checkBlocks(input: CheckBlocksInput): string[] {
  const { blocks, surface, at } = input;
  const parsed = blocksOf[surface].safeParse(blocks, { reportInput: true });
  if (!parsed.success) return problemsOf({ error: parsed.error, at });
  const list = asList(blocks).filter(isObject);
  return [
    ...repeatedBlockIds({ list, at }),
    ...repeatedActionIds({ list, at }),
    ...focusFaults({ list, at }),
  ];
}

type Checked = { list: SlackJson[]; at: readonly PropertyKey[] };

function repeatedBlockIds({ list, at }: Checked): string[] {
  const ids = list.map(block => asText(block.block_id));
  return ids.flatMap((id, index) =>
    id !== '' && ids.indexOf(id) < index
      ? [problem(`\`block_id\` "${id}" already exists`, [...at, index, 'block_id'])]
      : [],
  );
}

function repeatedActionIds({ list, at }: Checked): string[] {
  return list.flatMap((block, blockIndex) => {
    const ids = asList(block.elements).map(element => (isObject(element) ? asText(element.action_id) : ''));
    return ids.flatMap((id, index) =>
      id !== '' && ids.indexOf(id) < index
        ? [
            problem(`\`action_id\` "${id}" already exists`, [
              ...at,
              blockIndex,
              'elements',
              index,
              'action_id',
            ]),
          ]
        : [],
    );
  });
}

function focusFaults({ list, at }: Checked): string[] {
  const focused = elementsOf(list).filter(({ element }) => element.focus_on_load === true);
  return focused.length > 1 ? [problem('only one element may have focus_on_load', at)] : [];
}
