/**
 * The HTTP API over a {@linkcode Cairn}.
 * @module
 */
import { type Context, Hono } from "hono";
import type { z } from "zod";
import type { Metrics } from "../../metrics/metrics.ts";
import { type Cairn, type Incidents, UnknownPackError } from "../../ports.ts";
import { AskRequest, CheckRequest, IncidentReport, MAX_QUESTION } from "../../schema.ts";
import { openApiDocument } from "./openapi.ts";
import { problem } from "./problem.ts";
import { answerStream } from "./stream.ts";

/** Largest accepted body, in bytes: a question of the greatest length with every option and room to spare. */
const MAX_BODY = 64 * 1024;
const NOT_STORED = { "cache-control": "no-store" };
const DEFAULT_HITS = 10;
const MAX_HITS = 50;

export interface ApiOptions {
  readonly cairn: Cairn;
  readonly incidents: Incidents;
  readonly metrics: Metrics;
  readonly version: string;
}

/** Routes of the API; everything else is left to the page. */
export function api({ cairn, incidents, metrics, version }: ApiOptions): Hono {
  const app = new Hono();
  app.onError((error) => {
    console.error(error);
    return problem(500, "Cairn met an error of its own; the answer was not made. The log names it.");
  });

  /** Reads a question and has it answered; what stands in the way becomes a problem. */
  const asking = (respond: (request: AskRequest, c: Context) => Promise<Response>) => async (c: Context) => {
    const request = await readAsk(c.req.raw);
    if (request instanceof Response) return request;
    const waiting = cairn.ready();
    if (waiting !== null) return notReady(waiting);
    try {
      return await respond(request, c);
    } catch (error) {
      if (error instanceof UnknownPackError) return problem(404, error.message);
      throw error;
    }
  };

  app.post(
    "/api/v1/ask",
    asking(async (request, c) => {
      const start = performance.now();
      const count = (answer: Parameters<Metrics["record"]>[0]) =>
        metrics.record(answer, (performance.now() - start) / 1000);
      if (c.req.header("accept")?.includes("text/event-stream") === true) {
        return await answerStream(cairn, request, count);
      }
      const answer = await cairn.ask(request);
      count(answer);
      return c.json(answer, 200, NOT_STORED);
    }),
  );

  // Not counted: the answer was, when it was asked for.
  app.post(
    "/api/v1/explain",
    asking(async (request, c) => c.json(await cairn.explain(request), 200, NOT_STORED)),
  );

  app.post("/api/v1/check", async (c) => {
    const request = await readJson(c.req.raw, CheckRequest, '{"text":"…","document":"…"}');
    if (request instanceof Response) return request;
    const waiting = cairn.ready();
    if (waiting !== null) return notReady(waiting);
    const { text, document, evidence } = request;
    const source = evidence ?? cairn.document(document!)?.text;
    if (source === undefined) return problem(404, `No open pack has a document ${document}.`);
    return c.json({ checks: await cairn.check(text, source) }, 200, NOT_STORED);
  });

  app.post("/api/v1/incidents", async (c) => {
    const report = await readJson(c.req.raw, IncidentReport, '{"answer":"…"}');
    if (report instanceof Response) return report;
    try {
      const receipt = await incidents.report(report);
      if (receipt !== null) {
        metrics.incident();
        return c.json(receipt, 201, NOT_STORED);
      }
    } catch (error) {
      console.error(error);
      return problem(500, `The report could not be kept: ${(error as Error).message}`);
    }
    return problem(404, `No answer ${report.answer} is known any more; ask again, then report.`);
  });

  app.get("/api/v1/search", async (c) => {
    const query = c.req.query("q") ?? "";
    if (query.trim() === "") return problem(422, "q must not be empty: /api/v1/search?q=boil%20water");
    if (query.length > MAX_QUESTION) {
      return problem(413, `q has ${query.length} characters; at most ${MAX_QUESTION} are read.`);
    }
    const k = Number(c.req.query("k") ?? DEFAULT_HITS);
    if (!Number.isInteger(k) || k < 1 || k > MAX_HITS) {
      return problem(422, `k must be a whole number from 1 to ${MAX_HITS}.`);
    }
    const waiting = cairn.ready();
    if (waiting !== null) return notReady(waiting);
    return c.json({ hits: await cairn.search(query, k) });
  });

  app.get("/api/v1/packs", (c) => c.json({ packs: cairn.packs() }));

  app.get("/api/v1/documents/:id{.+}", (c) => {
    const id = c.req.param("id");
    const document = cairn.document(id);
    if (document === null) return problem(404, `No open pack has a document ${id}.`);
    const { text, title, pack, blocks, source, licence, asOf, topic, risk } = document;
    return c.json({ id, pack, title, text, blocks, source, licence, asOf, topic, risk });
  });

  app.get("/healthz", (c) => {
    const waiting = cairn.ready();
    return waiting === null ? c.json({ status: "ready" }) : notReady(waiting);
  });
  app.get("/metrics", () => text(metrics.expose(), "text/plain; version=0.0.4; charset=utf-8"));
  app.get("/openapi.json", (c) => c.json(openApiDocument(version)));
  app.notFound((c) => {
    const allow = methodsOf(c.req.path);
    return allow === null
      ? problem(404, "There is no such address in the API; see /openapi.json.")
      : problem(405, `${c.req.method} is not answered here; ${allow} is.`, { allow });
  });
  return app;
}

/** The request of an ask, or the problem with it. */
async function readAsk(request: Request): Promise<AskRequest | Response> {
  const asked = await readJson(request, AskRequest, '{"question":"…"}');
  if (asked instanceof Response) return asked;
  const { question, previous } = asked;
  if (question.length > MAX_QUESTION) {
    return problem(
      413,
      `The question has ${question.length} characters; at most ${MAX_QUESTION} are read. Shorten it.`,
    );
  }
  if (question.trim() === "" && previous?.choice === undefined) {
    return problem(422, "question must not be empty.");
  }
  return asked;
}

/**
 * A body of some shape, or the problem with it.
 *
 * @param like an example of the shape, for messages
 */
async function readJson<T>(request: Request, shape: z.ZodType<T>, like: string): Promise<T | Response> {
  const body = await readBody(request);
  if (body === null) return problem(413, `The body is longer than the ${MAX_BODY} bytes that are read.`);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    return problem(400, `The body must be JSON like ${like}: ${(error as Error).message}`);
  }
  const checked = shape.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  return problem(422, `${issue.path.join(".") || "body"}: ${issue.message}`);
}

function notReady({ detail, progress }: NonNullable<ReturnType<Cairn["ready"]>>): Response {
  return problem(503, `${detail} (${Math.round(progress * 100)} %)`, { "retry-after": "2" });
}

function text(body: string, type: string): Response {
  return new Response(body, { headers: { "content-type": type, ...NOT_STORED } });
}

/** Methods of an address of the API; null when there is none. */
function methodsOf(path: string): string | null {
  if (/^\/api\/v1\/(ask|explain|check|incidents)$/.test(path)) return "POST";
  return /^\/(api\/v1\/(search|packs|documents\/.+)|healthz|metrics|openapi\.json)$/.test(path)
    ? "GET, HEAD"
    : null;
}

/** The body's text, or null as soon as it is longer than what is read. */
async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY) return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    // Leaving the loop cancels the rest.
    if (length > MAX_BODY) return null;
    parts.push(part);
  }
  return await new Blob(parts).text();
}
