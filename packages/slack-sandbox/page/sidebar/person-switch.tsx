import { Avatar } from '../controls/avatar.tsx';
import { actAs } from '../state/act-as.ts';
import { act } from '../state/acts.ts';
import { me, snapshot } from '../state/session.ts';

/** Chooses whom I act as; two tabs can be two people. */
export function PersonSwitch() {
  const mine = me.value;
  const everyone = (snapshot.value?.people ?? []).filter(person => !person.isBot);
  const titles = [...new Set(everyone.map(({ title }) => title))];
  return (
    <div class="person-switch">
      {mine && <Avatar userId={mine.id} size={38} />}
      <div class="person-choices">
        <label>
          <span class="quiet">Acting as</span>
          <span class="select bare">
            <select
              aria-label="Acting as"
              value={mine?.id ?? ''}
              onChange={event => actAs(event.currentTarget.value)}
            >
              {titles.map(title => (
                <optgroup key={title} label={title || 'People'}>
                  {everyone
                    .filter(person => person.title === title)
                    .map(({ id, realName }) => (
                      <option key={id} value={id}>
                        {realName}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </span>
        </label>
        {mine && <LanguageChoice locale={mine.locale ?? 'en-US'} />}
      </div>
    </div>
  );
}

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'ja-JP', 'ko-KR', 'pt-BR', 'zh-CN'];

/** The language in which this person has their Slack: apps may answer in it, the page stays as it is. */
function LanguageChoice({ locale }: { locale: string }) {
  const offered = LOCALES.includes(locale) ? LOCALES : [locale, ...LOCALES];
  return (
    <span class="select bare language">
      <select
        aria-label="Language of their Slack"
        title="Language of their Slack"
        value={locale}
        onChange={event => act({ type: 'set_locale', locale: event.currentTarget.value })}
      >
        {offered.map(one => (
          <option key={one} value={one}>
            {new Intl.DisplayNames([one], { type: 'language' }).of(one)}
          </option>
        ))}
      </select>
    </span>
  );
}
