import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildFailure, buildSync } from 'esbuild';

export type PageBundle = { script(): string };

/** The page's TypeScript as one script, built in memory at the first request and again after a failure. */
export function createPageBundle({ directory }: { directory: string }): PageBundle {
  let built: string | undefined;
  return {
    script() {
      try {
        built ??= bundle(join(directory, 'main.tsx'));
        return built;
      } catch (error) {
        return failureScript(error);
      }
    },
  };
}

/** Built in one go, once: the asynchronous way would leave a compiler process running. */
function bundle(entry: string): string {
  if (!existsSync(entry)) throw new Error(`There is no page yet: ${entry} does not exist.`);
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** A script that shows the reason in place of the page. */
function failureScript(error: unknown): string {
  const lines = isBuildFailure(error)
    ? error.errors.map(({ text, location }) => `${location?.file ?? ''}:${location?.line ?? ''} ${text}`)
    : [error instanceof Error ? error.message : String(error)];
  const message = `The page could not be built.\n\n${lines.join('\n')}`;
  return `const shown = document.createElement('pre');
shown.textContent = ${JSON.stringify(message)};
shown.style.cssText = 'padding: 2rem; white-space: pre-wrap; font: 1rem monospace';
document.body.replaceChildren(shown);
`;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error;
}
