import { useState } from "preact/hooks";
import type { AskRequest, Explanation } from "../lib/schema.ts";
import { explainServer } from "./ask_api.ts";
import { documentHref } from "./text.ts";

/** Passages that are listed. */
const LISTED = 4;

/** Why the answer is what it is, fetched when somebody wants to know. Needs the page's script; hidden without. */
export function Why({ request }: { request: AskRequest }) {
  const [found, setFound] = useState<Explanation | string | null>(null);

  async function onToggle(event: Event) {
    if (!(event.currentTarget as HTMLDetailsElement).open || found !== null) return;
    setFound(await explainServer(request).catch((error: Error) => error.message));
  }

  return (
    <details class="why" onToggle={onToggle}>
      <summary>Why this answer?</summary>
      <div class="why__body" aria-live="polite">
        {found === null && <p>Looking</p>}
        {typeof found === "string" && <p>{found}</p>}
        {found !== null && typeof found === "object" && <Reasons explanation={found} />}
      </div>
    </details>
  );
}

function Reasons({ explanation: { plain, hits, trail } }: { explanation: Explanation }) {
  const read = hits.slice(0, LISTED);
  return (
    <>
      {plain.map((line) => <p key={line}>{line}</p>)}
      {trail !== null && <p>Only documents about {trail}, or about no trail, were looked at.</p>}
      {read.length > 0 && (
        <>
          <h3>Passages that were weighed</h3>
          <ol>
            {read.map(({ documentId, title, headings, answerable }, i) => (
              <li key={i}>
                <a href={documentHref(documentId)}>{[title, ...headings].join(" › ")}</a>
                <span>{answerable === null ? "not read" : `answers: ${Math.round(100 * answerable)} %`}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
