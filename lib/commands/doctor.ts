/**
 * `cairn doctor`: is everything here that an answer needs, and what mends what is not.
 * @module
 */
import { BUILTIN, cairnHome } from "../config.ts";
import {
  builtinPath,
  openEmbedder,
  openReader,
  readDecisionModel,
  readEmergencyHead,
  verifyPackFile,
  VERSION,
} from "../wire.ts";
import { EXIT, parse, print } from "./cli.ts";
import { USAGE } from "./usage.ts";

/** One finding; `mend` is the command or deed that mends it, null when it is in order. */
interface Finding {
  readonly what: string;
  readonly found: string;
  readonly ok: boolean;
  readonly mend: string | null;
}

export async function doctor(args: string[]): Promise<number> {
  const { values } = parse(args, { json: { type: "boolean" } } as const, USAGE.doctor);
  const findings = [platform(), await home(), ...await encoders(), ...packs()];
  if (values.json === true) print(JSON.stringify({ version: VERSION, findings }));
  else {
    print(`Cairn ${VERSION}`);
    for (const { what, found, ok, mend } of findings) {
      print(
        `${ok ? "ok  " : "FAIL"} ${what.padEnd(16)} ${found}${mend === null ? "" : `\n     mend: ${mend}`}`,
      );
    }
  }
  return findings.every(({ ok }) => ok) ? EXIT.done : EXIT.failed;
}

function platform(): Finding {
  const { os, arch } = Deno.build;
  const { total, available } = Deno.systemMemoryInfo();
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
  const cores = navigator.hardwareConcurrency;
  const found = `${os} ${arch}, ${cores} cores, ${gigabytes(available)} of ${
    gigabytes(total)
  } memory free, Deno ${Deno.version.deno}`;
  const enough = available > 400 * 2 ** 20;
  return {
    what: "machine",
    found,
    ok: enough,
    mend: enough ? null : "Close other programs: Cairn needs about 350 MB.",
  };
}

async function home(): Promise<Finding> {
  const path = cairnHome();
  try {
    await Deno.mkdir(path, { recursive: true });
    const probe = `${path}/.probe-${crypto.randomUUID().slice(0, 8)}`;
    await Deno.writeTextFile(probe, "");
    await Deno.remove(probe);
    return { what: "data folder", found: path, ok: true, mend: null };
  } catch (error) {
    const packsThere = BUILTIN.every(({ id }) => verifies(builtinPath(id)));
    return {
      what: "data folder",
      found: `${path} cannot be written: ${(error as Error).message}`,
      ok: packsThere,
      mend: packsThere ? null : "Set CAIRN_HOME to a folder you may write to.",
    };
  }
}

async function encoders(): Promise<Finding[]> {
  const opening = { embedder: openEmbedder(), reader: openReader() };
  const broken: Finding[] = [];
  for (const [what, opened] of Object.entries(opening)) {
    await opened.catch((error: Error) =>
      broken.push({ what, found: error.message, ok: false, mend: "git checkout -- models" })
    );
  }
  if (broken.length > 0) return broken;
  const [embedder, reader] = await Promise.all([opening.embedder, opening.reader]);
  const found = `${embedder.id} ${embedder.sha256.slice(0, 16)}, ${embedder.dimension} dimensions`;
  const findings: Finding[] = [{ what: "embedder", found, ok: true, mend: null }];
  findings.push({
    what: "reader",
    found: `${reader.id} ${reader.sha256.slice(0, 16)}`,
    ok: true,
    mend: null,
  });
  try {
    const { fitted, thresholds } = await readDecisionModel(embedder, reader);
    const levels = Object.entries(thresholds).map(([risk, t]) => `${risk} ${t.toFixed(2)}`).join(", ");
    findings.push({
      what: "decision",
      found: `fitted ${fitted}; thresholds ${levels}`,
      ok: true,
      mend: null,
    });
  } catch (error) {
    findings.push({ what: "decision", found: (error as Error).message, ok: false, mend: "deno task fit" });
  }
  try {
    const { classes, threshold } = await readEmergencyHead(embedder, reader);
    const found = `${classes.length - 1} cards, threshold ${threshold}`;
    findings.push({ what: "emergencies", found, ok: true, mend: null });
  } catch (error) {
    findings.push({
      what: "emergencies",
      found: (error as Error).message,
      ok: false,
      mend: "git checkout -- models",
    });
  }
  return findings;
}

function packs(): Finding[] {
  return BUILTIN.map(({ id, title }) => {
    const path = builtinPath(id);
    try {
      const { header, problems } = verifyPackFile(path);
      if (problems.length === 0) {
        return {
          what: `pack ${id}`,
          found: `${title}, content ${header.contentHash.slice(0, 16)}`,
          ok: true,
          mend: null,
        };
      }
      return {
        what: `pack ${id}`,
        found: problems.join("; "),
        ok: false,
        mend: `rm ${path} && deno task start`,
      };
    } catch (error) {
      return {
        what: `pack ${id}`,
        found: (error as Error).message,
        ok: false,
        mend: "deno task start builds the built-in packs",
      };
    }
  });
}

function verifies(path: string): boolean {
  try {
    return verifyPackFile(path).problems.length === 0;
  } catch {
    return false;
  }
}
