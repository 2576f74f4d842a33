import { HttpError, page } from "fresh";
import { Head } from "fresh/runtime";
import { passageRange } from "../../components/blocks.ts";
import { DocumentBody } from "../../components/DocumentBody.tsx";
import { DocumentFacts } from "../../components/DocumentFacts.tsx";
import { topicTitle } from "../../components/text.ts";
import { define } from "../../state.ts";

export const handler = define.handlers({
  GET({ params, state, url }) {
    const document = state.cairn.document(documentId(params["document"] ?? ""));
    if (!document) throw new HttpError(404);
    const { searchParams } = url;
    return page({
      document,
      passage: passageRange(document.text, searchParams.get("start"), searchParams.get("end")),
    });
  },
});

/** Fresh's versions differ in whether a slash inside a segment arrives decoded. */
function documentId(param: string): string {
  return /%2f/i.test(param) ? decodeURIComponent(param) : param;
}

export default define.page<typeof handler>(({ data: { document, passage } }) => (
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
  </article>
));
