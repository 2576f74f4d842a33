import type { Ref, TargetedKeyboardEvent } from "preact";

/** Largest accepted question; the same as the API's. */
export const MAX_LENGTH = 2000;

/** What the form is shown with. */
export interface AskFormProps {
  question: string;
  busy: boolean;
  /** Id of the answer that asked back: what is typed now may be the answer to that. */
  previous?: string | undefined;
  field?: Ref<HTMLTextAreaElement>;
}

/** The question box: a form that works without script. */
export function AskForm({ question, busy, previous, field }: AskFormProps) {
  return (
    <form method="post" action="/" class="ask" id="ask">
      {previous && <input type="hidden" name="previous" value={previous} />}
      <label class="hidden" for="question">Your question</label>
      <div class="ask__box">
        <textarea
          id="question"
          name="question"
          class="ask__field"
          rows={1}
          required
          maxLength={MAX_LENGTH}
          enterkeyhint="send"
          autocomplete="off"
          placeholder="Type your question"
          {...(field ? { ref: field } : {})}
          onKeyDown={submitOnEnter}
        >
          {question}
        </textarea>
        <button type="submit" class="button ask__button" aria-disabled={busy}>Ask</button>
      </div>
    </form>
  );
}

/** Enter asks, Shift+Enter breaks the line; Enter that ends a composed word does neither. */
function submitOnEnter(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
