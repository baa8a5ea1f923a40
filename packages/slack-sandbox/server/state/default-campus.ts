import type { Campus } from './campus.ts';

/** A small workspace for an app that brings no campus of its own. */
export const defaultCampus: Campus = {
  name: 'Sandbox',
  people: [
    { id: 'U01ANNA', name: 'anna', realName: 'Anna Berg', title: 'Member' },
    { id: 'U02DAVID', name: 'david', realName: 'David Cole', title: 'Member' },
    { id: 'U03LINA', name: 'lina', realName: 'Lina Haas', title: 'Admin' },
  ],
  channels: [
    { id: 'C01GENERAL', name: 'general', topic: 'News for everybody', hasApp: true },
    { id: 'C02RANDOM', name: 'random', topic: 'Everything else' },
  ],
};
