import type { Citation } from "../lib/schema.ts";
import { SourceLine } from "./SourceLine.tsx";

/** The nearest passages when there is no answer. */
export function Nearest({ passages }: { passages: readonly Citation[] }) {
  if (passages.length === 0) return null;
  return (
    <section class="nearest">
      <h3>Closest I have</h3>
      {passages.slice(0, 2).map((passage) => (
        <div class="run" key={`${passage.documentId}:${passage.start}`}>
          <blockquote class="run__text">
            <p>{passage.quote.replace(/\s+/g, " ")}</p>
          </blockquote>
          <SourceLine citation={passage} />
        </div>
      ))}
    </section>
  );
}
