import { AppError, type Report } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import type { Image, StatsPart } from '../ui/stats-message.ts';
import type { Texts } from '../ui/texts/texts.ts';
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

type AnswerStatsInput = { context: StatsContext; request: StatsRequest; texts: Texts };

/** Asks the services and draws their charts, all at once; a missing part is named, the others are there. */
export async function answerStats({ context, request, texts }: AnswerStatsInput): Promise<Answer> {
  const parts = await Promise.all(
    reportRequestsOf(request).map(reportRequest => ask({ context, reportRequest, texts })),
  );
  return { parts, withPictures: Promise.all(parts.map(part => withPicture({ context, part, texts }))) };
}

/** The reports of a request, for a file; throws when one is missing. */
export async function readReports({ context, request, texts }: AnswerStatsInput): Promise<Report[]> {
  return Promise.all(reportRequestsOf(request).map(one => context.readReport({ ...one, texts })));
}

type AskInput = { context: StatsContext; reportRequest: ReportRequest; texts: Texts };

async function ask({ context, reportRequest, texts }: AskInput): Promise<StatsPart> {
  try {
    const report = await context.readReport({ ...reportRequest, texts });
    return { report, image: undefined, note: undefined };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal' || error.code === 'unauthorized') {
      context.logger.error({ err: error, ...reportRequest }, 'report failed');
      return { missing: texts.stats.failed({ topic: texts.stats.topic[reportRequest.analysis] }) };
    }
    context.logger.warn({ err: error, ...reportRequest }, 'report not available');
    return { missing: error.message };
  }
}

type WithPictureInput = { context: StatsContext; part: StatsPart; texts: Texts };

async function withPicture({ context, part, texts }: WithPictureInput): Promise<StatsPart> {
  if ('missing' in part) return part;
  const { report } = part;
  try {
    return { report, image: await picture({ context, report }), note: undefined };
  } catch (error) {
    context.logger.warn({ err: error, service: report.service }, 'chart not drawn');
    return { report, image: undefined, note: texts.stats.notDrawn };
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
