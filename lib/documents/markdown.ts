/**
 * Markdown (CommonMark with GitHub's tables and YAML front matter) to a document's text.
 * @module
 */
import type { List, ListItem, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { cleanText, collapse } from "../text/normalize.ts";
import { parseFrontMatter } from "./front_matter.ts";
import { NO_METADATA, type SourceDocument } from "../records.ts";
import { TextBuilder } from "./text_builder.ts";

/**
 * Reads Markdown. Markup and comments leave no trace in the text; list numbers, bullets (`• `) and table
 * rows (cells joined by ` | `, a bar inside a cell as `/`) stay. Throws a MalformedFileError for broken front matter.
 */
export function readMarkdown(raw: string): SourceDocument {
  const tree = fromMarkdown(cleanText(raw), {
    extensions: [gfm(), frontmatter("yaml")],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown("yaml")],
  });
  const out = new TextBuilder();
  let metadata = NO_METADATA;
  for (const node of tree.children) {
    if (node.type === "yaml") metadata = parseFrontMatter(node.value);
    else addBlock(out, node, "paragraph", 1);
  }
  if (metadata.title === null) metadata = { ...metadata, title: out.heading };
  return { metadata, text: out.text, blocks: out.blocks, tracks: [] };
}

function addBlock(out: TextBuilder, node: RootContent, kind: "paragraph" | "quote", nesting: number): void {
  switch (node.type) {
    case "heading":
      return out.add("heading", inline(node.children), node.depth);
    case "paragraph":
      return out.add(kind, inline(node.children));
    case "list":
      return addList(out, node, nesting);
    case "table":
      return addTable(out, node);
    case "code":
      return out.add("code", node.value);
    case "html":
      return out.add(kind, htmlText(node.value));
    case "blockquote":
      return node.children.forEach((child) => addBlock(out, child, "quote", nesting));
    case "footnoteDefinition":
      return node.children.forEach((child) => addBlock(out, child, kind, nesting));
    default:
      return;
  }
}

function addList(out: TextBuilder, list: List, nesting: number): void {
  list.children.forEach((item, i) => {
    const marker = list.ordered === true ? `${(list.start ?? 1) + i}. ` : "• ";
    addItem(out, item, marker, nesting);
  });
}

function addItem(out: TextBuilder, item: ListItem, marker: string, nesting: number): void {
  const [first, ...rest] = item.children;
  const lead = first?.type === "paragraph" ? inline(first.children) : "";
  if (lead !== "") out.add("item", marker + lead, nesting);
  for (const child of first?.type === "paragraph" ? rest : item.children) {
    if (child.type === "list") addList(out, child, nesting + 1);
    else addBlock(out, child, "paragraph", nesting + 1);
  }
}

function addTable(out: TextBuilder, table: Table): void {
  table.children.forEach((row, i) => {
    const cells = row.children.map((cell) => collapse(inline(cell.children)).replaceAll("|", "/"));
    out.add(i === 0 ? "header" : "row", cells.join(" | ").trim());
  });
}

/** The element whose content is not shown, from its start tag to its end tag: `script` or `style`. */
interface Hiding {
  element: string | null;
}

function inline(nodes: readonly PhrasingContent[]): string {
  const hiding: Hiding = { element: null };
  return nodes.map((node) => inlineText(node, hiding)).join("").replace(/[ \t]+/g, " ").trim();
}

function inlineText(node: Nodes, hiding: Hiding): string {
  if ("children" in node) return node.children.map((child) => inlineText(child as Nodes, hiding)).join("");
  if (node.type === "html") return tagText(node.value, hiding);
  if (hiding.element !== null) return "";
  switch (node.type) {
    case "text":
      return node.value.replace(/\s*\n\s*/g, " ");
    case "inlineCode":
      return node.value;
    case "break":
      return " ";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    default:
      return "";
  }
}

/** A tag inside a paragraph shows nothing itself; a line break is a space. */
function tagText(tag: string, hiding: Hiding): string {
  const [, end, name] = /^<(\/?)(script|style)\b/i.exec(tag) ?? [];
  if (name !== undefined && hiding.element === null && end === "") hiding.element = name.toLowerCase();
  else if (name?.toLowerCase() === hiding.element && end === "/") hiding.element = null;
  return hiding.element === null && /^<br\s*\/?>$/i.test(tag) ? " " : "";
}

/** What a reader sees of raw HTML inside Markdown: comments, scripts and tags removed, entities read. */
function htmlText(html: string): string {
  const shown = html
    .replace(/<!--[\s\S]*?(-->|$)/g, "")
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, "")
    .replace(/<[^>]*>/g, " ");
  return collapse(shown.replace(/&(?:#\w+|\w+);/g, entityText));
}

/** The character that an entity stands for, as Markdown reads it; what is none stays. */
function entityText(entity: string): string {
  const [paragraph] = fromMarkdown(entity).children;
  return paragraph?.type === "paragraph" ? inline(paragraph.children) || " " : entity;
}
