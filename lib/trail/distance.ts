/**
 * "How far from Outpost Camp to Trail Camp": distance along a trail between two of its waypoints.
 * @module
 */
import type { Waypoint } from "../ports.ts";
import { tokenize } from "../text/tokens.ts";
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

/** Where a trail starts, in words that name no place. */
const START = /\b(?:(?:the|from|to) trail ?head|the (?:start|beginning))\b/i;

/** A waypoint and the word of the question from which it is named. */
interface Place {
  readonly point: Waypoint;
  readonly at: number;
}

/**
 * Reads a question for the distance between two waypoints of one trail; null for anything else.
 *
 * @param trail the trail that the question is bound to, if it names one
 */
export function readLeg(question: string, waypoints: readonly Waypoint[], trail: string | null): Leg | null {
  if (!ASKS.test(question)) return null;
  const byTrail = Map.groupBy(waypoints.filter((w) => w.miles !== null), (w) => w.trail);
  const legs: Leg[] = [];
  for (const [name, points] of byTrail) {
    if (trail !== null && name !== trail) continue;
    const named = twoEnds(withStart(question, points, namedPoints(question, points)), name);
    if (named.length !== 2) continue;
    const [from, to] = named as [Waypoint, Waypoint];
    const climb = from.elevationFeet === null || to.elevationFeet === null
      ? null
      : to.elevationFeet - from.elevationFeet;
    legs.push({ trail: name, from, to, miles: Math.abs(to.miles! - from.miles!), climbFeet: climb });
  }
  return legs.length === 1 ? legs[0]! : null;
}

/** With the place where the trail starts, if the question names the trailhead without its name. */
function withStart(question: string, points: readonly Waypoint[], named: readonly Place[]): Waypoint[] {
  const generic = START.exec(question);
  if (generic === null) return named.map(({ point }) => point);
  const start = points.find((point) => point.miles === 0);
  if (start === undefined) return [];
  if (named.some(({ point }) => point === start)) return named.map(({ point }) => point);
  const at = tokenize(question.slice(0, generic.index)).length;
  return [...named, { point: start, at }].sort((a, b) => a.at - b.at).map(({ point }) => point);
}

/** Of three places named, one that the trail itself is called after ("… on Mount Whitney") is no end. */
function twoEnds(named: readonly Waypoint[], trail: string): readonly Waypoint[] {
  if (named.length <= 2) return named;
  const own = new Set(nameTerms(trail));
  return named.filter((point) => nameTerms(point.name).some((term) => !own.has(term) && !OPTIONAL.has(term)));
}

/** Waypoints that the question names, in the order in which it names them. */
function namedPoints(question: string, points: readonly Waypoint[]): Place[] {
  const asked = tokenize(question).map((token) => token.term);
  const found: (Place & { length: number })[] = [];
  for (const point of points) {
    const place = findName(asked, nameTerms(point.name));
    if (place !== null) found.push({ point, ...place });
  }
  // "Trail Camp" also matches inside a longer name at the same place: the longest wins.
  const kept = found.filter((one) =>
    !found.some((other) =>
      other !== one && other.length > one.length && other.at <= one.at && one.at < other.at + other.length
    )
  );
  return kept.sort((a, b) => a.at - b.at);
}

function nameTerms(name: string): string[] {
  return tokenize(name.replace(/\(.*?\)/g, " ").split(/[,/–]/)[0]!).map((token) => token.term);
}

/** Where the name stands in the question: whole, or without its optional words when two or more words or one rare word remain. */
function findName(asked: readonly string[], name: readonly string[]): { at: number; length: number } | null {
  const core = name.filter((term) => !OPTIONAL.has(term));
  for (const variant of [name, core]) {
    if (variant.length === 0 || (variant.length === 1 && variant[0]!.length < 5)) continue;
    for (let at = 0; at + variant.length <= asked.length; at++) {
      if (variant.every((term, i) => asked[at + i] === term)) return { at, length: variant.length };
    }
  }
  return null;
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
