export { fillDemoCampus, imagineCampus } from './fill-campus.ts';
export { fillManyTickets } from './fill-many-tickets.ts';
