import { nextStatus, roles, statuses } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import {
  forbiddenField,
  mayAnswerAll,
  mayAnswerCategory,
  mayFollowFor,
  mayMarkDuplicates,
  maySee,
  maySeeNotes,
} from '../../../api/tickets/policy.ts';
import { ada, ben } from '../../support/api.ts';

const ticket = {
  reporter: { id: ada.id, name: ada.name },
  categorySource: 'auto',
  categoryUnsure: false,
} as const;

describe('the policy', () => {
  test('shows notes to helpdesk only', () => {
    expect(roles.filter(maySeeNotes)).toEqual(['helpdesk']);
  });

  test('leaves it to helpdesk what is a duplicate, and to answer everybody', () => {
    expect(roles.filter(mayMarkDuplicates)).toEqual(['helpdesk']);
    expect(roles.filter(mayAnswerAll)).toEqual(['helpdesk']);
  });

  test('lets users follow for themselves, and helpdesk for anybody', () => {
    expect(mayFollowFor({ actor: ada, userId: ada.id })).toBe(true);
    expect(mayFollowFor({ actor: ada, userId: ben.id })).toBe(false);
    expect(mayFollowFor({ actor: ben, userId: ada.id })).toBe(true);
  });

  test('shows closed tickets to helpdesk only', () => {
    const seen = roles.flatMap(role =>
      statuses.filter(status => maySee({ role, status })).map(status => `${role} ${status}`),
    );

    expect(seen).toEqual(['user open', 'user active', 'helpdesk open', 'helpdesk active', 'helpdesk closed']);
  });

  test('moves a ticket from open to active to closed, and no further', () => {
    expect(nextStatus).toEqual({ open: 'active', active: 'closed', closed: undefined });
  });

  test('leaves status and category to helpdesk', () => {
    const everything = { status: 'active', category: 'it', description: 'x', location: 'y' } as const;

    expect(forbiddenField({ change: { actor: ada, ...everything }, ticket })).toBe('status');
    expect(forbiddenField({ change: { actor: ada, category: 'it' }, ticket })).toBe('category');
    expect(
      forbiddenField({ change: { actor: ada, description: 'x', location: null }, ticket }),
    ).toBeUndefined();
    expect(forbiddenField({ change: { actor: ben, ...everything }, ticket })).toBeUndefined();
  });

  test('leaves it to helpdesk who works on a ticket', () => {
    const assignee = { id: ben.id, name: ben.name };

    expect(forbiddenField({ change: { actor: ada, assignee }, ticket })).toBe('assignee');
    expect(forbiddenField({ change: { actor: ada, assignee: null }, ticket })).toBe('assignee');
    expect(forbiddenField({ change: { actor: ben, assignee }, ticket })).toBeUndefined();
  });

  test('asks nobody but the reporter for the category, and only while the categoriser alone has said it', () => {
    const doubted = { ...ticket, categoryUnsure: true };

    expect(mayAnswerCategory({ actor: ada, ticket: doubted })).toBe(true);
    expect(mayAnswerCategory({ actor: ben, ticket: doubted })).toBe(false);
    expect(mayAnswerCategory({ actor: ada, ticket })).toBe(false);
    expect(mayAnswerCategory({ actor: ada, ticket: { ...doubted, categorySource: 'helpdesk' } })).toBe(false);
    expect(forbiddenField({ change: { actor: ada, category: 'it' }, ticket: doubted })).toBeUndefined();
    expect(forbiddenField({ change: { actor: ada, status: 'active' }, ticket: doubted })).toBe('status');
  });
});
