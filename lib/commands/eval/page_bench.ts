/**
 * What the sections of the results page measure with, opened when first needed.
 * @module
 */
import { cairnHome } from "../../config.ts";
import { Library } from "../../corpus/library.ts";
import { readFolder } from "../../documents/read_folder.ts";
import type { Embedder, Pack, Reader } from "../../ports.ts";
import { collapse } from "../../text/normalize.ts";
import {
  buildBuiltin,
  buildPack,
  type Fitted,
  openEmbedder,
  openPacks,
  openReader,
  readFitted,
} from "../../wire.ts";
import { progressBar } from "../cli.ts";

/** Encoders, packs and the folder of the data. */
export class Bench {
  readonly #opened: Pack[] = [];
  #builtin: Promise<readonly Pack[]> | null = null;
  #guides: Promise<Library> | null = null;

  private constructor(
    readonly data: string,
    readonly embedder: Embedder,
    readonly reader: Reader,
    /** What was fitted for the encoders, or why there is nothing. */
    readonly fitted: Fitted | string,
    /** Milliseconds until both encoders had done their first work. */
    readonly loading: number,
  ) {}

  /** Loads the encoders before anything else, so that the time that takes is that of a start. */
  static async open(data: string): Promise<Bench> {
    const start = performance.now();
    const [embedder, reader] = await Promise.all([openEmbedder(), openReader()]);
    await Promise.all([embedder.embed("water"), reader.read("water", { title: "", text: "water" })]);
    const loading = performance.now() - start;
    const fitted = await readFitted(embedder, reader).catch((error: Error) =>
      `No decision is fitted for these encoders: ${collapse(error.message)}`
    );
    return new Bench(data, embedder, reader, fitted, loading);
  }

  /** The built-in packs, built where they are missing or old. */
  builtin(): Promise<readonly Pack[]> {
    return this.#builtin ??= buildBuiltin(this.embedder, progressBar())
      .then(() => this.#open({ builtin: true, packs: [] }));
  }

  /** The guides alone. */
  guides(): Promise<Library> {
    return this.#guides ??= this.#buildGuides();
  }

  /** One pack alone. */
  library(path: string): Library {
    return new Library(this.#open({ builtin: false, packs: [path] }), this.embedder);
  }

  close(): void {
    this.#opened.forEach((pack) => pack.close());
  }

  get guidesFolder(): string {
    return `${this.data}/corpora/trail-sense`;
  }

  async #buildGuides(): Promise<Library> {
    const id = "trail-sense";
    const path = `${cairnHome()}/eval/${id}.cairn`;
    const bar = progressBar();
    const target = { name: this.guidesFolder, id, title: id, entries: readFolder(this.guidesFolder), path };
    await buildPack(target, this.embedder, (done, total) => bar(id, done, total));
    return this.library(path);
  }

  #open(selection: Parameters<typeof openPacks>[0]): readonly Pack[] {
    const packs = openPacks(selection, this.embedder);
    this.#opened.push(...packs);
    return packs;
  }
}
