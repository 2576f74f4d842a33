import type { Document } from "../lib/schema.ts";
import { formatDate } from "../lib/text/dates.ts";
import { topicTitle } from "./text.ts";

/** Where a document comes from: what a reader needs to judge it. */
export function DocumentFacts({ document }: { document: Document }) {
  const facts: [string, string | null][] = [
    ["As of", document.asOf && formatDate(document.asOf)],
    ["Source", document.source],
    ["Topic", document.topic && topicTitle(document.topic)],
    ["Licence", document.licence],
  ];
  return (
    <aside class="facts" aria-label="About this document">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? "not stated"}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
