import { createCategoriser } from '@campus-desk/categoriser';
import { describe, expect, it } from 'vitest';

const { categorise } = createCategoriser();

/** What most people write on a Monday; the first ones of things that the plain seeds do not name. */
describe('the plainest reports', () => {
  it.each([
    ['The escalator stopped working', 'facility'],
    ['La fontanella non va', 'facility'],
    ['Die Rolltreppe steht', 'facility'],
    ['Le portillon ne marche pas', 'facility'],
    ['The 3D printer stopped working', 'it'],
    ['Il plotter è guasto', 'it'],
    ['Der Plotter spinnt', 'it'],
    ['Le traceur est en panne', 'it'],
  ])('are decided: %s', (text, category) => {
    expect(categorise(text)).toMatchObject({ category, unsure: false });
  });

  it.each([
    ['The lift does not work', 'facility'],
    ["L'ascensore non va", 'facility'],
    ['El ascensor no funciona', 'facility'],
    ["L'ascenseur ne marche pas", 'facility'],
    ['The wifi has a problem', 'it'],
    ['The heating has a problem', 'facility'],
    ['There is a problem with the projector', 'it'],
    ['Die Tür funktioniert nicht', 'facility'],
    ['Il proiettore ha un problema', 'it'],
    ["L'imprimante ne fonctionne plus", 'it'],
  ])('are decided, which were asked about before the seeds had them: %s', (text, category) => {
    expect(categorise(text)).toMatchObject({ category, unsure: false });
  });

  it.each([
    'It is broken',
    'Geht nicht',
    'È rotto',
    'I have a problem',
    'What was the problem with the lift?',
    'Es gibt ein Problem',
    'The escalator works again',
    'Die Rolltreppe läuft wieder',
    'Il plotter funziona di nuovo',
    'Le portillon remarche',
    'no problem with the escalator',
  ])('are asked about where they name no thing, or say that it works: %s', text => {
    expect(categorise(text).unsure).toBe(true);
  });
});
