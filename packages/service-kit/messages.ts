import type { Language } from '@campus-desk/contract';
import { IntlMessageFormat } from 'intl-messageformat';

/** Messages of ICU MessageFormat by name, or further groups of them. */
export type Messages = { readonly [name: string]: string | Messages };

/** The same messages in another language. */
export type Translation<Group extends Messages> = {
  readonly [Name in keyof Group]: Group[Name] extends Messages ? Translation<Group[Name]> : string;
};

/** The names between braces in a message; what stands in a branch of a plural is none, as it has spaces. */
type ArgumentsOf<Message extends string> = Message extends `${string}{${infer Rest}`
  ? NameIn<Rest> | ArgumentsOf<Rest>
  : never;
type NameIn<Rest extends string> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? IfName<Name>
    : IfName<Inside>
  : never;
type IfName<Text extends string> = Text extends `${string}${' ' | '#' | '{'}${string}` ? never : Text;

type Text<Message extends string> = [ArgumentsOf<Message>] extends [never]
  ? string
  : (values: Record<ArgumentsOf<Message>, string | number>) => string;

/** Messages as they are read: words, or a function of the values that they name. */
type Written<Group> = {
  readonly [Name in keyof Group]: Group[Name] extends string ? Text<Group[Name]> : Written<Group[Name]>;
};

type WriteInput = { messages: Messages; language: Language };

/**
 * Writes messages in a language; their values are shown as they are, whatever stands in them, and a missing one throws.
 * Reading a message takes time, so that each is read when it is first needed.
 */
function write<Group extends Messages>({ messages, language }: WriteInput): Written<Group> {
  const entries = Object.entries(messages).map(([name, message]) => [
    name,
    typeof message === 'string' ? writeOne({ message, language }) : write({ messages: message, language }),
  ]);
  // The names are those of the messages, and each of them became what its type says.
  return Object.fromEntries(entries) as Written<Group>;
}

type Values = Record<string, string | number>;

function writeOne({ message, language }: { message: string; language: Language }) {
  if (!message.includes('{')) return message;
  let format: IntlMessageFormat | undefined;
  return (values: Values): string => {
    // Slack writes people as <@U01>: nothing is a tag.
    format ??= new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    return String(format.format(values));
  };
}

/** The texts of a language, each written once; `language` is its name. */
export type Texts<English> = Written<English> & { readonly language: Language };

/** Gives the texts of a language from the messages in each. */
export function createTextsIn<English extends Messages>(
  catalogues: Record<Language, Translation<English>>,
): (language: Language) => Texts<English> {
  const known = new Map<Language, Texts<English>>();
  return language => {
    const texts = known.get(language) ?? {
      ...write<English>({ messages: catalogues[language], language }),
      language,
    };
    known.set(language, texts);
    return texts;
  };
}
