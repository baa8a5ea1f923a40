import { type Campus, campusSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';

type AddCampusRoutesInput = { app: Service; campus: () => Campus; timeZone: string };

/** What the campus knows about itself. */
export function addCampusRoutes({ app, campus, timeZone }: AddCampusRoutesInput): void {
  app.get(
    '/v1/campus',
    {
      schema: {
        tags: ['Campus'],
        operationId: 'getCampus',
        summary: 'The campus file as read and checked, and the campus time zone',
        description: 'Empty where the campus has no file. It is read again when the API gets SIGHUP.',
        response: { 200: campusSchema, ...problems() },
      },
    },
    () => ({ ...campus(), timeZone }),
  );
}
