import type { Part, Run } from "./runs.ts";
import { SourceLine } from "./SourceLine.tsx";

/** Sentences with their source beside them, or below on a narrow screen. */
export function RunView({ run }: { run: Run }) {
  return (
    <section class={`run run--${run.origin}`}>
      <div class="run__text">
        {run.parts.map((part, i) => <PartView part={part} key={i} />)}
        {run.origin === "generated" && (
          <p class="run__origin">Worded by the language model, checked against the passage.</p>
        )}
      </div>
      {run.source && <SourceLine citation={run.source} also={run.also} />}
    </section>
  );
}

/** A paragraph or a list; a list keeps the numbers of its document. */
export function PartView({ part }: { part: Part }) {
  if (part.kind === "paragraph") return <p>{part.sentences.map(({ text }) => text).join(" ")}</p>;
  const items = part.items.map(({ text, number }, i) => (
    <li key={i} {...(number === null ? {} : { value: number })}>{text}</li>
  ));
  return part.ordered ? <ol class="steps">{items}</ol> : <ul>{items}</ul>;
}
