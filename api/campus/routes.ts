import { type Campus, campusSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';

/** What the campus knows about itself. */
export function addCampusRoutes({ app, campus }: { app: Service; campus: () => Campus }): void {
  app.get(
    '/v1/campus',
    {
      schema: {
        tags: ['Campus'],
        operationId: 'getCampus',
        summary: 'The campus file as read and checked',
        description: 'Empty where the campus has none. It is read again when the API gets SIGHUP.',
        response: { 200: campusSchema, ...problems() },
      },
    },
    campus,
  );
}
