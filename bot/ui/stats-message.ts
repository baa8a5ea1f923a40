import type { Report } from '@campus-desk/contract';
import type { ImageBlock, KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, button, line, literal, moment, paragraph, plain, sentence } from './elements.ts';
import { tableText } from './table-text.ts';
import { escapeText, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** Where Slack finds the picture of a chart. */
export type Image = { url: string } | UploadedImage;

/** A picture in a file of Slack, with what it is made of, to be shared should Slack not show it. */
export type UploadedImage = { fileId: string; png: Buffer; title: string };

/** One analysis of an answer: its report with its picture, or what is missing. */
export type StatsPart =
  | { report: Report; image: Image | undefined; note: string | undefined }
  | { missing: string };

export type StatsMessage = { text: string; blocks: KnownBlock[] };

type StatsMessageInput = { parts: StatsPart[]; request: string; texts: Texts };

/** An answer to `/stats`: complete in words, with the pictures that are ready. */
export function statsMessage({ parts, request, texts }: StatsMessageInput): StatsMessage {
  const { refresh, csv, csvLabel } = texts.stats;
  return {
    text: escapeText(shorten({ text: parts.map(inWords).join('\n'), max: 2000 })),
    blocks: [
      ...parts.flatMap(part => partBlocks({ part, texts })),
      {
        type: 'actions',
        elements: [
          button({ text: refresh, actionId: ids.stats.refresh, value: request }),
          button({
            text: csv,
            actionId: ids.stats.csv,
            value: request,
            label: csvLabel,
          }),
        ],
      },
    ],
  };
}

/** The pictures of an answer that were not ready when its words were. */
export function imagesMessage(parts: StatsPart[]): StatsMessage | undefined {
  const blocks = parts.flatMap(part => ('report' in part ? pictureBlocks(part) : []));
  const words = parts.flatMap(part => ('report' in part ? [part.note ?? part.report.alt] : []));
  return blocks.length === 0 ? undefined : { text: escapeText(words.join('\n')), blocks };
}

/** What is missing, when there is nothing else to show. */
export function missingMessage(parts: StatsPart[]): StatsMessage {
  const text = missingWords(parts);
  return { text: escapeText(text), blocks: [line(text)] };
}

/** What is missing, as plain words. */
export function missingWords(parts: StatsPart[]): string {
  const reasons = parts.flatMap(part => ('missing' in part ? [part.missing] : []));
  return [...new Set(reasons)].join('\n');
}

function inWords(part: StatsPart): string {
  if ('missing' in part) return part.missing;
  const { title, insight, alt } = part.report;
  return [`${title}.`, insight, alt].filter(Boolean).join(' ');
}

function partBlocks({ part, texts }: { part: StatsPart; texts: Texts }): KnownBlock[] {
  if ('missing' in part) return [line(part.missing)];
  const { title, insight, generatedAt, timeZone } = part.report;
  return [
    { type: 'header', text: plain(shorten({ text: title, max: 140 })) },
    ...(insight === undefined ? [] : [paragraph([literal(insight)])]),
    ...figuresLine(part.report),
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_preformatted', elements: [literal(tableText({ report: part.report, texts }))] },
      ],
    },
    ...pictureBlocks(part),
    paragraph(
      sentence({
        message: ({ at }) => texts.stats.asOf({ at, timeZone }),
        pieces: { at: moment(generatedAt) },
      }),
    ),
  ];
}

/** The figures that are not in the table anyway. */
function figuresLine({ figures, rows }: Report): KnownBlock[] {
  const own = figures.filter(({ label, value }) => !rows.some(row => row[0] === label && row[1] === value));
  if (own.length === 0) return [];
  const pieces = own.flatMap(({ label, value }, index) => [
    literal(`${index === 0 ? '' : '   '}${label} `),
    bold(String(value)),
  ]);
  return [paragraph(pieces)];
}

type PictureBlocksInput = { report: Report; image: Image | undefined; note: string | undefined };

function pictureBlocks({ report, image, note }: PictureBlocksInput): KnownBlock[] {
  if (image === undefined) return note === undefined ? [] : [line(note)];
  const source = 'url' in image ? { image_url: image.url } : { slack_file: { id: image.fileId } };
  return [
    { type: 'image', alt_text: shorten({ text: report.alt, max: 1900 }), ...source } satisfies ImageBlock,
  ];
}
