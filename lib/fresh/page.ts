import type { PageResponse } from "./types.ts";

type PageOptions = Pick<PageResponse<unknown>, "headers" | "status">;

/** Has the route's component rendered without data. */
export function page(): PageResponse<undefined>;
/** Has the route's component rendered with `data`, under the status and headers given. */
export function page<Data>(data: Data, options?: PageOptions): PageResponse<Data>;
export function page<Data>(data?: Data, options?: PageOptions): PageResponse<Data | undefined> {
  return { data, headers: options?.headers, status: options?.status };
}
