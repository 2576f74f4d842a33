import { EXAMPLES } from "./text.ts";

/** Questions to tap, each a button of a form that works without script. */
export function Examples() {
  return (
    <form method="post" action="/" class="examples" aria-label="Example questions">
      {EXAMPLES.map((example) => (
        <button type="submit" name="question" value={example} class="chip" key={example}>{example}</button>
      ))}
    </form>
  );
}
