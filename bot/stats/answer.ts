import { AppError, type Report } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import type { Image, StatsPart } from '../ui/stats-message.ts';
import { drawChart } from './draw-chart.ts';
import type { ReadReport } from './reports.ts';
import { type ReportRequest, reportRequestsOf, type StatsRequest } from './stats-request.ts';
import { uploadImage } from './upload-image.ts';

/** What the statistics are made with. */
export type StatsContext = {
  readReport: ReadReport;
  quickchartUrl: string;
  /** For uploads; longer patience than for a person's click. */
  slack: WebClient;
  logger: Logger;
  sleep: (ms: number) => Promise<void>;
};

/** An answer in the making: the words, and a promise of the same with pictures, which never rejects. */
export type Answer = { parts: StatsPart[]; withPictures: Promise<StatsPart[]> };

/** The words are there already; a picture that takes longer says that it could not be drawn. */
const drawingTimeoutMs = 2200;

type AnswerStatsInput = { context: StatsContext; request: StatsRequest };

/** Asks the services and draws their charts, all at once; a missing part is named, the others are there. */
export async function answerStats({ context, request }: AnswerStatsInput): Promise<Answer> {
  const parts = await Promise.all(
    reportRequestsOf(request).map(reportRequest => ask({ context, reportRequest })),
  );
  return { parts, withPictures: Promise.all(parts.map(part => withPicture({ context, part }))) };
}

type ReadReportsInput = { context: StatsContext; request: StatsRequest };

/** The reports of a request, for a file; throws when one is missing. */
export async function readReports({ context, request }: ReadReportsInput): Promise<Report[]> {
  return Promise.all(reportRequestsOf(request).map(reportRequest => context.readReport(reportRequest)));
}

type AskInput = { context: StatsContext; reportRequest: ReportRequest };

async function ask({ context, reportRequest }: AskInput): Promise<StatsPart> {
  try {
    return { report: await context.readReport(reportRequest), image: undefined, note: undefined };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal' || error.code === 'unauthorized') {
      context.logger.error({ err: error, ...reportRequest }, 'report failed');
      return {
        missing: `The statistics “${reportRequest.analysis}” failed. Whoever runs Campus Desk finds the reason in the log.`,
      };
    }
    context.logger.warn({ err: error, ...reportRequest }, 'report not available');
    return { missing: error.message };
  }
}

type WithPictureInput = { context: StatsContext; part: StatsPart };

async function withPicture({ context, part }: WithPictureInput): Promise<StatsPart> {
  if ('missing' in part) return part;
  const { report } = part;
  try {
    return { report, image: await picture({ context, report }), note: undefined };
  } catch (error) {
    context.logger.warn({ err: error, service: report.service }, 'chart not drawn');
    return {
      report,
      image: undefined,
      note: 'The chart could not be drawn just now; the numbers are complete.',
    };
  }
}

async function picture({ context, report }: { context: StatsContext; report: Report }): Promise<Image> {
  const { quickchartUrl, slack } = context;
  const drawn = await drawChart({ report, quickchartUrl, timeoutMs: drawingTimeoutMs });
  if ('url' in drawn) return drawn;
  const { png } = drawn;
  const { title } = report;
  return { fileId: await uploadImage({ slack, png, title }), png, title };
}
