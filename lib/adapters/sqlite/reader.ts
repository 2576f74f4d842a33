/**
 * Opening a pack and reading from it.
 * @module
 */
import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Chunk, ChunkTerms, DocumentHead, Pack, Span, Waypoint } from "../../ports.ts";
import { Block, Document, type PackInfo, Perishable } from "../../schema.ts";
import { z } from "zod";
import { checkFile, damaged, openDatabase, readHeader } from "./open.ts";
import { waypointOf } from "./records.ts";

type Row = Record<string, SQLOutputValue>;

/** What a pack must have been made with to be searched. */
export interface EncoderIdentity {
  readonly id: string;
  readonly sha256: string;
  readonly dimension: number;
}

/**
 * Opens a pack for searching.
 *
 * @throws {PackError} when it is no pack, damaged, of a newer format or made with another encoder
 */
export function openPack(path: string, encoder: EncoderIdentity): Pack {
  checkFile(path);
  const db = openDatabase(path);
  try {
    const header = readHeader(db, path, encoder);
    return new SqlitePack(db, header, path);
  } catch (error) {
    db.close();
    throw damaged(path, error);
  }
}

/** Documents kept parsed: one answer reads the same few several times. */
const RECENT_DOCUMENTS = 64;

class SqlitePack implements Pack {
  readonly info: PackInfo;
  readonly chunkCount: number;
  readonly meanLength: number;
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #vectors: Int8Array;
  readonly #chunks: Chunk[];
  readonly #documents: DocumentHead[];
  readonly #statements = new Map<string, StatementSync>();
  readonly #recent = new Map<string, Document>();
  #vocabulary: Map<string, number> | null = null;

  constructor(db: DatabaseSync, header: ReturnType<typeof readHeader>, path: string) {
    this.#db = db;
    this.#path = path;
    this.#documents = db.prepare("SELECT *, '' AS text, '[]' AS blocks FROM documents ORDER BY n").all()
      .map((row) => documentHead(row, header.id));
    const rows = db.prepare("SELECT * FROM chunks ORDER BY n").all();
    this.#vectors = new Int8Array(rows.length * header.dimension);
    this.#chunks = rows.map((row, n) => {
      const vector = row.vector as Uint8Array;
      this.#vectors.set(
        new Int8Array(vector.buffer, vector.byteOffset, vector.byteLength),
        n * header.dimension,
      );
      return {
        n,
        documentId: this.#documents[row.document as number]!.id,
        start: row.start as number,
        end: row.end as number,
        headings: z.array(z.string()).parse(JSON.parse(row.headings as string)),
      };
    });
    this.chunkCount = rows.length;
    const words = db.prepare(
      "SELECT avg(length(body) - length(replace(body, ' ', '')) + 1) AS mean FROM terms",
    ).get();
    this.meanLength = Number(words?.mean ?? 0);
    this.info = {
      id: header.id,
      title: header.title,
      hash: header.contentHash,
      documents: this.#documents.length,
      chunks: rows.length,
      encoder: header.encoder,
      signed: header.signature !== null,
    };
  }

  document(id: string): Document | null {
    const known = this.#recent.get(id);
    if (known !== undefined) return known;
    const document = this.#whole(() => this.#readDocument(id));
    if (document !== null) {
      this.#recent.set(id, document);
      if (this.#recent.size > RECENT_DOCUMENTS) this.#recent.delete(this.#recent.keys().next().value!);
    }
    return document;
  }

  #readDocument(id: string): Document | null {
    const row = this.#prepare("SELECT * FROM documents WHERE id = ?").get(id);
    if (row === undefined) return null;
    return Document.parse({
      ...documentHead(row, this.info.id),
      text: row.text,
      blocks: z.array(Block).parse(JSON.parse(row.blocks as string)),
    });
  }

  documents(): readonly DocumentHead[] {
    return this.#documents;
  }

  chunk(n: number): Chunk {
    const chunk = this.#chunks[n];
    if (chunk === undefined) {
      throw new RangeError(`Cannot read chunk ${n} as ${this.info.id} has ${this.chunkCount}`);
    }
    return chunk;
  }

  terms(chunk: number): ChunkTerms {
    const sql = "SELECT title, headings, body FROM terms WHERE rowid = ?";
    const row = this.#whole(() => this.#prepare(sql).get(chunk));
    const split = (
      value: SQLOutputValue | undefined,
    ) => (typeof value === "string" && value !== "" ? value.split(" ") : []);
    return { title: split(row?.title), headings: split(row?.headings), body: split(row?.body) };
  }

  spans(chunk: number): Span[] {
    const sql = "SELECT * FROM spans WHERE chunk = ? ORDER BY i";
    return this.#whole(() => this.#prepare(sql).all(chunk)).map((row) => {
      const vector = row.vector as Uint8Array;
      return {
        chunk,
        start: row.start as number,
        end: row.end as number,
        kind: row.kind as Span["kind"],
        vector: new Int8Array(vector.buffer, vector.byteOffset, vector.byteLength),
      };
    });
  }

  lexical(terms: readonly string[], limit: number, only?: ReadonlySet<number>): number[] {
    if (terms.length === 0) return [];
    // Terms hold letters, digits, dots and underscores alone, but the query language is quoted all the same.
    const match = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(" OR ");
    const filter = only === undefined ? "" : "AND rowid IN (SELECT value FROM json_each(?))";
    const values = only === undefined ? [match, limit] : [match, JSON.stringify([...only]), limit];
    const sql =
      `SELECT rowid FROM terms WHERE terms MATCH ? ${filter} ORDER BY bm25(terms, 2.0, 1.5, 1.0), rowid LIMIT ?`;
    return this.#whole(() => this.#prepare(sql).all(...values)).map((row) => row.rowid as number);
  }

  vectors(): Int8Array {
    return this.#vectors;
  }

  vocabulary(): ReadonlyMap<string, number> {
    this.#vocabulary ??= new Map(
      this.#all("SELECT term, doc FROM vocabulary").map((row) => [row.term as string, row.doc as number]),
    );
    return this.#vocabulary;
  }

  words(): ReadonlyMap<string, number> {
    return new Map(
      this.#all("SELECT word, count FROM words").map((row) => [row.word as string, row.count as number]),
    );
  }

  waypoints(): readonly Waypoint[] {
    return this.#all("SELECT * FROM waypoints ORDER BY document, i").map((row) => ({
      trail: row.trail as string,
      ...waypointOf(row),
      documentId: this.#documents[row.document as number]!.id,
    }));
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  /** Rows of a query that is made once. */
  #all(sql: string): Row[] {
    return this.#whole(() => this.#db.prepare(sql).all());
  }

  /** Pages are read when they are needed: what one that is damaged gives is told as that. */
  #whole<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw damaged(this.#path, error);
    }
  }

  /** Preparing costs more than most of these queries, and unused statements hold native memory until collected. */
  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function documentHead(row: Row, pack: string): DocumentHead {
  const { text: _text, blocks: _blocks, ...head } = Document.parse({
    id: row.id,
    pack,
    title: row.title,
    text: "",
    blocks: [],
    source: row.source,
    licence: row.licence,
    asOf: row.as_of,
    topic: row.topic,
    risk: row.risk,
    perishable: z.array(Perishable).parse(JSON.parse(row.perishable as string)),
    trail: row.trail,
    aliases: JSON.parse(row.aliases as string),
    card: row.card,
    summary: row.summary,
  });
  return head;
}
