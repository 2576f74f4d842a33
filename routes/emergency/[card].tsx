import { HttpError, page } from "fresh";
import { Head } from "fresh/runtime";
import { type CardSection, cardSections } from "../../components/card_sections.ts";
import { Icon } from "../../components/Icon.tsx";
import { documentHref } from "../../components/text.ts";
import { formatDate } from "../../lib/text/dates.ts";
import { define } from "../../state.ts";

const HELP = "calling-for-help";

export const handler = define.handlers({
  GET({ params, state }) {
    const head = state.cairn.cards().find(({ card }) => card === params["card"]);
    const document = head && state.cairn.document(head.documentId);
    if (!head || !document) throw new HttpError(404);
    return page({ head, document, sections: cardSections(document) });
  },
});

export default define.page<typeof handler>(({ data: { head, document, sections } }) => (
  <article class="page page--card">
    <Head>
      <title>{`${head.title} · Emergency · Cairn`}</title>
    </Head>
    <header class="card__head">
      <p class="crumbs">
        <a href="/emergency">All emergencies</a>
      </p>
      <h1>
        <Icon name={head.card} />
        {head.title}
      </h1>
      {head.summary && <p class="lead">{head.summary}</p>}
    </header>
    {sections.map((section, i) => <Section section={section} key={i} />)}
    {head.card !== HELP && (
      <p class="card__actions">
        <a class="button button--alarm" href={`/emergency/${HELP}`}>
          <Icon name={HELP} />Call for help
        </a>
      </p>
    )}
    <p class="card__source">
      <a href={documentHref(document.id)}>{document.source ?? document.title}</a>
      {document.asOf && <span>as of {formatDate(document.asOf)}</span>}
    </p>
  </article>
));

function Section({ section }: { section: CardSection }) {
  const items = section.items.map(({ text, number }, i) => (
    <li key={i} {...(number === null ? {} : { value: number })}>{text}</li>
  ));
  const isOrdered = section.items.some(({ number }) => number !== null);
  return (
    <section class={`card__section card__section--${section.tone}`}>
      {section.heading && <h2 {...(section.tone === "do" ? { class: "hidden" } : {})}>{section.heading}</h2>}
      {section.paragraphs.map((text) => <p key={text}>{text}</p>)}
      {items.length > 0 && (isOrdered ? <ol class="steps">{items}</ol> : <ul>{items}</ul>)}
    </section>
  );
}
