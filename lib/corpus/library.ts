/**
 * The open packs as one collection: joint statistics, one typo index, trails by name.
 * @module
 */
import type { ChunkTerms, DocumentHead, Embedder, Pack, Waypoint } from "../ports.ts";
import type { PassageRef } from "../records.ts";
import type { Document } from "../schema.ts";
import { TypoIndex } from "../text/typos.ts";
import type { Corpus } from "./bm25.ts";
import { TrailNames } from "./trail_names.ts";

/** Everything that is searched together. Immutable: opening other packs makes another library. */
export class Library implements Corpus {
  readonly packs: readonly Pack[];
  readonly chunks: number;
  readonly meanLength: number;
  readonly trails: TrailNames;
  readonly waypoints: readonly Waypoint[];
  readonly #heads = new Map<string, { pack: Pack; head: DocumentHead }>();
  readonly #frequencies = new Map<string, number>();
  readonly #embedder: Embedder;
  #typos: TypoIndex | null = null;

  constructor(packs: readonly Pack[], embedder: Embedder) {
    this.packs = packs;
    this.#embedder = embedder;
    this.chunks = packs.reduce((sum, pack) => sum + pack.chunkCount, 0);
    const words = packs.reduce((sum, pack) => sum + pack.meanLength * pack.chunkCount, 0);
    this.meanLength = this.chunks === 0 ? 0 : words / this.chunks;
    for (const pack of packs) for (const head of pack.documents()) this.#heads.set(head.id, { pack, head });
    this.waypoints = packs.flatMap((pack) => pack.waypoints());
    const isEveryday = (word: string) => embedder.knowsWord(word);
    this.trails = new TrailNames(this.heads(), this.waypoints, isEveryday);
  }

  /** In how many passages of all packs a term occurs. */
  documentFrequency(term: string): number {
    const known = this.#frequencies.get(term);
    if (known !== undefined) return known;
    const df = this.packs.reduce((sum, pack) => sum + (pack.vocabulary().get(term) ?? 0), 0);
    if (this.#frequencies.size < 50_000) this.#frequencies.set(term, df);
    return df;
  }

  heads(): DocumentHead[] {
    return [...this.#heads.values()].map(({ head }) => head);
  }

  document(id: string): Document | null {
    return this.#heads.get(id)?.pack.document(id) ?? null;
  }

  passage(pack: Pack, n: number): PassageRef {
    const chunk = pack.chunk(n);
    return { pack, chunk, head: this.#heads.get(chunk.documentId)!.head };
  }

  terms(passage: PassageRef): ChunkTerms {
    return passage.pack.terms(passage.chunk.n);
  }

  /** Whether any pack holds the word as written. */
  hasWord(word: string): boolean {
    return this.#typoIndex().has(word);
  }

  /** The pack's word that a misspelt one means; null when the word is known here or in everyday language. */
  repair(word: string): string | null {
    if (this.#embedder.knowsWord(word)) return null;
    return this.#typoIndex().repair(word);
  }

  /** Built when the first question comes: later starts should not wait for it. */
  #typoIndex(): TypoIndex {
    if (this.#typos === null) {
      const counts = new Map<string, number>();
      for (const pack of this.packs) {
        for (const [word, n] of pack.words()) counts.set(word, (counts.get(word) ?? 0) + n);
      }
      this.#typos = new TypoIndex(counts);
    }
    return this.#typos;
  }
}
