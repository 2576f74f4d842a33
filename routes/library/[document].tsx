import { HttpError, page } from "fresh";
import { Head } from "fresh/runtime";
import { z } from "zod";
import { passageRange, type Range } from "../../components/blocks.ts";
import { type CheckProps, CheckSentence } from "../../components/CheckSentence.tsx";
import { DocumentBody } from "../../components/DocumentBody.tsx";
import { DocumentFacts } from "../../components/DocumentFacts.tsx";
import { formFields } from "../../components/form.ts";
import { topicTitle } from "../../components/text.ts";
import type { Cairn } from "../../lib/ports.ts";
import { type Document, MAX_QUESTION } from "../../lib/schema.ts";
import { define } from "../../state.ts";

const Form = z.object({
  text: z.string().trim().min(1, "Type a sentence first.")
    .max(MAX_QUESTION, `Check at most ${MAX_QUESTION} characters at once.`),
});
const UNCHECKED: CheckProps = { text: "", checks: null, problem: null };

interface Shown {
  readonly document: Document;
  readonly passage: Range | null;
  readonly check: CheckProps;
}

export const handler = define.handlers({
  GET({ params, state, url: { searchParams } }) {
    const document = found(state.cairn, params);
    const passage = passageRange(document.text, searchParams.get("start"), searchParams.get("end"));
    return page<Shown>({ document, passage, check: UNCHECKED });
  },
  async POST({ params, state, req }) {
    const document = found(state.cairn, params);
    const fields = await formFields(req);
    const text = String(fields["text"] ?? "").slice(0, MAX_QUESTION);
    const form = Form.safeParse(fields);
    if (!form.success) {
      const problem = form.error.issues[0]?.message ?? "That could not be read.";
      return page<Shown>({ document, passage: null, check: { text, checks: null, problem } }, {
        status: 422,
      });
    }
    const checks = await state.cairn.check(form.data.text, document.text);
    return page<Shown>({ document, passage: null, check: { text, checks, problem: null } });
  },
});

function found(cairn: Cairn, params: Record<string, string>): Document {
  const document = cairn.document(documentId(params["document"] ?? ""));
  if (!document) throw new HttpError(404);
  return document;
}

/** Fresh's versions differ in whether a slash inside a segment arrives decoded. */
function documentId(param: string): string {
  return /%2f/i.test(param) ? decodeURIComponent(param) : param;
}

export default define.page<typeof handler>(({ data: { document, passage, check } }) => (
  <article class="page page--document">
    <Head>
      <title>{`${document.title} · Cairn`}</title>
    </Head>
    <header class="document__head">
      <p class="crumbs">
        <a href="/library">Library</a>
        <span aria-hidden="true">/</span>
        <span>{topicTitle(document.topic)}</span>
      </p>
      <h1>{document.title}</h1>
    </header>
    <DocumentBody document={document} passage={passage} />
    <DocumentFacts document={document} />
    <CheckSentence {...check} />
  </article>
));
