import { Icon } from "./Icon.tsx";
import { Mark } from "./Mark.tsx";

/** Where the reader can go from every page; emergencies are one tap away. */
export function Header({ path }: { path: string }) {
  const current = (prefix: string) =>
    (prefix === "/" ? path === "/" : path.startsWith(prefix)) ? { "aria-current": "page" as const } : {};
  return (
    <header class="header">
      <div class="header__inner">
        <a class="brand" href="/" aria-label="Cairn, ask a question" {...current("/")}>
          <Mark />
          <span>Cairn</span>
        </a>
        <nav class="nav" aria-label="Main">
          <a class="nav__link" href="/library" {...current("/library")}>Library</a>
          <a class="nav__link nav__link--alarm" href="/emergency" {...current("/emergency")}>
            <Icon name="cross" />Emergency
          </a>
        </nav>
      </div>
    </header>
  );
}
