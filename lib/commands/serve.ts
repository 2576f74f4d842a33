/**
 * `cairn serve`: the page and the API, for this machine or the whole network.
 * @module
 */
import { ensureBuilt, site } from "../../site.ts";
import { api } from "../adapters/http/api.ts";
import { handler, LOOPBACK_HOSTS } from "../adapters/http/server.ts";
import { DEFAULT_PORT, ROOT } from "../config.ts";
import { Metrics } from "../metrics/metrics.ts";
import { openIncidents, VERSION } from "../wire.ts";
import { checkModel, EXIT, PACK_OPTIONS, parse, print, printError, progressBar, UsageError } from "./cli.ts";
import { lanAddresses, lanNames } from "./lan.ts";
import { open } from "./open.ts";
import { StartingCairn } from "./starting.ts";
import { USAGE } from "./usage.ts";

const EXAMPLE = "How long do I boil water to make it safe?";

export async function serve(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    ...PACK_OPTIONS,
    port: { type: "string" },
    lan: { type: "boolean" },
  }, USAGE.serve);
  if (positionals.length > 0) {
    throw new UsageError(`serve takes no words: ${positionals.join(" ")}\nUsage: ${USAGE.serve}`);
  }
  checkModel(values.model);
  const port = readPort(values.port);
  if (values["no-builtin"] === true) {
    printError("Warning: without the built-in packs there are no emergency cards and no trails.");
  }

  const cairn = new StartingCairn();
  const apply = await ensureBuilt(ROOT);
  const addresses = values.lan === true ? lanAddresses() : [];
  const names = values.lan === true ? lanNames(Deno.hostname()) : [];
  const hosts = new Set([...LOOPBACK_HOSTS, ...addresses, ...names]);
  const page = site(cairn, { apply }).handler();
  const listening = listen(
    port,
    values.lan === true,
    handler({
      api: api({ cairn, incidents: openIncidents(cairn), metrics: new Metrics(), version: VERSION }),
      page,
      cairn,
      hosts,
    }),
  );
  if (listening === null) return EXIT.failed;

  const stop = () => void listening.shutdown();
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  const bar = progressBar();
  let opened: Awaited<ReturnType<typeof open>>;
  try {
    opened = await open({
      ...values,
      progress(label, done, total) {
        cairn.progress(`Building ${label}: ${done} of ${total} documents`, done / Math.max(1, total));
        bar(label, done, total);
      },
    });
  } catch (error) {
    await listening.shutdown();
    throw error;
  }
  cairn.open(opened.cairn);
  print(banner(port, opened.cairn.documents().length, addresses));
  await listening.finished;
  opened.close();
  return EXIT.done;
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UsageError(`--port must be a number from 1 to 65535: ${text}`);
  }
  return port;
}

/** Null when the port is taken; the message says how to choose another. */
function listen(
  port: number,
  lan: boolean,
  answer: (request: Request) => Promise<Response>,
): Deno.HttpServer | null {
  try {
    return Deno.serve({ port, hostname: lan ? "0.0.0.0" : "127.0.0.1", onListen: () => {} }, answer);
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    printError(
      `Port ${port} is taken, perhaps by another Cairn: look at http://127.0.0.1:${port}\n` +
        `To use another port: deno task start --port ${port + 1}`,
    );
    return null;
  }
}

function banner(port: number, documents: number, addresses: readonly string[]): string {
  const lan = addresses.map((address) => `\n  on this network   http://${address}:${port}`).join("");
  return `
Cairn ${VERSION} answers from ${documents} documents.

  in the browser    http://127.0.0.1:${port}${lan}
  in the shell      deno task cairn ask "${EXAMPLE}"

Ask it: ${EXAMPLE}
Stop with Ctrl+C.`;
}
