import { describe, expect, test } from 'vitest';
import { roles, statuses } from '../../../api/contract/index.ts';
import { forbiddenField, maySee, nextStatus } from '../../../api/tickets/policy.ts';
import { ada, ben } from '../../support/api.ts';

describe('the policy', () => {
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

    expect(forbiddenField({ actor: ada, ...everything })).toBe('status');
    expect(forbiddenField({ actor: ada, category: 'it' })).toBe('category');
    expect(forbiddenField({ actor: ada, description: 'x', location: null })).toBeUndefined();
    expect(forbiddenField({ actor: ben, ...everything })).toBeUndefined();
  });
});
