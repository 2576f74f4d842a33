/**
 * What a refusal says beside its reason: which document would answer, and whom to ask.
 * @module
 */
import type { Retrieval } from "../records.ts";
import type { Answer, Reason } from "../schema.ts";

type Help = NonNullable<Answer["help"]>;

const BY_TOPIC: Readonly<Record<string, string>> = {
  "first-aid": "Someone with medical training; in an emergency your emergency number.",
  trail: "The ranger station or land manager of that trail.",
  weather: "The national weather service or the nearest ranger station.",
  water: "The nearest ranger station, or hikers coming the other way.",
  wildlife: "The nearest ranger station.",
  "snow-and-ice": "The local avalanche centre or ranger station.",
  river: "The nearest ranger station, or hikers coming the other way.",
  "using-cairn": "Whoever set up this Cairn.",
};

/** Help for a refusal or clarification; null reasons need none. */
export function helpFor(reason: Reason, retrieval: Retrieval | null): Help {
  const topic = retrieval?.hits[0]?.head.topic ?? null;
  const ask = (topic === null ? undefined : BY_TOPIC[topic]) ??
    "A ranger, or someone who knows the place or the subject.";
  const words = retrieval?.terms.map((term) => term.word).slice(0, 6).join(", ") ?? "";
  switch (reason) {
    case "live_data":
      return {
        wanted: "A report of conditions made today; the documents here were written earlier.",
        ask: topic === "trail" || topic === null
          ? "The ranger station or land manager, or their current notices."
          : ask,
      };
    case "wrong_place":
      return {
        wanted: "A document about that place; none is in the open packs.",
        ask: "The ranger station or land manager of that place.",
      };
    case "vague":
      return {
        wanted: "A question that says what, and where.",
        ask: "Ask again with the place and the thing you need to know.",
      };
    case "language":
      return {
        wanted: "A pack in that language; the open packs are in English.",
        ask: "Ask again in English.",
      };
    case "unsafe_request":
      return {
        wanted: "Nothing: Cairn does not help with what can hurt people, animals or places.",
        ask:
          "Ask instead how to stay safe, what the rules are, or how to help someone who is hurt. If someone is in danger, call your emergency number now.",
      };
    case "no_pack":
      return {
        wanted: "A pack: build one with `cairn pack build DIR -o my.cairn`.",
        ask: "Whoever set up this Cairn.",
      };
    case "out_of_scope":
      return {
        wanted: "A document about this; the open packs hold nothing near it.",
        ask: "Someone who knows the subject; Cairn answers from its documents alone.",
      };
    default:
      return {
        wanted: words === "" ? "A document about this." : `A document that says more about: ${words}.`,
        ask,
      };
  }
}
