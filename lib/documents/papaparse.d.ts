/** What csv.ts uses of Papa Parse; the published types need Node's, which would take the place of Deno's. */
export interface ParseError {
  readonly type: "Quotes" | "Delimiter" | "FieldMismatch";
  readonly message: string;
  /** Index of the row. */
  readonly row?: number;
}

declare const Papa: {
  parse<Row>(
    text: string,
    options: { readonly skipEmptyLines: "greedy" },
  ): { readonly data: Row[]; readonly errors: ParseError[] };
};
export default Papa;
