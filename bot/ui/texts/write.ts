export type { Translation } from '@campus-desk/service-kit';
