import { HttpError, page } from "fresh";
import { Head } from "fresh/runtime";
import { define } from "../state.ts";

export const handler = define.handlers(({ error }) => {
  const status = error instanceof HttpError ? error.status : 500;
  // What went wrong is for the operator's terminal; the reader gets a way on.
  if (status >= 500) console.error(error);
  return page({ status }, { status });
});

export default define.page<typeof handler>(({ data: { status } }) => (
  <div class="page page--narrow">
    <Head>
      <title>Something failed · Cairn</title>
    </Head>
    <h1>{status >= 500 ? "Something failed" : "That request cannot be answered"}</h1>
    <p class="lead">Emergency cards and the library may still work.</p>
    <p class="actions">
      <a class="button" href="/">Ask again</a>
      <a class="button button--alarm" href="/emergency">Emergency</a>
    </p>
  </div>
));
