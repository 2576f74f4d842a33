import { useState } from "preact/hooks";
import { reportAnswer } from "./ask_api.ts";
import { Icon } from "./Icon.tsx";

type State = "unsent" | "versions" | "question" | { problem: string };

/**
 * "This answer is wrong": one tap keeps which versions gave it, a second one the question too. Needs the page's script;
 * hidden without.
 */
export function Report({ answer }: { answer: string }) {
  const [state, setState] = useState<State>("unsent");
  const [sending, setSending] = useState(false);

  async function send(consent: boolean) {
    setSending(true);
    setState(
      await reportAnswer(answer, consent).then(
        () => consent ? "question" as const : "versions" as const,
        (error: Error) => ({ problem: error.message }),
      ),
    );
    setSending(false);
  }

  if (state === "unsent") {
    return (
      <div class="report">
        <button
          type="button"
          class="report__button"
          disabled={sending}
          onClick={() => send(false)}
        >
          <Icon name="flag" />This answer is wrong
        </button>
      </div>
    );
  }
  return (
    <div class="report" role="status">
      {state === "question" && (
        <p>Thank you. Your question was kept with it, for the people who run this device.</p>
      )}
      {state === "versions" && (
        <>
          <p>Thank you. It is noted for the people who run this device, without your question.</p>
          <button
            type="button"
            class="button button--quiet"
            disabled={sending}
            onClick={() => send(true)}
          >
            Keep my question too, so that it can be mended
          </button>
        </>
      )}
      {typeof state === "object" && <p>{state.problem}</p>}
    </div>
  );
}
