/**
 * What differs between two packs, document by document.
 * @module
 */

/** A document as far as comparing needs it. */
export interface Edition {
  /** Path in the folder that the pack was built from, without the extension. */
  readonly path: string;
  readonly title: string;
  readonly asOf: string | null;
  /** Of everything that is shown of it. */
  readonly hash: string;
}

export interface PackDiff {
  readonly added: readonly Edition[];
  readonly removed: readonly Edition[];
  /** Old and new edition of the same path. */
  readonly changed: readonly (readonly [before: Edition, after: Edition])[];
  /** Documents that are the same in both. */
  readonly same: number;
}

/** Compares by path, in path order. */
export function diffPacks(before: readonly Edition[], after: readonly Edition[]): PackDiff {
  const old = new Map(before.map((edition) => [edition.path, edition]));
  const young = new Map(after.map((edition) => [edition.path, edition]));
  const changed = after.flatMap((edition) => {
    const earlier = old.get(edition.path);
    return earlier === undefined || earlier.hash === edition.hash ? [] : [[earlier, edition] as const];
  });
  const added = after.filter(({ path }) => !old.has(path));
  const removed = before.filter(({ path }) => !young.has(path));
  return { added, removed, changed, same: after.length - added.length - changed.length };
}
