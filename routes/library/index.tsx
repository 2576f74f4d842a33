import { page } from "fresh";
import { Head } from "fresh/runtime";
import { define } from "../../state.ts";
import { documentHref, topicTitle } from "../../components/text.ts";
import { formatDate } from "../../lib/text/dates.ts";

export const handler = define.handlers({
  GET({ state }) {
    const documents = state.cairn.documents().toSorted((a, b) => a.title.localeCompare(b.title));
    const topics = Map.groupBy(documents, ({ topic }) => topicTitle(topic));
    return page([...topics].toSorted(([a], [b]) => a.localeCompare(b)));
  },
});

const anchor = (topic: string) => `topic-${topic.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;

export default define.page<typeof handler>(({ data: topics }) => (
  <div class="page">
    <Head>
      <title>Library · Cairn</title>
    </Head>
    <h1>Library</h1>
    {topics.length === 0 && <p class="lead">There are no documents on this device yet.</p>}
    {topics.length > 1 && (
      <nav class="topic-links" aria-label="Topics">
        {topics.map(([topic]) => <a class="chip" href={`#${anchor(topic)}`} key={topic}>{topic}</a>)}
      </nav>
    )}
    <div class="topics">
      {topics.map(([topic, documents]) => (
        <section class="topic" key={topic}>
          <h2 id={anchor(topic)}>{topic}</h2>
          <ul class="titles">
            {documents.map((document) => (
              <li key={document.id}>
                <a class="titles__link" href={documentHref(document.id)}>
                  <span class="titles__name">{document.title}</span>
                  <span class="titles__date">
                    {document.card ? "Emergency card" : document.asOf && formatDate(document.asOf)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </div>
));
