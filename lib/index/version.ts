/** Raised whenever the same file would give other chunks, terms or vectors than before. */
export const INDEX_VERSION = "2";
