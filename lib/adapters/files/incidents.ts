/**
 * Incidents as files of a folder, one each: a ranger can read, copy and delete them.
 * @module
 */
import { Incident } from "../../incidents/incident.ts";

/** More than anybody reads; past it the folder is full of what somebody sent on purpose. */
const MOST = 2000;

const NAME = /^[0-9a-z-]{1,60}$/;

/** No incident is called that. */
export class UnknownIncidentError extends Error {
  override readonly name = "UnknownIncidentError";
}

/** The incidents of a folder, which is made when the first one comes. */
export class IncidentFolder {
  constructor(readonly path: string) {}

  /**
   * Writes it whole or not at all; an earlier report of the same answer is replaced. A question that its asker let be
   * kept stays kept: a second tap on the report is no withdrawal.
   *
   * @returns what is kept now
   */
  async save(incident: Incident): Promise<Incident> {
    await Deno.mkdir(this.path, { recursive: true });
    const path = this.#pathOf(incident.id);
    if ((await this.#names()).length >= MOST && !await exists(path)) {
      throw new Error(`${this.path} holds ${MOST} incidents. Move or delete those that are dealt with.`);
    }
    const before = incident.asked === null ? await this.read(incident.id).catch(() => null) : null;
    const kept = before?.answerSha256 === incident.answerSha256
      ? { ...incident, asked: before.asked }
      : incident;
    const part = `${path}.${crypto.randomUUID()}.part`;
    try {
      await Deno.writeTextFile(part, JSON.stringify(kept, null, 2) + "\n", { createNew: true });
      await Deno.rename(part, path);
      return kept;
    } catch (error) {
      await Deno.remove(part).catch(() => {});
      throw error;
    }
  }

  /** Every incident, the newest first, and files that are none with what is wrong. */
  async list(): Promise<{ incidents: Incident[]; damaged: string[] }> {
    const incidents: Incident[] = [];
    const damaged: string[] = [];
    for (const name of await this.#names()) {
      try {
        incidents.push(await this.read(name));
      } catch (error) {
        damaged.push((error as Error).message);
      }
    }
    incidents.sort((a, b) => a.reported < b.reported ? 1 : -1);
    return { incidents, damaged };
  }

  /** @throws {UnknownIncidentError} when there is none, and an error that names the file when it is damaged */
  async read(id: string): Promise<Incident> {
    const path = this.#pathOf(id);
    const text = await Deno.readTextFile(path).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      throw new UnknownIncidentError(
        `There is no incident ${id} in ${this.path}. Try: deno task cairn incident list`,
      );
    });
    const checked = Incident.safeParse(jsonOf(text));
    if (checked.success) return checked.data;
    const { path: where, message } = checked.error.issues[0]!;
    throw new Error(
      `${path} is no incident (${where.join(".") || "file"}: ${message}). Delete it or mend it.`,
    );
  }

  #pathOf(id: string): string {
    if (!NAME.test(id)) {
      throw new UnknownIncidentError(`"${id}" is not how incidents are called: 2026-11-21-1a2b3c4d.`);
    }
    return `${this.path}/${id}.json`;
  }

  async #names(): Promise<string[]> {
    const names: string[] = [];
    try {
      for await (const { name, isFile } of Deno.readDir(this.path)) {
        if (isFile && name.endsWith(".json")) names.push(name.slice(0, -".json".length));
      }
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    return names.filter((name) => NAME.test(name)).sort();
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
