import type { Overflow } from '@slack/types';
import { Icon } from '../controls/icons.tsx';
import { Menu } from '../controls/menu.tsx';
import { safeUrl } from '../text/entities.ts';
import { plainText } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { sentOption } from './options.ts';
import { useElement } from './use-element.ts';

/** The three dots with a few more things to do. */
export function OverflowElement({ element, field }: ElementProps<Overflow>) {
  const { isWaiting, send } = useElement(element, field);
  const items = element.options.map(option => ({
    label: plainText(option.text),
    choose: () => {
      const url = 'url' in option ? safeUrl(option.url ?? '') : undefined;
      if (url) window.open(url, '_blank', 'noopener');
      void send({ selected_option: sentOption(option) });
    },
  }));
  return (
    <Menu label="More options" items={items} className="button overflow" isBusy={isWaiting}>
      <Icon name="dots" />
    </Menu>
  );
}
