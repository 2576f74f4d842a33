/**
 * ZIM archives (Kiwix): every article is a document. https://wiki.openzim.org/wiki/ZIM_file_format
 *
 * Nothing on npm reads ZIM without compiled libraries from elsewhere, so the container is read here; what is in it is
 * unpacked by zlib's Zstandard and xz-decompress and read as the web pages that it is.
 * @module
 */
import { createHash } from "node:crypto";
import { zstdDecompressSync } from "node:zlib";
import xz from "xz-decompress";
import type { SourceDocument } from "../records.ts";
import { collapse } from "../text/normalize.ts";
import { readHtml } from "./html.ts";
import { MalformedFileError } from "./malformed.ts";

const MAGIC = 0x044d495a;
const HEADER_BYTES = 80;
const CHECKSUM_BYTES = 16;
/** Largest cluster, unpacked; writers make them of 1 to 8 MB. */
const MAX_CLUSTER = 128 * 1024 * 1024;
const REDIRECT = 0xffff;
/** Above it a mime type's number says that there is no content: redirects, link targets, deleted entries. */
const NO_CONTENT = 0xfffd;

/** Where an entry's content lies. */
interface Entry {
  readonly path: string;
  readonly title: string;
  readonly namespace: string;
  readonly mime: string;
  readonly cluster: number;
  readonly blob: number;
}

/** What an archive says of all its articles. */
interface Said {
  readonly asOf: string | null;
  readonly licence: string | null;
  readonly source: string | null;
}

/** The articles of an archive. Redirects, pictures and indexes are left out. */
export class ZimArchive {
  readonly #path: string;
  readonly #zim: Zim;
  readonly #said: Said;
  /** In the order in which they lie in the file. */
  readonly articles: readonly Entry[];

  private constructor(path: string, zim: Zim, articles: readonly Entry[], said: Said) {
    this.#path = path;
    this.#zim = zim;
    this.articles = articles;
    this.#said = said;
  }

  /** @throws {MalformedFileError} for what is no whole archive or holds no article */
  static async open(path: string): Promise<ZimArchive> {
    using file = await Deno.open(path);
    const zim = new Zim(file);
    zim.verify();
    const entries = zim.entries();
    const articles = entries.filter(({ namespace, mime }) =>
      /^[AC]$/.test(namespace) && /^text\/html\b/.test(mime)
    );
    if (articles.length === 0) throw new MalformedFileError("holds no article");
    articles.sort((a, b) => a.cluster - b.cluster || a.blob - b.blob);
    return new ZimArchive(path, zim, articles, await zim.metadata(entries));
  }

  /** @throws {MalformedFileError} for an article that cannot be read */
  async read(article: Entry): Promise<SourceDocument> {
    using file = await Deno.open(this.#path);
    this.#zim.file = file;
    const document = readHtml(await this.#zim.content(article));
    const { title, asOf, licence, source } = document.metadata;
    const said = this.#said;
    return {
      ...document,
      metadata: {
        ...document.metadata,
        title: collapse(article.title) || title || article.path,
        asOf: asOf ?? said.asOf,
        licence: licence ?? said.licence,
        source: source ?? said.source,
      },
    };
  }
}

class Zim {
  /** Open while something is read. */
  file: Deno.FsFile;
  readonly #size: number;
  readonly #header: DataView;
  readonly #mimes: readonly string[];
  /** Start of every cluster and, behind them, the end of the last. */
  readonly #clusters: readonly number[];
  #open: { readonly number: number; readonly content: Uint8Array; readonly wide: boolean } | null = null;

  constructor(file: Deno.FsFile) {
    this.file = file;
    this.#size = file.statSync().size;
    if (this.#size < HEADER_BYTES) {
      throw new MalformedFileError("is no ZIM archive: it is smaller than a header");
    }
    this.#header = view(this.#read(0, HEADER_BYTES));
    if (this.#header.getUint32(0, true) !== MAGIC) throw new MalformedFileError("is no ZIM archive");
    this.#mimes = this.#readMimes();
    this.#clusters = this.#readClusters();
  }

  /**
   * Compares the archive with its checksum.
   *
   * @throws {MalformedFileError} when it was changed or cut short
   */
  verify(): void {
    const end = this.#number(72, "the checksum");
    if (end + CHECKSUM_BYTES !== this.#size) {
      throw new MalformedFileError("is no whole ZIM archive: it was cut short or has something behind it");
    }
    const hash = createHash("md5");
    const step = 1 << 20;
    for (let at = 0; at < end; at += step) hash.update(this.#read(at, Math.min(step, end - at)));
    const said = this.#read(end, CHECKSUM_BYTES);
    if (!hash.digest().every((byte, i) => byte === said[i])) {
      throw new MalformedFileError("is no whole ZIM archive: its checksum says otherwise");
    }
  }

  /** All entries with content, in the order of their paths. */
  entries(): Entry[] {
    const count = this.#header.getUint32(24, true);
    const pointers = this.#pointers(this.#number(32, "the list of paths"), count, "the list of paths");
    const entries: Entry[] = [];
    let before = "";
    for (const [i, at] of pointers.entries()) {
      const where = `entry ${i}`;
      const fixed = view(this.#read(at, 16, where));
      const mime = fixed.getUint16(0, true);
      const [path, title] = this.#texts(at + (mime === REDIRECT ? 12 : 16), where);
      const key = `${String.fromCharCode(fixed.getUint8(3))}${path}`;
      if (key < before && compareBytes(key, before) < 0) {
        throw new MalformedFileError(`is no whole ZIM archive: ${where} is out of order`);
      }
      before = key;
      if (mime >= NO_CONTENT) continue;
      const kind = this.#mimes[mime];
      if (kind === undefined) {
        throw new MalformedFileError(`is no whole ZIM archive: ${where} is of no kind that it lists`);
      }
      const cluster = fixed.getUint32(8, true);
      if (cluster >= this.#clusters.length - 1) {
        throw new MalformedFileError(
          `is no whole ZIM archive: ${where} lies in cluster ${cluster}, which is not there`,
        );
      }
      entries.push({ path, title, namespace: key[0]!, mime: kind, cluster, blob: fixed.getUint32(12, true) });
    }
    return entries;
  }

  /** What the archive says of all its articles. */
  async metadata(entries: readonly Entry[]): Promise<Said> {
    const said = async (name: string) => {
      const entry = entries.find(({ namespace, path }) => namespace === "M" && path === name);
      if (entry === undefined) return null;
      return collapse(new TextDecoder().decode((await this.content(entry)).subarray(0, 1000))) || null;
    };
    const asOf = /^\d{4}-\d\d-\d\d/.exec(await said("Date") ?? "")?.[0] ?? null;
    return { asOf, licence: await said("License"), source: await said("Source") ?? await said("Title") };
  }

  /** The bytes of an entry. */
  async content({ cluster, blob, path }: Entry): Promise<Uint8Array> {
    const broken = () =>
      new MalformedFileError(`is no whole ZIM archive: ${path} lies outside of cluster ${cluster}`);
    if (this.#open?.number !== cluster) this.#open = { number: cluster, ...await this.#unpack(cluster) };
    const { content, wide } = this.#open!;
    const size = wide ? 8 : 4;
    const offsets = view(content);
    const offset = (i: number) => {
      if ((i + 1) * size > content.length) throw broken();
      return wide ? Number(offsets.getBigUint64(i * size, true)) : offsets.getUint32(i * size, true);
    };
    const count = offset(0) / size - 1;
    if (blob >= count) throw broken();
    const [start, end] = [offset(blob), offset(blob + 1)];
    if (start > end || end > content.length) throw broken();
    return content.slice(start, end);
  }

  async #unpack(cluster: number): Promise<{ content: Uint8Array; wide: boolean }> {
    const [start, end] = [this.#clusters[cluster]!, this.#clusters[cluster + 1]!];
    if (end - start < 2 || end - start > MAX_CLUSTER) {
      throw new MalformedFileError(`is no whole ZIM archive: cluster ${cluster} has ${end - start} bytes`);
    }
    const packed = this.#read(start, end - start, `cluster ${cluster}`);
    const [kind, wide] = [packed[0]! & 0x0f, (packed[0]! & 0x10) !== 0];
    const body = packed.subarray(1);
    try {
      if (kind === 0 || kind === 1) return { content: body, wide };
      if (kind === 4) return { content: await unxz(body), wide };
      if (kind === 5) return { content: zstdDecompressSync(body, { maxOutputLength: MAX_CLUSTER }), wide };
    } catch (error) {
      throw new MalformedFileError(
        `is no whole ZIM archive: cluster ${cluster}: ${(error as Error).message}`,
      );
    }
    throw new MalformedFileError(
      `packs cluster ${cluster} in a way that was given up (${kind}); take a newer edition`,
    );
  }

  #readMimes(): string[] {
    const at = this.#number(56, "the list of kinds");
    const mimes: string[] = [];
    for (let next = at;;) {
      const [mime] = this.#texts(next, "the list of kinds");
      if (mime === "") return mimes;
      if (!/^[\w.+-]+\/[\w.+-]+/.test(mime)) {
        throw new MalformedFileError("is no whole ZIM archive: its list of kinds is none");
      }
      mimes.push(mime);
      next += new TextEncoder().encode(mime).length + 1;
    }
  }

  #readClusters(): number[] {
    const count = this.#header.getUint32(28, true);
    const starts = this.#pointers(this.#number(48, "the list of clusters"), count, "the list of clusters");
    const marks = [
      ...starts,
      this.#number(32, "the list of paths"),
      this.#number(48, ""),
      this.#number(72, "the checksum"),
    ]
      .sort((a, b) => a - b);
    const last = starts.at(-1) ?? 0;
    const end = marks.find((mark) => mark > last) ?? this.#size;
    starts.push(end);
    if (starts.some((start, i) => i > 0 && start < starts[i - 1]!)) {
      throw new MalformedFileError("is no whole ZIM archive: its clusters are out of order");
    }
    return starts;
  }

  #pointers(at: number, count: number, what: string): number[] {
    const list = view(this.#read(at, count * 8, what));
    return Array.from({ length: count }, (_, i) => this.#place(list.getBigUint64(i * 8, true), what));
  }

  #number(at: number, what: string): number {
    return this.#place(this.#header.getBigUint64(at, true), what);
  }

  #place(value: bigint, what: string): number {
    if (value > BigInt(this.#size)) {
      throw new MalformedFileError(`is no whole ZIM archive: ${what} points behind its end`);
    }
    return Number(value);
  }

  #read(at: number, length: number, what = "it"): Uint8Array {
    if (at + length > this.#size) {
      throw new MalformedFileError(`is no whole ZIM archive: ${what} reaches behind its end`);
    }
    const bytes = new Uint8Array(length);
    this.file.seekSync(at, Deno.SeekMode.Start);
    for (let done = 0; done < length;) {
      const read = this.file.readSync(bytes.subarray(done));
      if (read === null) {
        throw new MalformedFileError(`is no whole ZIM archive: ${what} reaches behind its end`);
      }
      done += read;
    }
    return bytes;
  }

  /** Two texts that end with a zero each: an entry's path and title. */
  #texts(at: number, what: string): [string, string] {
    const bytes = this.#read(at, Math.min(4096, this.#size - at), what);
    const first = bytes.indexOf(0);
    if (first < 0) throw new MalformedFileError(`is no whole ZIM archive: ${what} has no end`);
    const second = bytes.indexOf(0, first + 1);
    const decode = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
    return [decode(0, first), second < 0 ? "" : decode(first + 1, second)];
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Order by UTF-8 bytes, as the archive has it; UTF-16 units order otherwise only beyond the first plane. */
function compareBytes(a: string, b: string): number {
  const [x, y] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return x.length - y.length;
}

async function unxz(packed: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of new xz.XzReadableStream(new Blob([packed as Uint8Array<ArrayBuffer>]).stream())) {
    length += piece.length;
    if (length > MAX_CLUSTER) {
      throw new MalformedFileError(`unpacks to more than ${MAX_CLUSTER / 1048576} MB`);
    }
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
