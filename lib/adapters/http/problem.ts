/**
 * Errors as RFC 9457 problem documents.
 * @module
 */
import type { Problem } from "../../schema.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "Not JSON",
  403: "Host not allowed",
  404: "Not found",
  405: "Method not allowed",
  413: "Too long",
  422: "Wrong shape",
  500: "Internal error",
  503: "Not ready",
};

/** A problem response; `detail` says what, where, and what to do. */
export function problem(status: number, detail: string, headers: HeadersInit = {}): Response {
  const body: Problem = { type: "about:blank", title: TITLES[status] ?? "Error", status, detail };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
