import type { Block, Document } from "../lib/schema.ts";
import { type Group, groupBlocks, type Item, Marker, type Piece, type Range } from "./blocks.ts";

/** A document's text with its headings, lists and tables, and a passage marked. */
export function DocumentBody({ document, passage }: { document: Document; passage: Range | null }) {
  const marker = new Marker(document.text, passage);
  return (
    <div class="prose">
      {groupBlocks(document).map((group, i) => <GroupView group={group} marker={marker} key={i} />)}
    </div>
  );
}

function GroupView({ group, marker }: { group: Group; marker: Marker }) {
  switch (group.kind) {
    case "list":
      return <List items={group.items} marker={marker} />;
    case "table":
      return <Table rows={group.rows} marker={marker} />;
    case "single":
      return <Single block={group.block} marker={marker} />;
  }
}

function Single({ block, marker }: { block: Block; marker: Marker }) {
  const text = <Pieces pieces={marker.pieces(block.start, block.end)} />;
  switch (block.kind) {
    case "heading": {
      // The page's own title is the only h1.
      const level = Math.min(Math.max(block.level ?? 2, 2), 6);
      const Heading = `h${level}` as "h2";
      return <Heading>{text}</Heading>;
    }
    case "code":
      return <pre tabIndex={0}><code>{text}</code></pre>;
    case "quote":
      return <blockquote>{text}</blockquote>;
    default:
      return <p>{text}</p>;
  }
}

/** A list; where the kind of marker changes, a new one. */
function List({ items, marker }: { items: readonly Item[]; marker: Marker }) {
  const lists: Item[][] = [];
  for (const item of items) {
    const last = lists.at(-1);
    if (last && (last[0]?.number === null) === (item.number === null)) last.push(item);
    else lists.push([item]);
  }
  return (
    <>
      {lists.map((list, i) => {
        const entries = list.map((item) => <Entry item={item} marker={marker} key={item.block.start} />);
        return list[0]?.number === null ? <ul key={i}>{entries}</ul> : <ol key={i}>{entries}</ol>;
      })}
    </>
  );
}

function Entry({ item, marker }: { item: Item; marker: Marker }) {
  const { start, end } = item.block;
  return (
    <li {...(item.number === null ? {} : { value: item.number })}>
      <Pieces pieces={marker.pieces(start + item.marker, end)} />
      {item.children.length > 0 && <List items={item.children} marker={marker} />}
    </li>
  );
}

/** Wide tables scroll by themselves, by keyboard too; the page never does sideways. */
function Table({ rows, marker }: { rows: readonly Block[]; marker: Marker }) {
  const header = rows[0]?.kind === "header" ? rows[0] : null;
  return (
    <div class="table" role="region" aria-label="Table" tabIndex={0}>
      <table>
        {header && (
          <thead>
            <tr>
              {marker.cells(header).map((cell, i) => (
                <th scope="col" key={i}>
                  <Pieces pieces={cell} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.slice(header ? 1 : 0).map((row) => (
            <tr key={row.start}>
              {marker.cells(row).map((cell, i) => (
                <td key={i}>
                  <Pieces pieces={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, mark }, i) => {
        if (mark === "none") return text;
        return mark === "first" ? <mark id="passage" key={i}>{text}</mark> : <mark key={i}>{text}</mark>;
      })}
    </>
  );
}
