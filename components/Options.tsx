/** What the options of an answer belong to. */
export interface OptionsProps {
  question: string;
  /** Id of the answer that offers them. */
  previous: string;
  options: readonly string[];
  lead?: string;
}

/** Options as buttons of a form that works without script. */
export function Options({ question, previous, options, lead }: OptionsProps) {
  if (options.length === 0) return null;
  return (
    <form method="post" action="/" class="options">
      {lead && <p class="options__lead">{lead}</p>}
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="previous" value={previous} />
      {options.map((option) => (
        <button type="submit" name="choice" value={option} class="button button--quiet" key={option}>
          {option}
        </button>
      ))}
    </form>
  );
}
