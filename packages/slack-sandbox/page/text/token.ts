import { decodeEntities } from './entities.ts';

/** The parts of a line of text. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; label: string }
  | { kind: 'user'; id: string; label: string }
  | { kind: 'channel'; id: string; label: string }
  | { kind: 'broadcast'; name: string }
  | { kind: 'group'; label: string }
  | { kind: 'date'; timestamp: number; format: string; link: string; fallback: string }
  | { kind: 'emoji'; character: string; name: string };

/** Reads what stands between `<` and `>`; `undefined` if Slack would show it as it is. */
export function readToken(inner: string): Inline | undefined {
  const [target = '', ...labels] = inner.split('|');
  const label = decodeEntities(labels.join('|'));
  if (/^@[UWB]/.test(target)) return { kind: 'user', id: target.slice(1), label };
  if (/^#[CG]/.test(target)) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!')) return readSpecial(target.slice(1), label);
  if (/^(https?:\/\/|mailto:|tel:|slack:\/\/)/i.test(target)) return readLink(target, label);
  return undefined;
}

function readSpecial(special: string, label: string): Inline | undefined {
  const [name = '', first = '', second = '', third = ''] = special.split('^');
  if (name === 'date') {
    return {
      kind: 'date',
      timestamp: Number(first),
      format: second,
      link: decodeEntities(third),
      fallback: label,
    };
  }
  if (name === 'subteam') return { kind: 'group', label: label || `@${first}` };
  return { kind: 'broadcast', name: label || name };
}

function readLink(target: string, label: string): Inline {
  const url = decodeEntities(target);
  return { kind: 'link', url, label: label || url.replace(/^mailto:|^tel:/, '') };
}
