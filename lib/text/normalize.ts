/**
 * Text as Cairn stores and compares it.
 * @module
 */

/** LF line ends, NFC, no byte-order mark and no control characters except tab and line feed. */
export function cleanText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    // deno-lint-ignore no-control-regex -- removing control characters is the point
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "")
    .normalize("NFC");
}

/** Every run of whitespace becomes one space; the ends are trimmed. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Lower case without diacritics, typographic quotes made plain: for comparing, never for showing. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").replace(/[‘’ʼ]/g, "'").toLowerCase();
}

/** Text as people type it: ligatures as their letters, no soft hyphens and no invisible spaces. */
export function withoutLigatures(text: string): string {
  return text.replace(/[\uFB00-\uFB06]/g, (one) => one.normalize("NFKC")).replace(
    /[\u00AD\u200B\u2060\uFEFF]/g,
    "",
  );
}
