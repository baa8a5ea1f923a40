import { namedPersonSchema, namePersonSchema, personPathSchema, unnamedSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { listUnnamed } from './list-unnamed.ts';
import { namePerson } from './name-person.ts';

const tags = ['People'];

/** Names that were not known when somebody acted. */
export function addPeopleRoutes({ app, context }: { app: Service; context: Context }): void {
  app.get(
    '/v1/people/unnamed',
    {
      schema: {
        tags,
        operationId: 'listUnnamed',
        summary: 'Slack users who are stored without a name',
        description:
          'Their name was not known when they acted, and their id stands for it: a hundred at most.',
        response: { 200: unnamedSchema, ...problems() },
      },
    },
    () => listUnnamed({ context }),
  );

  app.put(
    '/v1/people/:id/name',
    {
      schema: {
        tags,
        operationId: 'namePerson',
        summary: 'Fill in a name wherever the id of a person stands for it',
        description: 'Who has a name keeps it. Each ticket on which it is filled in gets one event.',
        params: personPathSchema,
        body: namePersonSchema,
        response: { 200: namedPersonSchema, ...problems() },
      },
    },
    ({ params: { id }, body: { name } }) => namePerson({ context, person: { id, name } }),
  );
}
