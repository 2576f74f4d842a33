/** A file that cannot become a document: what is wrong, and where when known. */
export class MalformedFileError extends Error {
  override readonly name = "MalformedFileError";
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}
