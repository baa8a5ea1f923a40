import type { WordList } from './reading/word-list.ts';

/** Where an array or a text is, counted from the end of the JSON, and its length. */
type Section = { at: number; length: number };

type Stored = { int8: Section } | { int32: Section } | { hashes: Int32Array; words: Section };

/** Arrays of numbers begin where they can be used as they are. */
const alignment = 4;
const lengthBytes = 4;

/** A value in bytes: the length of its JSON, the JSON, then its arrays and words as they are in memory. */
export function pack(value: unknown): Buffer {
  const sections: Buffer[] = [];
  let end = 0;
  const json = JSON.stringify(value, (_, one: unknown) => {
    if (one instanceof Int8Array) return { int8: add(bytesOf(one), one.length) };
    if (one instanceof Int32Array) return { int32: add(bytesOf(one), one.length) };
    if (!isWordList(one)) return one;
    const text = Buffer.from(one.words().join(' '));
    return { hashes: one.hashes, words: add(text, text.length) };
  });
  const head = padded(Buffer.from(json), ' ');
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...sections]);

  function add(bytes: Buffer, length: number): Section {
    const section = { at: end, length };
    const aligned = padded(bytes, '\0');
    sections.push(aligned);
    end += aligned.length;
    return section;
  }
}

/** The value again; nothing of its arrays and words is copied or decoded, as every start waits for it. */
export function unpack(bytes: Buffer): unknown {
  const start = lengthBytes + bytes.readUInt32LE();
  const startOf = ({ at }: Section) => bytes.byteOffset + start + at;
  return JSON.parse(bytes.toString('utf8', lengthBytes, start), (_, one: Stored) => {
    if (typeof one !== 'object') return one;
    if ('int8' in one) return new Int8Array(bytes.buffer, startOf(one.int8), one.int8.length);
    if ('int32' in one) return new Int32Array(bytes.buffer, startOf(one.int32), one.int32.length);
    return 'words' in one ? readWords(one) : one;
  });

  function readWords({ hashes, words: { at, length } }: { hashes: Int32Array; words: Section }): WordList {
    return { hashes, words: () => bytes.toString('utf8', start + at, start + at + length).split(' ') };
  }
}

function isWordList(value: unknown): value is WordList {
  return typeof value === 'object' && value !== null && 'words' in value && typeof value.words === 'function';
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array | Int32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function padded(bytes: Buffer, filler: string): Buffer {
  const missing = (alignment - (bytes.length % alignment)) % alignment;
  return Buffer.concat([bytes, Buffer.alloc(missing, filler)]);
}
