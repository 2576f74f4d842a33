import type { Computed } from "../lib/schema.ts";
import { formatDate } from "../lib/text/dates.ts";
import { inputName } from "./text.ts";

/** How a computed answer was worked out. */
export function ComputedView({ computed }: { computed: Computed }) {
  const inputs = Object.entries(computed.inputs);
  return (
    <section class="computed" aria-label="How this was worked out">
      <p class="computed__formula">{computed.formula}</p>
      {inputs.length > 0 && (
        <dl class="computed__inputs">
          {inputs.map(([key, value]) => (
            <div key={key}>
              <dt>{inputName(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {computed.asOf && <p class="computed__date">Figures as of {formatDate(computed.asOf)}</p>}
    </section>
  );
}
