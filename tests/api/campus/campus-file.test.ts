import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Campus, unknownCampus } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CampusFile, openCampusFile } from '../../../api/campus/campus-file.ts';
import { createTestApi } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';

const logger = createLogger({ level: 'silent' });
let directory: string;
let path: string;
let file: CampusFile | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'campus-'));
  path = join(directory, 'campus.yaml');
});
afterEach(async () => {
  await file?.stop();
  file = undefined;
  rmSync(directory, { recursive: true });
});

describe('the campus file', () => {
  test('is read again on SIGHUP; a wrong one changes nothing', async () => {
    writeFileSync(path, 'name: First');
    file = await openCampusFile({ path, logger });
    const name = () => file?.now().name;
    expect(name()).toBe('First');

    writeFileSync(path, 'name: Second');
    process.emit('SIGHUP', 'SIGHUP');
    await eventually(async () => expect(name()).toBe('Second'));
    writeFileSync(path, 'nme: Third');
    process.emit('SIGHUP', 'SIGHUP');
    writeFileSync(path, 'name: Fourth');
    process.emit('SIGHUP', 'SIGHUP');
    await eventually(async () => expect(name()).toBe('Fourth'));
  });

  test('that is named and not there stops the start', async () => {
    await expect(openCampusFile({ path, logger })).rejects.toThrow(
      `The campus file cannot be read: ${path} does not exist. Put it right, or name another one in CAMPUS_FILE.`,
    );
    await expect(openCampusFile({ path: directory, logger })).rejects.toThrow(`${directory} is a folder.`);
  });

  test('is not needed: nothing is known then, or what the demo says', async () => {
    writeFileSync(path, 'name: Demo');
    file = await openCampusFile({ path: undefined, logger });
    const demo = await openCampusFile({ path: undefined, fallback: path, logger });
    await demo.stop();

    expect(file.now()).toEqual(unknownCampus);
    expect(demo.now().name).toBe('Demo');
  });

  test('is answered as it was read', async () => {
    const campus: Campus = { ...unknownCampus, name: 'University of Example' };
    const api = await createTestApi({ campus });

    expect(await api.call('GET /v1/campus')).toMatchObject({ status: 200, body: campus });
    expect((await api.call('GET /v1/campus')).body.timeZone).toBe('Europe/Rome');
    expect((await (await createTestApi()).call('GET /v1/campus')).body).toMatchObject(unknownCampus);
  });
});
