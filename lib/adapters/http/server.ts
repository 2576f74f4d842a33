/**
 * API and page behind one door: unknown hosts are refused, everything else is routed.
 * @module
 */
import type { Hono } from "hono";
import type { Cairn } from "../../ports.ts";
import { problem } from "./problem.ts";

export interface Doors {
  readonly api: Hono;
  readonly page: (request: Request) => Response | Promise<Response>;
  readonly cairn: Cairn;
  /** Names under which this server may be called, without port, lower case. */
  readonly hosts: ReadonlySet<string>;
}

/** Names of the machine itself; what a browser on it calls it. */
export const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

const API = /^\/(api|healthz|metrics|openapi\.json)(\/|$)/;

/** The request handler. A page asked for before packs are open waits politely and asks again by itself. */
export function handler({ api, page, cairn, hosts }: Doors): (request: Request) => Promise<Response> {
  const answer = async (request: Request) => {
    const url = new URL(request.url);
    // A page elsewhere could point its own name at this address (DNS rebinding); the Host header tells.
    if (!hosts.has(url.hostname.toLowerCase())) {
      return problem(403, `This Cairn does not answer to ${url.hostname}. ${whatIsLetIn(hosts)}`);
    }
    if (API.test(url.pathname)) return await api.fetch(request);
    const waiting = cairn.ready();
    if (waiting !== null && !url.pathname.includes(".")) return waitingPage(waiting.detail, waiting.progress);
    return await page(request);
  };
  return async (request) =>
    request.method === "HEAD"
      ? await headOf(await answer(new Request(request, { method: "GET" })))
      : await answer(request);
}

/** On a network the names of the machine there; else its own, and how to open it to the network. */
function whatIsLetIn(hosts: ReadonlySet<string>): string {
  const lan = [...hosts].filter((host) => !LOOPBACK_HOSTS.includes(host));
  return lan.length > 0 ? `Use ${lan.join(" or ")}.` : `Use ${[...hosts][0]}, or start it with --lan.`;
}

/** The same status and headers, the length of the body among them, and no body. */
async function headOf(response: Response): Promise<Response> {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.set("content-length", String((await response.arrayBuffer()).byteLength));
  return new Response(null, { status, statusText, headers });
}

function waitingPage(detail: string, progress: number): Response {
  const percent = Math.round(progress * 100);
  const body =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2"><title>Cairn is getting ready</title></head><body><main><h1>Cairn is getting ready</h1>
<p>${
      escape(detail)
    }</p><progress max="100" value="${percent}">${percent} %</progress><p>This page reloads by itself.</p></main></body></html>`;
  return new Response(body, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "retry-after": "2",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'self'",
    },
  });
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
