import { page } from "fresh";
import { Head } from "fresh/runtime";
import { cardList } from "../../components/card_list.ts";
import { Icon } from "../../components/Icon.tsx";
import { define } from "../../state.ts";

export const handler = define.handlers({
  GET({ state }) {
    return page(cardList(state.cairn));
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
      {cards.map(({ card, title, summary, from, isFirst }) => (
        <li key={card}>
          <a
            class={isFirst ? "tile tile--first" : "tile"}
            href={`/emergency/${encodeURIComponent(card)}`}
          >
            <Icon name={card} />
            <span class="tile__title">{title}</span>
            {summary && <span class="tile__summary">{summary}</span>}
            {from !== null && <span class="tile__summary">from {from}</span>}
          </a>
        </li>
      ))}
    </ul>
  </div>
));
