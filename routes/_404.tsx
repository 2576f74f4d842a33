import { page } from "fresh";
import { Head } from "fresh/runtime";
import { define } from "../state.ts";

// Fresh renders this page with status 200 unless its handler says otherwise.
export const handler = define.handlers(() => page({}, { status: 404 }));

export default define.page<typeof handler>(() => (
  <div class="page page--narrow">
    <Head>
      <title>Not found · Cairn</title>
    </Head>
    <h1>Nothing here</h1>
    <p class="lead">No page or document on this device has that address.</p>
    <p class="actions">
      <a class="button" href="/">Ask a question</a>
      <a class="button button--quiet" href="/library">Open the library</a>
    </p>
  </div>
));
