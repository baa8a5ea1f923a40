import type { Campus } from 'slack-sandbox';

/** Where the app of the tests is a member. */
export const helpdeskChannel = 'C01HELPDESK';

/** Three students, one of the staff and two of the helpdesk, who share a channel with the app. */
export const testCampus: Campus = {
  name: 'Campus',
  people: [
    { id: 'U01ADA', name: 'ada', realName: 'Ada Okafor', title: 'Student' },
    { id: 'U02LIAM', name: 'liam', realName: 'Liam Novak', title: 'Student' },
    { id: 'U03MEI', name: 'mei', realName: 'Mei Tanaka', title: 'Student' },
    { id: 'U04ROSA', name: 'rosa', realName: 'Rosa Alvarez', title: 'Staff' },
    { id: 'U05BEN', name: 'ben', realName: 'Ben Hartmann', title: 'Helpdesk' },
    { id: 'U06CHLOE', name: 'chloe', realName: 'Chloé Dubois', title: 'Helpdesk' },
  ],
  channels: [
    { id: helpdeskChannel, name: 'helpdesk', members: ['U05BEN', 'U06CHLOE'], hasApp: true },
    { id: 'C02GENERAL', name: 'general', topic: 'News for everybody on campus' },
    { id: 'C03LIBRARY', name: 'library', topic: 'Opening hours, books and seats' },
  ],
};
