/** The fields of one record and the line it begins on. */
export type CsvRecord = { fields: string[]; line: number };

/** The records of a CSV by RFC 4180: quoted fields may contain commas, line breaks and doubled quotes; throws with the line. */
export function parseCsv(source: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  while (field.lastIndex < source.length || fields.length > 0) {
    const match = field.exec(source);
    if (!match)
      throw new Error(`Line ${line}: a quote that is not closed or stands inside an unquoted field.`);
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    line += match[0].split('\n').length - 1;
    if (match[3] === ',') continue;
    records.push({ fields, line: start });
    fields = [];
    start = line;
  }
  return records;
}
