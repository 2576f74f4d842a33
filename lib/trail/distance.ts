/**
 * "How far from Outpost Camp to Trail Camp": distance along a trail between two of its waypoints.
 * @module
 */
import type { Waypoint } from "../ports.ts";
import { STOPWORDS } from "../text/stopwords.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { convert, formatNumber, unitNamed } from "../text/units.ts";

/** Two waypoints of one trail, both with a distance from its start. */
export interface Leg {
  readonly trail: string;
  readonly from: Waypoint;
  readonly to: Waypoint;
  /** Along the trail. */
  readonly miles: number;
  /** Feet up when positive; null where an elevation is not known. */
  readonly climbFeet: number | null;
}

const ASKS =
  /\b(how far|distance|how many (miles|km|kms|kilomet(er|re)s)|miles (from|between)|how long is it from|far is it)\b/i;
/** Words of waypoint names that questions leave out. */
const OPTIONAL = new Set(
  "the trailhead trail junction junct crossing mount mt of a and sign at top summit".split(" "),
);

/** Where a trail starts, after "the", in words that name no place. */
const START = new Set("start beginning".split(" "));

/** A word before or after a trail's name that makes it the place of that name. */
const BEFORE_END = new Set("from to between until till reach past is and".split(" "));
const AFTER_END = new Set("from to and".split(" "));
const TOP = new Set("summit top".split(" "));
/** What may stand between such a word and the name. */
const WITHIN_NAME = new Set("the of mount mt".split(" "));

/** A waypoint and the words of the question by which it is named. */
interface Place {
  readonly point: Waypoint;
  readonly at: number;
  readonly length: number;
}

/**
 * Reads a question for the distance between two waypoints of one trail; null for anything else.
 *
 * @param trail the trail that the question is bound to, if it names one
 */
export function readLeg(question: string, waypoints: readonly Waypoint[], trail: string | null): Leg | null {
  if (!ASKS.test(question)) return null;
  const tokens = tokenize(question);
  const words = tokens.map(({ word }) => word);
  const byTrail = Map.groupBy(waypoints.filter((w) => w.miles !== null), (w) => w.trail);
  const legs: Leg[] = [];
  for (const [name, points] of byTrail) {
    if (trail !== null && name !== trail) continue;
    const ends = endsOf(tokens, points, name);
    if (ends.length !== 2 || !areJoined(words, ends as [Place, Place])) continue;
    const [from, to] = ends.map(({ point }) => point) as [Waypoint, Waypoint];
    const climb = from.elevationFeet === null || to.elevationFeet === null
      ? null
      : to.elevationFeet - from.elevationFeet;
    legs.push({ trail: name, from, to, miles: Math.abs(to.miles! - from.miles!), climbFeet: climb });
  }
  return legs.length === 1 ? legs[0]! : null;
}

/** The places that a question names as ends, in its order, each once. */
function endsOf(tokens: readonly Token[], points: readonly Waypoint[], trail: string): readonly Place[] {
  const words = tokens.map(({ word }) => word);
  const asked = tokens.map(({ term }) => term);
  const ends = namedPoints(asked, points).filter((place) => isEnd(words, place, trail));
  const start = points.find((point) => point.miles === 0);
  const at = startAt(words, trail);
  if (at !== null && start === undefined) return [];
  if (at !== null) ends.push({ point: start!, at, length: 1 });
  ends.sort((a, b) => a.at - b.at);
  return ends.filter((end, i) => ends.findIndex(({ point }) => point === end.point) === i);
}

/** Whether words between two places make them the ends of one way: "to A and B" asks for two ways from elsewhere. */
function areJoined(words: readonly string[], [first, second]: readonly [Place, Place]): boolean {
  const between = words.slice(first.at + first.length, second.at);
  if (between.some((word) => ["from", "to", "past", "until", "till"].includes(word))) return true;
  if (!between.some((word) => ["and", "or"].includes(word))) return true;
  return words.includes("between") || words.includes("apart");
}

/** Where the question names the start of the trail without its name: "the trailhead", "from the Whitney trailhead". */
function startAt(words: readonly string[], trail: string): number | null {
  const generic = words.findIndex((word, i) => START.has(word) && words[i - 1] === "the");
  if (generic >= 0) return generic;
  const own = new Set(tokenize(trail).map(({ word }) => word));
  for (let at = 0; at < words.length; at++) {
    const isHead = words[at] === "trailhead" || (words[at] === "trail" && words[at + 1] === "head");
    let before = at - 1;
    while (isHead && before >= 0 && (own.has(words[before]!) || ["mount", "mt"].includes(words[before]!))) {
      before--;
    }
    if (isHead && ["the", "from", "to"].includes(words[before] ?? "")) return at;
  }
  return null;
}

/**
 * Whether a place is meant as an end. One that the trail itself is called after is only where it stands as one does: "to Mount
 * Whitney", "the summit of Mount Whitney", not "on Mount Whitney", "Trail Camp (Whitney)", "the Whitney trailhead".
 */
function isEnd(words: readonly string[], { point, at, length }: Place, trail: string): boolean {
  const own = new Set(nameTerms(trail));
  if (nameTerms(point.name).some((term) => !own.has(term) && !OPTIONAL.has(term))) return true;
  const next = words[at + length];
  if (next !== undefined && TOP.has(next)) return true;
  if (next !== undefined && !STOPWORDS.has(next)) return false;
  if (words.slice(at, at + length).some((word) => TOP.has(word))) return true;
  let before = at - 1;
  while (WITHIN_NAME.has(words[before] ?? "") && !TOP.has(words[before - 1] ?? "")) before--;
  if (TOP.has(words[before - 1] ?? "")) return true;
  if (BEFORE_END.has(words[before] ?? "")) return true;
  return before === at - 1 && !["on", "up"].includes(words[before] ?? "") && AFTER_END.has(next ?? "");
}

/** Waypoints that the question names, at each place where it does. */
function namedPoints(asked: readonly string[], points: readonly Waypoint[]): Place[] {
  const found = points.flatMap((point) =>
    findName(asked, nameTerms(point.name)).map((place) => ({ point, ...place }))
  );
  // "Trail Camp" also matches inside a longer name at the same place: the longest wins.
  return found.filter((one) =>
    !found.some((other) =>
      other !== one && other.length > one.length && other.at <= one.at && one.at < other.at + other.length
    )
  );
}

function nameTerms(name: string): string[] {
  return tokenize(name.replace(/\(.*?\)/g, " ").split(/[,/–]/)[0]!).map((token) => token.term);
}

/** Where the name stands in the question: whole, or without its optional words when two or more words or one rare word remain. */
function findName(asked: readonly string[], name: readonly string[]): { at: number; length: number }[] {
  const core = name.filter((term) => !OPTIONAL.has(term));
  for (const variant of [name, core]) {
    if (variant.length === 0 || (variant.length === 1 && variant[0]!.length < 5)) continue;
    const found = asked.map((_, at) => at).filter((at) => variant.every((term, i) => asked[at + i] === term));
    if (found.length > 0) return found.map((at) => ({ at, length: variant.length }));
  }
  return [];
}

/** The leg in one sentence, in miles and kilometres. */
export function writeLeg({ from, to, miles, climbFeet }: Leg): string {
  const km = convert(miles, unitNamed("mi")!, unitNamed("km")!);
  const way = `${from.name} to ${to.name} is ${oneDecimal(miles)} mi (${oneDecimal(km)} km) along the trail`;
  if (climbFeet === null || climbFeet === 0) return `${way}.`;
  const meters = formatNumber(Math.abs(convert(climbFeet, unitNamed("ft")!, unitNamed("m")!)));
  return `${way}, ${formatNumber(Math.abs(climbFeet))} ft (${meters} m) ${
    climbFeet > 0 ? "higher" : "lower"
  }.`;
}

/** Mile tables are good to a tenth of a mile; more digits would be invented. */
function oneDecimal(value: number): string {
  return value.toFixed(1);
}
