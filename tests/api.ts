/**
 * What the tests of the HTTP API share: a fake behind it, requests, and how answers are read.
 * @module
 */
import assert from "node:assert/strict";
import type { Hono } from "hono";
import { api } from "../lib/adapters/http/api.ts";
import { UnknownPackError } from "../lib/ports.ts";
import { Metrics } from "../lib/metrics/metrics.ts";
import type { Cairn, Incidents } from "../lib/ports.ts";
import { Problem, type SearchHit } from "../lib/schema.ts";
import { fakeCairn, type FakeOptions, WATER } from "./fakes.ts";

/** What every search of the fake finds. */
export const HIT: SearchHit = {
  documentId: WATER.id,
  title: WATER.title,
  headings: ["How long to boil water"],
  start: 0,
  end: 5,
  text: WATER.text.slice(0, 5),
  lexical: 1.5,
  dense: 0.25,
};

/** Headers that ask for server-sent events. */
export const STREAM = { accept: "text/event-stream" };

/** The shared fake, which here also searches and knows which packs are open. */
export function fake(options: FakeOptions = {}): Cairn {
  const cairn = fakeCairn(options);
  return {
    ...cairn,
    ask(request, listener) {
      const unknown = request.packs?.find((id) => id !== "fake");
      if (unknown === undefined) return cairn.ask(request, listener);
      return Promise.reject(new UnknownPackError(`No open pack is called ${unknown}; open are: fake`));
    },
    search: (_query, k) => Promise.resolve(Array.from({ length: Math.min(k, 3) }, () => HIT)),
  };
}

const NO_INCIDENTS: Incidents = { report: () => Promise.resolve(null) };

/** The API over a Cairn. */
export function openApi(cairn: Cairn = fake(), incidents: Incidents = NO_INCIDENTS): Hono {
  return api({ cairn, incidents, metrics: new Metrics(), version: "0.1.0" });
}

export function post(body: BodyInit, headers: Record<string, string> = {}): RequestInit {
  return { method: "POST", body, headers };
}

/** A request of `POST /api/v1/ask`. */
export function ask(request: unknown, headers: Record<string, string> = {}): RequestInit {
  return post(JSON.stringify(request), { "content-type": "application/json", ...headers });
}

/** The problem document of a response, checked. */
export async function problemOf(response: Response, status: number): Promise<Problem> {
  assert.equal(response.status, status, await response.clone().text());
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const problem = Problem.strict().parse(await response.json());
  assert.equal(problem.status, status);
  assert.notEqual(problem.title, "Error");
  assert.ok(problem.detail.length > 10, problem.detail);
  return problem;
}

/** Server-sent events as name and data, one data line each. */
export function eventsOf(body: string): [name: string, data: unknown][] {
  assert.ok(body.endsWith("\n\n"), "the last event is not finished");
  return body.slice(0, -2).split("\n\n").map((event) => {
    const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? assert.fail(`no event: ${event}`);
    return [name!, JSON.parse(data!)];
  });
}
