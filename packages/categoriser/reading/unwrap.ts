import { removeAddresses } from './remove-addresses.ts';
import { removeNotices } from './remove-notices.ts';
import { removeRemarks } from './remove-remarks.ts';
import { removeSignature } from './remove-signature.ts';
import { removeWhereabouts } from './remove-whereabouts.ts';
import { splitMail } from './split-mail.ts';

/**
 * What a text reports, without its wrapping: links, addresses, mentions, code, footers, remarks on attachments,
 * greeting and signature. First what its writer wrote, then what they quote or forward, then the subject of that; the
 * later ones count only if the earlier ones report nothing. Takes time in proportion to the length of the text.
 */
export function unwrap(text: string): string[] {
  const { own, quoted, subject } = splitMail(text);
  return [own, quoted, subject].map(layer => (layer === '' ? '' : unwrapLayer(layer)));
}

function unwrapLayer(layer: string): string {
  return [removeAddresses, removeNotices, removeWhereabouts, removeRemarks, removeSignature]
    .reduce((left, remove) => remove(left), layer)
    .trim();
}
