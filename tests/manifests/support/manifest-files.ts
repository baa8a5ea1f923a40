import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentVariables } from '@campus-desk/service-kit';
import { parse, parseAllDocuments } from 'yaml';
import { composeSchema } from './compose-schema.ts';
import { type Deployment, type KubernetesObject, kubernetesObjectSchema } from './kubernetes-schema.ts';

export const root = join(import.meta.dirname, '../../..');

const read = (file: string) => readFileSync(join(root, 'manifests', file), 'utf8');

/** `manifests/compose.yaml`; throws where it is not of the shape that Compose takes. */
export function readCompose() {
  return composeSchema.parse(parse(read('compose.yaml')));
}

/** The objects of `manifests/kubernetes.yaml`; throws where one is not of the shape of its kind. */
export function readKubernetes(): KubernetesObject[] {
  return parseAllDocuments(read('kubernetes.yaml')).map(document => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    return kubernetesObjectSchema.parse(document.toJS());
  });
}

export function deploymentsOf(objects: KubernetesObject[]): Deployment[] {
  return objects.filter(object => object.kind === 'Deployment');
}

/** Whether the program reads such a variable, by itself or as the name of a file. */
export function isRead(variable: string): boolean {
  return environmentVariables.includes(variable.replace(/_FILE$/, ''));
}

/** Whether the words start a part: a program of ours and, of the analytics, which service. */
export function startsPart([program = '', ...words]: string[]): boolean {
  if (!existsSync(join(root, program))) return false;
  if (program === 'analytics/main.ts') return words.length === 1;
  return program.endsWith('main.ts') && words.length === 0;
}
