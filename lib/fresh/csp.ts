import type { Middleware } from "./types.ts";

/** Options of {@linkcode csp}. */
export interface CSPOptions {
  reportOnly?: boolean;
  /** Added after the defaults; a browser heeds the first directive of a name. */
  csp?: string[];
  /** Without `'unsafe-inline'`. This implementation writes no inline script, so it needs no nonce either. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

/** Sets the Content-Security-Policy of every response. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const name = options.reportOnly ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy";
  const policy = [...DEFAULTS, ...options.csp ?? []].join("; ");
  const value = options.useNonce ? policy.replaceAll(" 'unsafe-inline'", "") : policy;
  return async (ctx) => {
    const response = await ctx.next();
    response.headers.set(name, value);
    return response;
  };
}
