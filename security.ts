import type { App } from "fresh";

const POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

const NONCE = /'nonce-[\w+/=-]+'/;

/**
 * Headers that keep a page to itself: nothing from other hosts, no inline script or style, no framing.
 *
 * They are put on around the handler, because an error page is rendered outside the middlewares. The
 * policy replaces that of Fresh's own `csp()`, which would send a LAN's plain http to https; only the
 * nonce is kept that Fresh gives to a script it writes into the page, if it writes one.
 */
export function secured<State>(app: App<State>): App<State> {
  const inner = app.handler.bind(app);
  app.handler = () => {
    const handle = inner();
    return async (request, info) => withHeaders(await handle(request, info));
  };
  return app;
}

function withHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  const nonce = NONCE.exec(headers.get("Content-Security-Policy") ?? "")?.[0];
  const policy = nonce ? [...POLICY, `script-src 'self' ${nonce}`] : POLICY;
  headers.set("Content-Security-Policy", policy.join("; "));
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
