import { isDeepStrictEqual } from 'node:util';
import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';

/** vitest sets it. */
const isTest = process.env.NODE_ENV === 'test';

/**
 * Writes answers as JSON. In tests each is compared with its schema, and a missing, wrong or undeclared field is an
 * error; in production that would take longer than the database, for what the types have promised already.
 */
export const writeAnswers: FastifySerializerCompiler<z.ZodType> = isTest
  ? route => {
      const write = serializerCompiler(route);
      return answer => {
        const declared = write(answer);
        if (isDeepStrictEqual(JSON.parse(declared), JSON.parse(JSON.stringify(answer)))) return declared;
        throw new Error(`${route.method} ${route.url} answers fields that its schema does not have.`);
      };
    }
  : () => answer => JSON.stringify(answer);
