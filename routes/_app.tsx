import { asset } from "fresh/runtime";
import { Footer } from "../components/Footer.tsx";
import { Header } from "../components/Header.tsx";
import { define } from "../state.ts";

const STYLES = ["tokens", "base", "layout", "ask", "answer", "card", "library", "print"];

export default define.layout(({ Component, state, url }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>Cairn</title>
      <link rel="icon" href={asset("/favicon.svg")} type="image/svg+xml" />
      {STYLES.map((name) => <link rel="stylesheet" href={asset(`/styles/${name}.css`)} key={name} />)}
    </head>
    <body>
      <a class="skip" href="#main">Skip to content</a>
      <Header path={url.pathname} />
      <main id="main" tabIndex={-1}>
        <Component />
      </main>
      <Footer packs={state.cairn.packs()} />
    </body>
  </html>
));
