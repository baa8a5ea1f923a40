import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '@campus-desk/contract';
import type { Messages } from '@campus-desk/service-kit';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';

type HoldCataloguesInput = {
  catalogues: Record<Language, Messages>;
  /** Messages that read the same in English and in another language. */
  sameOnPurpose: Record<Exclude<Language, 'en'>, string[]>;
  /** Where the messages are read. */
  folder: string;
};

/** Tests that the catalogues of a folder have the same messages, are translated, and are used. */
export function holdCatalogues({ catalogues, sameOnPurpose, folder }: HoldCataloguesInput): void {
  const english = flat(catalogues.en);

  describe.each(languages)('the catalogue in %s', language => {
    const messages = flat(catalogues[language]);

    test('has every message, and no other', () => {
      expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
    });

    test('names the same values, with the same choices, in every message', () => {
      const found = Object.entries(messages).map(([path, message]) => [path, valuesOf(message)]);
      const wanted = Object.entries(english).map(([path, message]) => [path, valuesOf(message)]);

      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    });

    test('has words in every message, with typographic quotation marks', () => {
      const wrong = Object.entries(messages).filter(
        ([, message]) => message.trim() !== message || message === '' || /['"]/.test(message),
      );

      expect(wrong).toEqual([]);
    });

    test.runIf(language !== 'en')('is translated, but for what reads the same on purpose', () => {
      const same = Object.keys(messages).filter(path => messages[path] === english[path]);

      expect(same.toSorted()).toEqual(language === 'en' ? [] : sameOnPurpose[language].toSorted());
    });
  });

  describe('a message', () => {
    test('is used somewhere', () => {
      const used = usedPaths(folder);
      const isUsed = (path: string) => used.has(path) || used.has(path.replace(/\w+$/, '*'));
      const unused = Object.keys(english).filter(path => !isUsed(path));

      expect(unused).toEqual([]);
    });

    test('asks by its type for the values that it names', () => {
      for (const message of Object.values(english)) {
        const names = new Set(valuesOf(message).map(value => value.split(' ')[0]));
        expect([...namesByType(message)].toSorted(), message).toEqual([...names].toSorted());
      }
    });
  });
}

/** Messages by their path, such as `report.offers.heading`. */
function flat(messages: Messages, prefix = ''): Record<string, string> {
  const entries = Object.entries(messages).flatMap(([name, message]) =>
    typeof message === 'string'
      ? [[`${prefix}${name}`, message] as const]
      : Object.entries(flat(message, `${prefix}${name}.`)),
  );
  return Object.fromEntries(entries);
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** What a message names, sorted: `number`, `count plural`, `role select helpdesk user`. */
function valuesOf(message: string): string[] {
  const ast = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  return [...new Set(valuesIn(ast))].toSorted();
}

function valuesIn(ast: Ast): string[] {
  return ast.flatMap(element => {
    if (!('value' in element) || element.type === 0) return [];
    if (!('options' in element)) return [element.value];
    const options = Object.entries(element.options);
    const kind =
      'pluralType' in element
        ? 'plural'
        : `select ${options
            .map(([name]) => name)
            .toSorted()
            .join(' ')}`;
    return [`${element.value} ${kind}`, ...options.flatMap(([, { value }]) => valuesIn(value))];
  });
}

/** The same as the type of a message reads them. */
function namesByType(message: string): Set<string> {
  const inside = message
    .split('{')
    .slice(1)
    .map(part => part.split('}')[0] ?? '');
  const first = (text: string, next: string) =>
    text.includes(',') ? (text.split(',')[0] ?? '') : `${text}${next}`;
  return new Set(inside.map(text => first(text, '')).filter(name => !/[ #]/.test(name) && name !== ''));
}

/** The paths of messages that the code of a folder reads; `common.status.*` where a word of the domain chooses. */
function usedPaths(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter(file => file.endsWith('.ts') && !/\btexts\/(en|it|de|es|fr)\b/.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8'));
  return new Set(sources.flatMap(pathsIn));
}

/** What one file reads of `texts`, also through names that it gives to a part of it. */
function pathsIn(source: string): string[] {
  const paths = new Map([['texts', '']]);
  for (const [, names = '', read = ''] of source.matchAll(/const (\{[^}]*\}|\w+) = ([\w.]+);/g)) {
    const path = pathOf({ read, paths });
    if (path === undefined) continue;
    for (const [, name = '', alias = name] of names.matchAll(/(\w+)(?:: (\w+))?/g))
      paths.set(alias, names.startsWith('{') ? `${path}.${name}` : path);
  }
  const reads = [...source.matchAll(/(?<![\w.])[\w.]+\[?/g)].flatMap(([read]) => {
    const path = pathOf({ read: read.replace('[', ''), paths });
    return path === undefined ? [] : [read.endsWith('[') ? `${path}.*` : path];
  });
  return [...reads, ...paths.values()].map(path => path.replace(/^\./, ''));
}

type PathOfInput = { read: string; paths: Map<string, string> };

/** The path that `context.texts.report.title` means. */
function pathOf({ read, paths }: PathOfInput): string | undefined {
  const parts = read.replace(/^.*\btexts\b/, 'texts').split('.');
  const path = paths.get(parts[0] ?? '');
  return path === undefined ? undefined : [path, ...parts.slice(1)].join('.');
}
