/**
 * Comma-separated values (RFC 4180) for the tests of the provenance tables.
 * @module
 */

/** Rows of cells. Quoted cells may hold commas, line ends and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at + 1) : plain(text, at);
    row.push(cell);
    at = end;
    if (text[at] === ",") {
      at++;
      if (at < text.length) continue;
      row.push("");
    } else if (at < text.length && text[at] !== "\r" && text[at] !== "\n") {
      throw new SyntaxError(`Cannot read CSV: "${text[at]}" after a quoted cell in row ${rows.length + 1}`);
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

/** Rows as records by the names in the first row. Throws for a row of another length. */
export function parseTable(text: string): Record<string, string>[] {
  const [names = [], ...rows] = parseCsv(text);
  return rows.map((row, i) => {
    if (row.length !== names.length) {
      throw new SyntaxError(
        `Cannot read row ${i + 2}: it has ${row.length} cells, the first has ${names.length}`,
      );
    }
    return Object.fromEntries(names.map((name, j) => [name, row[j]!]));
  });
}

function plain(text: string, start: number): [cell: string, end: number] {
  const length = text.slice(start).search(/[,\r\n]/);
  const end = length < 0 ? text.length : start + length;
  return [text.slice(start, end), end];
}

function quoted(text: string, start: number): [cell: string, end: number] {
  for (let end = start;; end += 2) {
    end = text.indexOf('"', end);
    if (end < 0) throw new SyntaxError("Cannot read CSV: a quoted cell does not end");
    if (text[end + 1] !== '"') return [text.slice(start, end).replaceAll('""', '"'), end + 1];
  }
}
