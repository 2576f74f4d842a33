import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Icon } from "../../components/Icon.tsx";
import { define } from "../../state.ts";

/** The card about reaching help stands first, whatever its title. */
const FIRST = "calling-for-help";

export const handler = define.handlers({
  GET({ state }) {
    const rank = (card: string) => card === FIRST ? 0 : 1;
    return page(
      state.cairn.cards().toSorted((a, b) => rank(a.card) - rank(b.card) || a.title.localeCompare(b.title)),
    );
  },
});

export default define.page<typeof handler>(({ data: cards }) => (
  <div class="page page--emergency">
    <Head>
      <title>Emergency · Cairn</title>
    </Head>
    <h1>Emergency</h1>
    <p class="lead">
      {cards.length === 0 ? "There are no emergency cards on this device." : "Tap what is happening."}
    </p>
    <ul class="tiles">
      {cards.map(({ card, title, summary }) => (
        <li key={card}>
          <a
            class={card === FIRST ? "tile tile--first" : "tile"}
            href={`/emergency/${encodeURIComponent(card)}`}
          >
            <Icon name={card} />
            <span class="tile__title">{title}</span>
            {summary && <span class="tile__summary">{summary}</span>}
          </a>
        </li>
      ))}
    </ul>
  </div>
));
