import type { UsersInfoResponse, UsersListResponse } from '@slack/web-api';
import { z } from 'zod';
import type { Person } from '../../../protocol.ts';
import type { Slack } from '../../slack.ts';
import { isDeactivated } from '../../state/is-deactivated.ts';
import type { Answer } from '../answer.ts';
import { count, flag } from '../argument-types.ts';
import { defineMethod } from '../method.ts';
import { page } from '../pages.ts';
import { tier2, tier4 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

export const usersInfo = defineMethod({
  name: 'users.info',
  scopes: ['users:read'],
  limit: tier4,
  args: z.object({ user: z.string(), include_locale: flag.optional() }),
  run({ args, slack }) {
    const person = slack.workspace.people.get(args.user);
    if (person === undefined) throw new SlackFailure('user_not_found');
    const user = describePerson({ slack, person, withLocale: args.include_locale === true });
    return { user } satisfies Answer<UsersInfoResponse>;
  },
});

export const usersList = defineMethod({
  name: 'users.list',
  scopes: ['users:read'],
  limit: tier2,
  args: z.object({
    cursor: z.string().optional(),
    limit: count.optional(),
    include_locale: flag.optional(),
  }),
  run({ args, slack }) {
    const { items, metadata } = page({ ...args, items: slack.workspace.people.all(), maxLimit: 999 });
    const withLocale = args.include_locale === true;
    return {
      members: items.map(person => describePerson({ slack, person, withLocale })),
      cache_ts: Math.floor(slack.clock().getTime() / 1000),
      response_metadata: metadata,
    } satisfies Answer<UsersListResponse>;
  },
});

/** Addresses of a person's picture, as Slack names those of people without one. */
export function avatarOf(userId: string) {
  const sized = (size: number) => `https://secure.gravatar.com/avatar/${userId}.jpg?s=${size}&d=identicon`;
  return {
    image_24: sized(24),
    image_32: sized(32),
    image_48: sized(48),
    image_72: sized(72),
    image_192: sized(192),
    image_512: sized(512),
  };
}

/** A person as the Web API and events write them. */
export function describePerson(input: { slack: Slack; person: Person; withLocale: boolean }) {
  const { slack, person, withLocale } = input;
  const { team, appId, botId } = slack.installation;
  return {
    id: person.id,
    team_id: team.id,
    name: person.name,
    deleted: isDeactivated({ person, trouble: slack.trouble.get() }),
    real_name: person.realName,
    color: '9f69e7',
    tz: 'Europe/Amsterdam',
    tz_label: 'Central European Time',
    tz_offset: 3600,
    profile: {
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.displayName ?? '',
      display_name_normalized: person.displayName ?? '',
      first_name: person.realName.split(' ')[0],
      last_name: person.realName.split(' ').slice(1).join(' '),
      title: person.isBot ? '' : person.title,
      phone: '',
      skype: '',
      avatar_hash: `g${person.id.toLowerCase()}`,
      status_text: '',
      status_text_canonical: '',
      status_emoji: '',
      status_emoji_display_info: [],
      status_expiration: 0,
      ...avatarOf(person.id),
      team: team.id,
      ...(person.isBot && { api_app_id: appId, bot_id: botId }),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.guest !== undefined,
    is_ultra_restricted: person.guest === 'single',
    is_bot: person.isBot,
    is_app_user: false,
    is_email_confirmed: !person.isBot,
    who_can_share_contact_card: 'EVERYONE',
    updated: 1_700_000_000,
    ...(withLocale && { locale: person.locale ?? 'en-US' }),
  } satisfies UsersInfoResponse['user'];
}
