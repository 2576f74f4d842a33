import type { PackInfo } from "../lib/schema.ts";

/** What the answers are made of, and the promise that goes with it. */
export function Footer({ packs }: { packs: readonly PackInfo[] }) {
  const documents = packs.reduce((sum, pack) => sum + pack.documents, 0);
  return (
    <footer class="footer">
      <div class="footer__inner">
        <p>Answers quote the documents on this device. Nothing leaves it.</p>
        <p>{counted(documents, "document")} in {counted(packs.length, "pack")}</p>
      </div>
    </footer>
  );
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
