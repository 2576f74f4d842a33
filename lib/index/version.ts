/** Raised whenever the same file would give another text, other chunks, terms or vectors than before: unchanged files are not read again. */
export const INDEX_VERSION = "2";
