/**
 * Which trail a question names.
 * @module
 */
import type { DocumentHead, Waypoint } from "../ports.ts";
import { type Token, tokenize } from "../text/tokens.ts";

/** Words that many trails share; a trail is not named by them alone. */
const GENERIC = new Set([
  ..."mount mt mountain trail trails path track route loop the by via of and a an to from in at on peak hike walk way national park"
    .split(" "),
]);

/** Where a name stands in the question, in tokens. */
export interface NamedTrail {
  readonly trail: string;
  /** The words of the name as terms. */
  readonly terms: readonly string[];
  /** False when only one of its waypoints is named: other documents may know that place too. */
  readonly byName: boolean;
}

/** Trail names, their aliases and the waypoints that belong to one trail alone. */
export class TrailNames {
  /** Term sequences, joined by spaces, to trail names. */
  readonly #names = new Map<string, Set<string>>();
  /** Names of trails themselves, not of their waypoints. */
  readonly #own = new Set<string>();
  readonly #longest: number;
  readonly #isEveryday: (word: string) => boolean;
  readonly trails: readonly string[];

  /** @param isEveryday whether a folded word belongs to everyday language; alone it names no trail that is not called so */
  constructor(
    heads: readonly DocumentHead[],
    waypoints: readonly Waypoint[],
    isEveryday: (word: string) => boolean = () => false,
  ) {
    this.#isEveryday = isEveryday;
    const trails = new Set<string>();
    for (const head of heads) {
      if (head.trail === null) continue;
      trails.add(head.trail);
      for (const name of [head.trail, ...head.aliases]) {
        this.#own.add(this.#add(name, head.trail));
        this.#own.add(this.#add(coreOf(name), head.trail));
      }
    }
    for (const waypoint of waypoints) {
      // One generic word ("Summit") names no place; two words or a rare one do.
      if (tokenize(waypoint.name).length > 1) this.#add(waypoint.name, waypoint.trail);
    }
    this.trails = [...trails].sort();
    this.#longest = Math.max(0, ...[...this.#names.keys()].map((key) => key.split(" ").length));
  }

  /** Trails named in the question, longest names first taken, each trail once. */
  find(question: string): NamedTrail[] {
    const terms = tokenize(question).map((token) => token.term);
    const found = new Map<string, { terms: string[]; byName: boolean }>();
    for (let at = 0; at < terms.length; at++) {
      for (let length = Math.min(this.#longest, terms.length - at); length > 0; length--) {
        const name = terms.slice(at, at + length);
        const trails = this.#names.get(name.join(" "));
        // A name that several trails share (a camp where they meet) names neither alone.
        if (trails === undefined || trails.size > 1) continue;
        const [trail] = trails;
        const known = found.get(trail!) ?? { terms: [], byName: false };
        const byName = known.byName || this.#own.has(name.join(" "));
        found.set(trail!, { terms: [...known.terms, ...name], byName });
        at += length - 1;
        break;
      }
    }
    return [...found].map(([trail, named]) => ({ trail, ...named }));
  }

  /** Returns the key under which the name is kept, or "" when it is too general to name anything. */
  #add(name: string, trail: string): string {
    const tokens = tokenize(name);
    const [first] = tokens;
    if (first === undefined || (tokens.length === 1 && this.#isTooGeneral(first, trail))) return "";
    const key = tokens.map(({ term }) => term).join(" ");
    const known = this.#names.get(key);
    if (known === undefined) this.#names.set(key, new Set([trail]));
    else known.add(trail);
    return key;
  }

  /** "water" as another name would catch every question about water; "Whitney" is what Mount Whitney is called. */
  #isTooGeneral({ word, term }: Token, trail: string): boolean {
    if (GENERIC.has(term) || term.length < 4) return true;
    return this.#isEveryday(word) &&
      !tokenize(trail).some((own) => own.term === term && /^\p{Lu}/u.test(trail.slice(own.start, own.end)));
  }
}

/** "Mount Whitney Trail" → "Whitney"; names made of generic words alone give nothing. */
function coreOf(name: string): string {
  return tokenize(name).map((token) => token.word).filter((word) => !GENERIC.has(word)).join(" ");
}
