/**
 * Repairing a misspelt word from a vocabulary: one edit, in words of five letters or more.
 * @module
 */

/** Shortest word that is repaired: in shorter ones an edit is too often another word. */
export const SHORTEST_REPAIRED = 5;

/**
 * Finds the vocabulary's words one edit away (insertion, deletion, substitution or swapping two
 * neighbours), by deletion neighbourhoods (the SymSpell idea): lookup does not scan the vocabulary.
 */
export class TypoIndex {
  readonly #words: Map<string, number>;
  readonly #byDeletion = new Map<string, string[]>();

  /** `frequencies`: how often each word occurs; the most frequent candidate wins. */
  constructor(frequencies: ReadonlyMap<string, number>) {
    this.#words = new Map(frequencies);
    for (const word of this.#words.keys()) {
      if (word.length < SHORTEST_REPAIRED - 1 || /\d/.test(word)) continue;
      for (const key of [word, ...deletions(word)]) {
        const known = this.#byDeletion.get(key);
        if (known === undefined) this.#byDeletion.set(key, [word]);
        else known.push(word);
      }
    }
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The likeliest known word one edit from `word`; null when it is known, short, or nothing is near. */
  repair(word: string): string | null {
    if (word.length < SHORTEST_REPAIRED || /\d/.test(word) || this.#words.has(word)) return null;
    let best: string | null = null;
    for (const key of [word, ...deletions(word)]) {
      for (const candidate of this.#byDeletion.get(key) ?? []) {
        if (!withinOneEdit(word, candidate)) continue;
        if (best === null || this.#rank(candidate, word) > this.#rank(best, word)) best = candidate;
      }
    }
    return best;
  }

  /** A shared first letter counts for more than frequency: people rarely miss the first key. */
  #rank(candidate: string, typed: string): number {
    return (candidate[0] === typed[0] ? 1e6 : 0) + (this.#words.get(candidate) ?? 0);
  }
}

function deletions(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Whether two words differ by at most one insertion, deletion, substitution or neighbour swap. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i + 1)) {
    return true;
  }
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
