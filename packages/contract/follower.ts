import { z } from 'zod';
import { actorSchema, userIdSchema } from './actor.ts';
import { exampleUser } from './examples.ts';
import { numberPathSchema, numberSchema } from './ticket.ts';

/** Whose following of which ticket, in a path. */
export const followerPathSchema = numberPathSchema.extend({ userId: userIdSchema });

export const followSchema = z
  .strictObject({ actor: actorSchema })
  .meta({ id: 'Follow', examples: [{ actor: exampleUser }] });

const followerSchema = z
  .object({
    userId: z.string(),
    duplicate: numberSchema
      .nullable()
      .describe('the first ticket of their own that is a duplicate of this one; null where they only follow'),
  })
  .meta({ id: 'Follower', examples: [{ userId: 'U0DORA', duplicate: 14 }] });
export type Follower = z.infer<typeof followerSchema>;

/** Who is told of a ticket besides its reporter, each person once. */
export const followerListSchema = z
  .object({ followers: z.array(followerSchema) })
  .meta({ id: 'FollowerList', examples: [{ followers: [{ userId: 'U0DORA', duplicate: 14 }] }] });
