import nock from 'nock';
import { onTestFinished } from 'vitest';

// nock watches every call of the worker, which takes half of the time of tests with many.
nock.restore();

/** Until the test ends, calls to this origin are answered as the test says. */
export function answerAt(origin: string, options?: nock.Options): nock.Scope {
  if (!nock.isActive()) {
    nock.activate();
    onTestFinished(() => {
      nock.cleanAll();
      nock.restore();
    });
  }
  return nock(origin, options);
}
