import type { Citation } from "../lib/schema.ts";
import { formatDate } from "../lib/text/dates.ts";
import { passageHref } from "./text.ts";

/** Where a passage comes from, how old it is, and the way to it. */
export function SourceLine({ citation, also = [] }: { citation: Citation; also?: readonly Citation[] }) {
  return (
    <div class="source">
      <p class="source__title">
        <a href={passageHref(citation)}>{citation.title}</a>
        {citation.page !== undefined && `, page ${citation.page}`}
      </p>
      <p class="source__date">{citation.asOf ? `as of ${formatDate(citation.asOf)}` : "no date"}</p>
      {citation.source && <p class="source__origin">{citation.source}</p>}
      {also.map((other) => (
        <p class="source__also" key={other.n}>
          also <a href={passageHref(other)}>{other.title}</a>
          {other.asOf && `, as of ${formatDate(other.asOf)}`}
        </p>
      ))}
    </div>
  );
}
