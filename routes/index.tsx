import { page } from "fresh";
import { Head } from "fresh/runtime";
import { z } from "zod";
import Ask, { type AskProps } from "../islands/Ask.tsx";
import { formFields } from "../components/form.ts";
import { MAX_QUESTION } from "../lib/schema.ts";
import type { AskRequest } from "../lib/schema.ts";
import { define } from "../state.ts";

const Form = z.object({
  question: z.string().trim().min(1, "Type a question first.")
    .max(MAX_QUESTION, `Ask in at most ${MAX_QUESTION} characters.`),
  previous: z.string().optional(),
  choice: z.string().max(MAX_QUESTION).optional(),
});

export const handler = define.handlers({
  GET({ state }) {
    const missing = state.cairn.ready();
    return page<AskProps>({
      request: { question: "" },
      answer: null,
      problem: missing && `Getting ready: ${missing.detail}`,
    });
  },
  async POST({ req, state }) {
    const fields = await formFields(req);
    const form = Form.safeParse(fields);
    const question = String(fields["question"] ?? "");
    if (!form.success) {
      const [issue] = form.error.issues;
      const status = issue?.code === "too_big" ? 413 : 422;
      const problem = issue?.message ?? "That question could not be read.";
      return page<AskProps>(
        { request: { question: question.slice(0, MAX_QUESTION) }, answer: null, problem },
        { status },
      );
    }
    const missing = state.cairn.ready();
    if (missing) {
      const problem = `Getting ready: ${missing.detail}. Ask again in a moment.`;
      return page<AskProps>({ request: { question }, answer: null, problem }, { status: 503 });
    }
    const request = toRequest(form.data);
    return page<AskProps>({ request, answer: await state.cairn.ask(request), problem: null });
  },
});

function toRequest({ question, previous, choice }: z.infer<typeof Form>): AskRequest {
  if (!previous) return { question };
  return { question, previous: { id: previous, ...(choice === undefined ? {} : { choice }) } };
}

export default define.page<typeof handler>(({ data }) => {
  const isEmpty = !data.answer && !data.request.question;
  return (
    <div class="page page--ask">
      <Head>
        <title>{isEmpty ? "Cairn" : `${data.request.question} · Cairn`}</title>
      </Head>
      <div class="hero">
        <h1>What do you need to know?</h1>
        <p>
          Cairn answers in the words of the documents on this device and shows you the page. When they do not
          say, it tells you so.
        </p>
      </div>
      <Ask request={data.request} answer={data.answer} problem={data.problem} />
    </div>
  );
});
