import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer, AskRequest } from "../lib/schema.ts";
import { AnswerView } from "../components/AnswerView.tsx";
import { AskError, askServer } from "../components/ask_api.ts";
import { AskForm } from "../components/AskForm.tsx";
import { type Draft, EMPTY_DRAFT, shown } from "../components/draft.ts";
import { Examples } from "../components/Examples.tsx";
import { Icon } from "../components/Icon.tsx";
import { recall, remember } from "../components/memory.ts";
import { Report } from "../components/Report.tsx";
import { Why } from "../components/Why.tsx";

/** What the server knows when it renders the page. */
export interface AskProps {
  request: AskRequest;
  answer: Answer | null;
  problem: string | null;
}

/** The question box and its answer. Without script the same forms post to the server. */
export default function Ask({ request: first, answer, problem }: AskProps) {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY_DRAFT, answer });
  const [failure, setFailure] = useState(problem);
  const [request, setRequest] = useState(first);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    // Says that the script is in charge from here: before it, the forms post.
    document.documentElement.dataset.ready = "true";
    const last = answer ? null : recall();
    if (last) show(last.request, last.answer);
    return () => running.current?.abort();
  }, []);

  function show(asked: AskRequest, found: Answer) {
    setRequest(asked);
    setDraft({ ...EMPTY_DRAFT, answer: found });
    if (field.current) field.current.value = asked.question;
  }

  async function ask(request: AskRequest) {
    running.current?.abort();
    const controller = running.current = new AbortController();
    setRequest(request);
    setDraft(EMPTY_DRAFT);
    setFailure(null);
    setBusy(true);
    try {
      await askServer(request, controller.signal, (next) => {
        setDraft(next);
        if (next.answer) remember({ request, answer: next.answer });
      });
    } catch (error) {
      // Aborted by a newer question: that one reports for itself.
      if (!controller.signal.aborted) setFailure(error instanceof AskError ? error.message : String(error));
    }
    if (running.current === controller) setBusy(false);
  }

  /** Every form in here asks: the box, the examples, the options of a question back. */
  function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form, event.submitter);
    const text = String(data.get("question") ?? "").trim();
    if (!text) return;
    if (field.current) field.current.value = text;
    const id = data.get("previous");
    const choice = String(data.get("choice") ?? "");
    ask({ question: text, ...(id ? { previous: { id: String(id), choice } } : {}) });
  }

  const view = shown(draft);
  const asking = draft.answer?.outcome === "clarify" ? draft.answer.id : undefined;
  const isEmpty = !view && !busy && !failure;
  return (
    <div class={isEmpty ? "asking asking--empty" : "asking"} onSubmit={onSubmit}>
      <AskForm question={request.question} busy={busy} previous={asking} field={field} />
      <div class="result" role="region" aria-label="Answer" aria-live="polite" aria-busy={busy}>
        {failure && (
          <p class="notice notice--caution">
            <Icon name="caution" />
            <span>{failure}</span>
          </p>
        )}
        {busy && !view && <p class="result__wait">Looking through the documents</p>}
        {view && <AnswerView question={request.question} answer={view} />}
        {draft.answer && draft.answer.outcome !== "card" && <Why key={draft.answer.id} request={request} />}
        {draft.answer && <Report key={draft.answer.id} answer={draft.answer.id} />}
      </div>
      {isEmpty && <Examples />}
    </div>
  );
}
