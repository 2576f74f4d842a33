/**
 * Words that turn a claim round when one stands for the other.
 * @module
 */
import { termOf } from "../text/tokens.ts";

/** Opposites that a passage's facts hang on: directions, order, degree, what is asked for. Compared by their stems. */
const PAIRS =
  `up/down above/below over/under upper/lower left/right north/south east/west northern/southern eastern/western
before/after earlier/later first/last inside/outside indoors/outdoors uphill/downhill upstream/downstream upwind/downwind
upward/downward upwards/downwards forward/backward top/bottom clockwise/counterclockwise clockwise/anticlockwise
increase/decrease rise/fall raise/lower higher/lower high/low more/less more/fewer most/least larger/smaller large/small
longer/shorter long/short faster/slower fast/slow quickly/slowly hot/cold warm/cool wet/dry tight/loose tightly/loosely
deep/shallow thick/thin wide/narrow heavy/light strong/weak stronger/weaker hard/soft early/late open/closed full/empty
with/without always/never minimum/maximum required/optional mandatory/optional mandatory/voluntary allow/forbid
allowed/prohibited permitted/prohibited permitted/forbidden safe/dangerous safe/unsafe better/worse best/worst good/bad
common/rare easy/difficult easier/harder possible/impossible positive/negative acute/chronic mild/severe
internal/external male/female men/women children/adults young/old day/night morning/evening sunrise/sunset summer/winter
include/exclude start/stop begin/end push/pull add/remove tie/untie lock/unlock cause/prevent improve/worsen accept/reject
public/private steep/flat awake/asleep conscious/unconscious sit/stand swallow/spit freeze/boil dominant/recessive
benign/malignant all/none everyone/nobody`;

const OPPOSITES = new Map<string, string[]>();
for (const pair of PAIRS.split(/\s+/)) {
  const [a, b] = pair.split("/").map(termOf) as [string, string];
  OPPOSITES.set(a, [...(OPPOSITES.get(a) ?? []), b]);
  OPPOSITES.set(b, [...(OPPOSITES.get(b) ?? []), a]);
}

/** Terms that turn a sentence round where they stand for this one. */
export function oppositesOf(term: string): readonly string[] {
  return OPPOSITES.get(term) ?? [];
}
