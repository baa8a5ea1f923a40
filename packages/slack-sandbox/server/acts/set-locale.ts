import type { Act, ActResult } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { findPerson } from './act-targets.ts';

/** The person has their Slack in another language from now on, as `users.info` says. */
export function setLocale({ slack, act }: { slack: Slack; act: Act & { type: 'set_locale' } }): ActResult {
  const person = { ...findPerson({ slack, as: act.as }), locale: act.locale };
  slack.workspace.people.put(person.id, person);
  slack.changes.publish({ type: 'person_changed', person });
  return { ok: true };
}
