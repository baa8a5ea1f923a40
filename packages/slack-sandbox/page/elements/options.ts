import type { Option, OptionGroup } from '@slack/types';
import type { SlackJson } from '../../protocol.ts';

/** The options of a menu, flat, whether grouped or not. */
export function allOptions(menu: { options?: Option[]; option_groups?: OptionGroup[] }): Option[] {
  return menu.options ?? (menu.option_groups ?? []).flatMap(group => group.options);
}

/** The options an app answered to what was typed; the server has checked them against Slack's rules. */
export function readSuggestions(answer: { options?: SlackJson[]; optionGroups?: SlackJson[] }): Option[] {
  const groups = (answer.optionGroups ?? []) as unknown as OptionGroup[];
  return [...((answer.options ?? []) as unknown as Option[]), ...groups.flatMap(group => group.options)];
}

/** An option as Slack sends it back: its text and value only. */
export function sentOption(option: Option): SlackJson {
  return { text: option.text, value: option.value ?? '', ...describe(option) };
}

function describe(option: Option): SlackJson {
  return option.description ? { description: option.description } : {};
}
