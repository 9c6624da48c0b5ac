import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from './problem.ts';

/** One row of a data set: text by column, as it stands in the file. */
export type Row = Readonly<Record<string, string>>;

/** Splits one line of RFC 4180. splitLine('a,"b, c"') // => ['a', 'b, c'] */
function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}

/**
 * The rows of content/datasets/<id>/data.csv.
 * @throws ContentError when the file is missing or a row has more or fewer cells than the heading
 */
export function readDataset(root: string, id: string): Row[] {
  const file = `content/datasets/${id}/data.csv`;
  if (!existsSync(join(root, file)))
    throw new ContentError([
      { file, what: 'the data of the set are missing', mend: 'add data.csv beside meta.yaml' },
    ]);
  const [head = '', ...lines] = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  const columns = splitLine(head);
  return lines.map((line, index) => {
    const cells = splitLine(line);
    if (cells.length !== columns.length)
      throw new ContentError([
        {
          file,
          line: index + 2,
          what: `has ${cells.length} cells, the heading has ${columns.length}`,
          mend: 'quote cells that hold a comma',
        },
      ]);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}
