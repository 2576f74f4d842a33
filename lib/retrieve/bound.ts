/**
 * A search bound to the trails that a question names: facts of one trail never answer for another.
 * @module
 */
import type { Library } from "../corpus/library.ts";
import type { NamedTrail } from "../corpus/trail_names.ts";
import type { Embedder } from "../ports.ts";
import type { Retrieval } from "../records.ts";
import { wanted } from "../text/wanted.ts";
import { retrieve } from "./retrieve.ts";

/** Passages looked at for a trail's name when searching documents of no trail that speak of it. */
const MENTIONS = 100;

/**
 * Searches for a question.
 *
 * Unnamed trails leave everything open. A trail named binds to its documents and to those of no trail that
 * mention it; one named only through a waypoint leaves the documents of no trail open as well, since another
 * document may know that place. What to do in a storm is the same on every trail: how-to questions may use
 * documents of no trail when one of them is the best of all.
 */
export async function retrieveBound(
  library: Library,
  embedder: Embedder,
  question: string,
  named: readonly NamedTrail[],
): Promise<Retrieval> {
  if (named.length === 0) return await retrieve(library, embedder, question);
  const trails = new Set(named.map(({ trail }) => trail));
  const heads = library.heads();
  const own = new Set(heads.filter(({ trail }) => trail !== null && trails.has(trail)).map(({ id }) => id));
  const general = new Set(heads.filter(({ trail }) => trail === null).map(({ id }) => id));
  const within = (...sets: ReadonlySet<string>[]) =>
    retrieve(library, embedder, question, { only: (id) => sets.some((set) => set.has(id)) });

  if (!named.some(({ byName }) => byName)) return await within(own, general);
  const bound = await within(own, mentioning(library, named, general));
  if (!wanted(question).procedure) return bound;
  const anywhere = await within(own, general);
  const [best] = anywhere.hits;
  return best !== undefined && general.has(best.chunk.documentId) ? anywhere : bound;
}

/** Documents of no trail with a passage that holds every word of a trail's name as the question spells it. */
function mentioning(
  library: Library,
  named: readonly NamedTrail[],
  general: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  for (const { terms } of named) {
    for (const pack of library.packs) {
      for (const n of pack.lexical(terms, MENTIONS)) {
        const { documentId } = pack.chunk(n);
        if (!general.has(documentId)) continue;
        const { title, headings, body } = pack.terms(n);
        const held = new Set([...title, ...headings, ...body]);
        if (terms.every((term) => held.has(term))) found.add(documentId);
      }
    }
  }
  return found;
}
