/**
 * HTML to a document's text, through parse5, which reads what browsers read.
 * @module
 */
import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree, parse } from "parse5";
import { NO_METADATA, type SourceDocument } from "../records.ts";
import { collapse, withoutLigatures } from "../text/normalize.ts";
import { decodePage } from "./decode.ts";
import { MalformedFileError } from "./malformed.ts";
import { TextBuilder } from "./text_builder.ts";

type Node = Tree.ChildNode;
type Element = Tree.Element;

/** Elements without anything to read, and those that a site repeats on every page. */
const SKIPPED = new Set(
  "script style noscript template nav button input select textarea iframe object svg math canvas audio video head datalist dialog"
    .split(" "),
);
/** What stands above and below a page's text, unless it belongs to an article. */
const FRAME = new Set(["header", "footer", "aside"]);
const INLINE = new Set(
  "a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark picture q ruby rp rt s samp small span strike strong sub sup time tt u var wbr"
    .split(" "),
);
/** Deepest nesting and largest number of elements that are read; pages that people write stay far below. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 500_000;

/** Reads a page: its main part where it marks one, else all but menus, headers and footers of the site. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const page = parsePage(decodePage(bytes));
  const root = elementsOf(page, "html")[0] ?? page;
  const out = new TextBuilder();
  const main = mainPart(root);
  addHtml(out, main ?? root, main === null);
  const title = out.heading ?? pageTitle(root);
  return {
    metadata: { ...NO_METADATA, title, ...pageFacts(root) },
    text: out.text,
    blocks: out.blocks,
    tracks: [],
  };
}

/**
 * Parses a page, or a part of one.
 *
 * @throws {MalformedFileError} for more elements, or deeper ones, than anybody writes: no page may take all memory
 */
export function parsePage(html: string): Tree.Document {
  const depths = new WeakMap<Tree.Node, number>();
  let elements = 0;
  const place = (parent: Tree.ParentNode, node: Tree.Node) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > MAX_DEPTH) throw new MalformedFileError(`nests elements more than ${MAX_DEPTH} deep`);
    if (++elements > MAX_ELEMENTS) {
      throw new MalformedFileError(`has more than ${MAX_ELEMENTS} elements; split it`);
    }
    depths.set(node, depth);
  };
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild(parent, node) {
        place(parent, node);
        defaultTreeAdapter.appendChild(parent, node);
      },
      insertBefore(parent, node, before) {
        place(parent, node);
        defaultTreeAdapter.insertBefore(parent, node, before);
      },
    },
  });
}

/**
 * Appends what a reader sees of the nodes under `parent`.
 *
 * @param isSite leaves out headers and footers outside of articles
 */
export function addHtml(out: TextBuilder, parent: Tree.ParentNode, isSite = false): void {
  new Blocks(out, isSite).children(parent, { kind: "paragraph", nesting: 1 });
}

interface Place {
  readonly kind: "paragraph" | "quote";
  /** Of a list's items. */
  readonly nesting: number;
}

class Blocks {
  readonly #out: TextBuilder;
  readonly #isSite: boolean;

  constructor(out: TextBuilder, isSite: boolean) {
    this.#out = out;
    this.#isSite = isSite;
  }

  /** Runs of text and inline elements are paragraphs; every other child is a block of its own. */
  children(parent: Tree.ParentNode, place: Place): void {
    let run: Node[] = [];
    const flush = () => {
      this.#out.add(place.kind, inlineText(run));
      run = [];
    };
    for (const node of parent.childNodes) {
      if (isInline(node)) run.push(node);
      else {
        flush();
        if (isElement(node)) this.#element(node, place);
      }
    }
    flush();
  }

  #element(element: Element, place: Place): void {
    const { tagName } = element;
    if (isHidden(element) || (this.#isSite && FRAME.has(tagName))) return;
    if (/^h[1-6]$/.test(tagName)) {
      return this.#out.add("heading", inlineText(element.childNodes), Number(tagName[1]));
    }
    switch (tagName) {
      case "ul":
      case "menu":
      case "ol":
        return this.#list(element, place);
      case "dl":
        return this.#definitions(element, place);
      case "table":
        return this.#table(element, place);
      case "pre":
        return this.#out.add("code", textOf(element).replace(/^\n/, "").trimEnd());
      case "blockquote":
        return this.children(element, { ...place, kind: "quote" });
      case "article":
        return new Blocks(this.#out, false).children(element, place);
      default:
        return this.children(element, place);
    }
  }

  #list(list: Element, place: Place): void {
    let number = Number(attribute(list, "start") ?? 1);
    for (const node of list.childNodes) {
      if (!isElement(node) || isHidden(node)) continue;
      if (node.tagName === "li") {
        number = Number(attribute(node, "value") ?? number);
        this.#item(node, list.tagName === "ol" && Number.isInteger(number) ? `${number}. ` : "• ", place);
        number++;
      } // Lists right inside a list are wrong and common.
      else this.#element(node, { ...place, nesting: place.nesting + 1 });
    }
  }

  /** The first paragraph of an item is the item; what stands under it follows. */
  #item(item: Element, marker: string, place: Place): void {
    const nodes = [...item.childNodes];
    const lead: Node[] = [];
    while (nodes.length > 0 && isInline(nodes[0]!)) lead.push(nodes.shift()!);
    let text = inlineText(lead);
    const first = nodes[0];
    if (text === "" && first !== undefined && isElement(first) && /^(p|div)$/.test(first.tagName)) {
      if (first.childNodes.every(isInline)) text = inlineText((nodes.shift() as Element).childNodes);
    }
    if (text !== "") this.#out.add("item", marker + text, place.nesting);
    this.children({ ...item, childNodes: nodes }, { ...place, nesting: place.nesting + 1 });
  }

  #definitions(list: Element, place: Place): void {
    let term = "";
    for (const entry of entriesOf(list)) {
      const text = inlineText([entry]);
      if (entry.tagName === "dt") term = text;
      else if (text !== "") {
        this.#out.add("item", term === "" ? `• ${text}` : `• ${term}: ${text}`, place.nesting);
      }
    }
  }

  #table(table: Element, place: Place): void {
    const rows = elementsOf(table, "tr");
    // A table around headings, lists or tables is a layout.
    const isLayout = ["table", "h1", "h2", "h3", "h4", "ul", "ol"].some((name) =>
      elementsOf(table, name).length > 0
    );
    if (isLayout) return this.children(table, place);
    for (const caption of elementsOf(table, "caption")) this.children(caption, place);
    rows.forEach((row, i) => {
      const cells = row.childNodes.filter((node): node is Element =>
        isElement(node) && /^t[dh]$/.test(node.tagName)
      );
      const isHeader = i === 0 && rows.length > 1 &&
        (cells.every(({ tagName }) => tagName === "th") || row.parentNode?.nodeName === "thead");
      const text = cells.map((cell) => inlineText([cell]).replaceAll("|", "/")).join(
        " | ",
      );
      if (/[^\s|]/.test(text)) this.#out.add(isHeader ? "header" : "row", text.trim());
    });
  }
}

/** `dt` and `dd`, also inside the `div`s that may group them. */
function entriesOf(list: Element): Element[] {
  return list.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.tagName === "div" ? entriesOf(node) : /^d[td]$/.test(node.tagName) ? [node] : [];
  });
}

function isElement(node: Tree.Node): node is Element {
  return "tagName" in node;
}

/** Whether a node is part of a run of text: no element that holds a block. */
function isInline(node: Node): boolean {
  if (node.nodeName === "#text" || node.nodeName === "#comment") return true;
  return isElement(node) && (SKIPPED.has(node.tagName) || (INLINE.has(node.tagName) && !holdsBlock(node)));
}

function holdsBlock(element: Element): boolean {
  const open: Element[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      if (!INLINE.has(child.tagName) && !SKIPPED.has(child.tagName)) return true;
      open.push(child);
    }
  }
  return false;
}

function isHidden(element: Element): boolean {
  return SKIPPED.has(element.tagName) || attribute(element, "hidden") !== null ||
    attribute(element, "aria-hidden") === "true" ||
    /display:\s*none|visibility:\s*hidden/.test(attribute(element, "style") ?? "");
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

function inlineText(nodes: readonly Node[]): string {
  return collapse(withoutLigatures(nodes.map(textOf).join("")));
}

/** All text under a node as a reader sees it; pictures say their alternative text. */
function textOf(node: Tree.Node): string {
  const parts: string[] = [];
  const open: Tree.Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.nodeName === "#text") parts.push((next as Tree.TextNode).value);
    else if (!isElement(next)) continue;
    else if (next.tagName === "br") parts.push("\n");
    else if (next.tagName === "img") parts.push(attribute(next, "alt") ?? "");
    else if (!isHidden(next)) {
      // Blocks inside a cell or a definition must not run together.
      if (next !== node && !INLINE.has(next.tagName)) parts.push(" ");
      for (let i = next.childNodes.length - 1; i >= 0; i--) open.push(next.childNodes[i]!);
    }
  }
  return parts.join("");
}

/** Descendants of a name, in order. */
function elementsOf(parent: Tree.ParentNode, name: string): Element[] {
  const found: Element[] = [];
  const open: Tree.Node[] = [...parent.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === name) found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!);
  }
  return found;
}

/** The one `main`, or the one `article`; a page with several articles is a list of them. */
function mainPart(root: Tree.ParentNode): Element | null {
  for (const name of ["main", "article"]) {
    const [only, ...others] = elementsOf(root, name);
    if (only !== undefined && others.length === 0) return only;
  }
  return null;
}

function pageTitle(root: Tree.ParentNode): string | null {
  const title = elementsOf(root, "title")[0];
  return title === undefined ? null : inlineText(title.childNodes) || null;
}

/** What the page's head says of source, licence and date. */
function pageFacts(root: Tree.ParentNode) {
  const link = (rel: string) => {
    const found = elementsOf(root, "link").find((one) =>
      attribute(one, "rel")?.toLowerCase().split(/\s+/).includes(rel)
    );
    return found === undefined ? null : collapse(attribute(found, "href") ?? "") || null;
  };
  const dates =
    /^(date|last-modified|dcterms\.modified|dc\.date|article:modified_time|article:published_time)$/i;
  const date = elementsOf(root, "meta")
    .filter((one) => dates.test(attribute(one, "name") ?? attribute(one, "property") ?? ""))
    .flatMap((one) =>
      /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=$|[T ])/.exec(attribute(one, "content") ?? "")?.[0] ??
        []
    )
    .sort().at(-1) ?? null;
  return { source: link("canonical"), licence: link("license"), asOf: date };
}
