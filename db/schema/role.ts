import { roles } from '@campus-desk/contract';
import { pgEnum } from 'drizzle-orm/pg-core';

/** The role an act was done in. */
export const role = pgEnum('role', roles);
