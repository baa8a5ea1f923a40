import type { Campus, Language } from '@campus-desk/contract';
import { type Texts, textsIn } from '../ui/texts/texts.ts';
import { isDirect } from './is-direct.ts';
import type { DisplayNames } from './names.ts';

/** In whose language something is said. */
export type TextsFor = {
  /** The language of somebody's Slack, else the campus's. */
  person: (userId: string) => Promise<Texts>;
  /** The first language of the campus, as people of several read along. */
  channels: () => Promise<Texts>;
};

type TextsAtInput = { textsFor: TextsFor; channel: string; userId: string };

/** What somebody reads in a conversation: their own language in the direct messages, else that of channels. */
export function textsAt({ textsFor, channel, userId }: TextsAtInput): Promise<Texts> {
  return isDirect(channel) ? textsFor.person(userId) : textsFor.channels();
}

type CreateTextsForInput = {
  names: Pick<DisplayNames, 'languageOf'>;
  /** Undefined where it is not known in time. */
  campus: () => Promise<Pick<Campus, 'languages'> | undefined>;
};

/** What everything is said in; what the campus speaks is known from before while nobody says it. */
export function createTextsFor({ names, campus }: CreateTextsForInput): TextsFor {
  let ofCampus: Language = 'en';

  return {
    async person(userId) {
      const language = await names.languageOf(userId);
      return language === undefined ? channels() : textsIn(language);
    },
    channels,
  };

  async function channels(): Promise<Texts> {
    const known = await campus();
    if (known !== undefined) [ofCampus = 'en'] = known.languages;
    return textsIn(ofCampus);
  }
}
