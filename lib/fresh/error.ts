/** An error with an HTTP status; thrown in a handler it ends in the nearest error page. */
export class HttpError extends Error {
  /** The status of the response. */
  readonly status: number;

  constructor(status: number, message = "", options?: ErrorOptions) {
    super(message, options);
    this.name = "HttpError";
    this.status = status;
  }
}
