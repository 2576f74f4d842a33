import type { Check } from "../lib/schema.ts";
import { MAX_LENGTH } from "./AskForm.tsx";
import { Icon } from "./Icon.tsx";

/** What somebody wrote, and what the document says to it. */
export interface CheckProps {
  text: string;
  checks: readonly Check[] | null;
  problem: string | null;
}

const VERDICTS: Readonly<Record<Check["verdict"], string>> = {
  supported: "Said.",
  partly: "Partly said.",
  unsupported: "Not said.",
};

/** Does this document say what somebody wrote? A form that works without script. */
export function CheckSentence({ text, checks, problem }: CheckProps) {
  return (
    <details class="check" id="check" open={checks !== null || problem !== null}>
      <summary>Check a sentence against this document</summary>
      <form method="post" action="#check">
        <label for="check-text">What you wrote, a sentence or a few</label>
        <textarea id="check-text" name="text" rows={3} required maxLength={MAX_LENGTH} autocomplete="off">
          {text}
        </textarea>
        <button type="submit" class="button">Check</button>
      </form>
      {problem && (
        <p class="notice notice--caution">
          <Icon name="caution" />
          <span>{problem}</span>
        </p>
      )}
      {checks && (
        <ol class="verdicts" aria-label="Verdicts">
          {checks.map((check, i) => <Verdict check={check} key={i} />)}
        </ol>
      )}
    </details>
  );
}

function Verdict({ check: { text, verdict, reasons, spans } }: { check: Check }) {
  return (
    <li class={`verdict verdict--${verdict}`}>
      <p class="verdict__text">
        {piecesOf(text, spans).map(({ part, marked }, i) => marked ? <mark key={i}>{part}</mark> : part)}
      </p>
      <p class="verdict__told">
        <strong>{VERDICTS[verdict]}</strong>{" "}
        {verdict === "supported" ? "The document says this." : reasons.join(" ")}
      </p>
    </li>
  );
}

/** The text cut at the spans' ends; spans are in order and apart. */
function piecesOf(text: string, spans: Check["spans"]): { part: string; marked: boolean }[] {
  const pieces: { part: string; marked: boolean }[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    pieces.push({ part: text.slice(at, start), marked: false }, {
      part: text.slice(start, end),
      marked: true,
    });
    at = end;
  }
  pieces.push({ part: text.slice(at), marked: false });
  return pieces.filter(({ part }) => part !== "");
}
