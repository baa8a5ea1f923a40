import {
  answerCountSchema,
  type Campus,
  idempotencyHeadersSchema,
  solvedByAnswerSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { recordHelpful } from './record-helpful.ts';

type AddAnswerRoutesInput = { app: Service; context: Context; campus: () => Campus };

/** What the answers of the campus file are good for. */
export function addAnswerRoutes({ app, context, campus }: AddAnswerRoutesInput): void {
  app.post(
    '/v1/answers/solved',
    {
      schema: {
        tags: ['Campus'],
        operationId: 'countSolvedByAnswer',
        summary:
          'An answer of the campus file, or an offered closing note, solved a problem, which is not filed',
        description:
          'Counted, without who it was. With an Idempotency-Key a call sent twice counts once. POST /v1/categorise finds the answer.',
        headers: idempotencyHeadersSchema,
        body: solvedByAnswerSchema,
        response: { 200: answerCountSchema, ...problems() },
      },
    },
    ({ body: answer, headers }) =>
      recordHelpful({
        context,
        campus: campus(),
        answer,
        key: headers['idempotency-key'] ?? context.newId(),
      }),
  );
}
