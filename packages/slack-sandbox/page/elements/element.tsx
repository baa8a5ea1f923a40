import { ButtonElement } from './button.tsx';
import { CheckboxesElement, RadioButtonsElement } from './choice-list.tsx';
import { DateTimeElement } from './date-time.tsx';
import type { AnyElement, ElementProps } from './element-types.ts';
import { EntitySelectElement } from './entity-select.tsx';
import { ExternalSelectElement } from './external-select.tsx';
import { FileInputElement } from './file-input.tsx';
import { MultiSelectElement } from './multi-select.tsx';
import { OverflowElement } from './overflow.tsx';
import { RichTextInputElement } from './rich-text-input.tsx';
import { StaticSelectElement } from './static-select.tsx';
import { TextInputElement } from './text-input.tsx';

/** Any interactive element of Block Kit. */
export function Element({ element, field }: ElementProps<AnyElement>) {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <ButtonElement element={element} field={field} />;
    case 'static_select':
      return <StaticSelectElement element={element} field={field} />;
    case 'external_select':
      return <ExternalSelectElement element={element} field={field} />;
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return <EntitySelectElement element={element} field={field} />;
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <MultiSelectElement element={element} field={field} />;
    case 'overflow':
      return <OverflowElement element={element} field={field} />;
    case 'radio_buttons':
      return <RadioButtonsElement element={element} field={field} />;
    case 'checkboxes':
      return <CheckboxesElement element={element} field={field} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateTimeElement element={element} field={field} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInputElement element={element} field={field} />;
    case 'file_input':
      return <FileInputElement element={element} field={field} />;
    case 'rich_text_input':
      return <RichTextInputElement element={element} field={field} />;
    default:
      return <span class="unknown">This sandbox cannot show “{element.type}” elements.</span>;
  }
}
