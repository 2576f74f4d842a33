/**
 * Runs in the browser: finds the islands that the server marked and brings them to life.
 * @module
 */
import { type ComponentType, h, hydrate } from "preact";

interface IslandState {
  script: string;
  export: string;
  props: Record<string, unknown>;
}

const MARK = /^frsh:island:(\d+)$/;

async function start(): Promise<void> {
  // The same as STATE_ID in document.ts, which cannot be imported here: it is server code.
  const json = document.getElementById("__FRSH_STATE")?.textContent;
  if (!json) return;
  const islands: IslandState[] = JSON.parse(json);
  const comments = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  const found: [IslandState, Comment][] = [];
  while (comments.nextNode()) {
    const comment = comments.currentNode as Comment;
    const island = islands[Number(MARK.exec(comment.data)?.[1] ?? -1)];
    if (island) found.push([island, comment]);
  }
  await Promise.all(found.map(async ([island, comment]) => {
    const module: Record<string, ComponentType<Record<string, unknown>>> = await import(island.script);
    const component = module[island.export];
    const root = rootBetween(comment);
    if (component && root) hydrate(h(component, island.props), root);
  }));
}

/** What Preact needs of a parent, for the nodes between an island's two comments. */
function rootBetween(first: Comment): Element | null {
  const parent = first.parentNode;
  if (!parent) return null;
  const nodes: ChildNode[] = [];
  let last = first.nextSibling;
  for (; last && !(last instanceof Comment && last.data === "/frsh:island"); last = last.nextSibling) {
    nodes.push(last);
  }
  const insert = (node: Node, before: Node | null) => parent.insertBefore(node, before ?? last);
  const root = {
    nodeType: 1,
    namespaceURI: (parent as Element).namespaceURI,
    parentNode: parent,
    firstChild: nodes[0] ?? null,
    childNodes: nodes,
    insertBefore: insert,
    appendChild: (node: Node) => insert(node, null),
    removeChild: (node: Node) => parent.removeChild(node),
    contains: (node: Node) => parent.contains(node),
  };
  return root as unknown as Element;
}

await start();
