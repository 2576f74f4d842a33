/**
 * A {@linkcode Cairn} that exists before its packs are open: pages and health checks can say what is missing.
 * @module
 */
import type { Cairn } from "../ports.ts";

/** Stands in for the application until `open` gives it the real one. */
export class StartingCairn implements Cairn {
  #cairn: Cairn | null = null;
  #state = { detail: "Cairn is opening its packs", progress: 0 };

  /** From now on everything goes to the real application. */
  open(cairn: Cairn): void {
    this.#cairn = cairn;
  }

  progress(detail: string, progress: number): void {
    this.#state = { detail, progress };
  }

  ready(): ReturnType<Cairn["ready"]> {
    return this.#cairn === null ? this.#state : this.#cairn.ready();
  }

  ask(...args: Parameters<Cairn["ask"]>): ReturnType<Cairn["ask"]> {
    return this.#opened().ask(...args);
  }

  explain(...args: Parameters<Cairn["explain"]>): ReturnType<Cairn["explain"]> {
    return this.#opened().explain(...args);
  }

  again(...args: Parameters<Cairn["again"]>): ReturnType<Cairn["again"]> {
    return this.#opened().again(...args);
  }

  check(...args: Parameters<Cairn["check"]>): ReturnType<Cairn["check"]> {
    return this.#opened().check(...args);
  }

  recall(id: string): ReturnType<Cairn["recall"]> {
    return this.#cairn?.recall(id) ?? null;
  }

  search(...args: Parameters<Cairn["search"]>): ReturnType<Cairn["search"]> {
    return this.#opened().search(...args);
  }

  packs(): ReturnType<Cairn["packs"]> {
    return this.#cairn?.packs() ?? [];
  }

  document(id: string): ReturnType<Cairn["document"]> {
    return this.#cairn?.document(id) ?? null;
  }

  documents(): ReturnType<Cairn["documents"]> {
    return this.#cairn?.documents() ?? [];
  }

  cards(): ReturnType<Cairn["cards"]> {
    return this.#cairn?.cards() ?? [];
  }

  #opened(): Cairn {
    if (this.#cairn === null) throw new Error("Cannot ask before the packs are open; see /healthz");
    return this.#cairn;
  }
}
