import { createClient } from '@campus-desk/contract';
import { createLogger, type Service } from '@campus-desk/service-kit';
import { afterAll, describe, expect, test } from 'vitest';
import { createBacklog } from '../../analytics/backlog/app.ts';
import { createCategories } from '../../analytics/categories/app.ts';
import { createCharts } from '../../analytics/charts/app.ts';
import { createResolution } from '../../analytics/resolution/app.ts';
import { testStart } from '../support/api.ts';
import { withoutBrowser } from '../support/browser.ts';
import { drawFirstChart } from '../support/draw-first-chart.ts';
import { startStack } from '../support/stack.ts';
import { ada, ben, openCampus } from './campus.ts';

/** An image of the browser, where `evaluate` runs. */
type Picture = { naturalWidth: number };

const title = 'Opened in the last 36 hours, not closed yet';

describe.skipIf(withoutBrowser)('statistics', () => {
  let services: Service[] = [];
  const campus = openCampus({ stack: () => startStack({ isQuick: true, statsUrls }) });

  afterAll(() => Promise.all(services.map(service => service.close())));

  test('the modal asks what fits the analysis, and the answer comes with table, picture and CSV', async () => {
    const student = await campus.visit(ada);
    await student.hasFiled('The wifi is slow');
    const helper = await campus.visit(ben, { address: `/?as=${ben}&in=C02GENERAL` });

    await helper.says('/stats');
    const form = helper.dialog('Statistics');
    const analysis = form.getByRole('combobox', { name: 'Analysis' });
    await analysis.selectOption({ label: 'Active by category' });
    await form.getByRole('textbox', { name: 'Period' }).waitFor({ state: 'detached' });
    await analysis.selectOption({ label: 'Not closed yet' });
    await form.getByRole('textbox', { name: 'Period' }).fill('36');
    await form.getByRole('combobox', { name: 'Unit' }).selectOption('hours');
    await form.getByRole('button', { name: 'Show' }).click();

    const answer = helper.messages.getByRole('article').filter({ hasText: title }).last();
    await answer.getByText('Not closed yet 1').waitFor();
    const picture = helper.messages
      .getByRole('img', { name: /^1 ticket opened in the last 36 hours/ })
      .first();
    const refresh = answer.getByRole('button', { name: 'Refresh' });
    const isDrawn = async () => {
      // A busy machine may take longer to draw than the answer waits: then one asks again.
      if (await helper.messages.getByText('The chart could not be drawn just now').isVisible())
        await refresh.click();
      return picture.isVisible();
    };
    await expect.poll(isDrawn, { interval: 200 }).toBe(true);
    await expect
      .poll(() => picture.evaluate(({ naturalWidth }: Picture) => naturalWidth))
      .toBeGreaterThan(500);
    await answer.getByRole('button', { name: /CSV/ }).click();
    await helper.messages.getByText('The CSV is on its way').waitFor();
    // A button that is pressed while the answer is drawn anew may be gone from under the pointer: this comes last.
    await refresh.click();
    await expect.poll(isDrawn, { interval: 200 }).toBe(true);
    await helper.opens('Campus Desk');
    await helper.messages.getByRole('link', { name: /^backlog-.*\.csv/ }).waitFor();
  });

  test('a wrong question gets a line with an example', async () => {
    const helper = await campus.visit(ben);

    await helper.says('/stats backlog soon');

    await helper.messages.getByText('/stats backlog 36h', { exact: true }).waitFor();
    await helper.messages.getByText('You typed: /stats backlog soon').waitFor();
  });

  /** The analytics services over this API, each on a free port. */
  async function statsUrls({ url: baseUrl }: { url: string }) {
    const logger = createLogger({ level: 'silent' });
    const client = createClient({ baseUrl, token: undefined });
    // A period ends before the moment of asking.
    const clock = () => new Date(Date.parse(testStart) + 60_000);
    const parts = { client, clock, timeZone: 'Europe/Rome', logger, token: undefined };
    services = await Promise.all([
      createBacklog(parts),
      createResolution(parts),
      createCategories(parts),
      createCharts({ logger }),
    ]);
    const [backlog = '', resolution = '', categories = '', charts = ''] = await Promise.all(
      services.map(service => service.listen({ host: '127.0.0.1', port: 0 })),
    );
    await drawFirstChart(charts);
    return { backlog, resolution, categories, charts };
  }
});
