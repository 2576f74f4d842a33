/**
 * Counts and durations, never question text.
 * @module
 */
import type { Answer } from "../schema.ts";

/** Upper bounds of the latency histogram, in seconds. */
const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** Counts answers by outcome and reason and keeps a histogram of how long they took. */
export class Metrics {
  readonly #outcomes = new Map<string, number>();
  readonly #buckets = BUCKETS.map(() => 0);
  #count = 0;
  #incidents = 0;
  #seconds = 0;

  record(answer: Answer, seconds: number): void {
    const key = `outcome="${answer.outcome}",reason="${answer.reason ?? ""}"`;
    this.#outcomes.set(key, (this.#outcomes.get(key) ?? 0) + 1);
    BUCKETS.forEach((bound, i) => {
      if (seconds <= bound) this.#buckets[i]!++;
    });
    this.#count++;
    this.#seconds += seconds;
  }

  /** A wrong answer was reported. */
  incident(): void {
    this.#incidents++;
  }

  /** Prometheus text exposition format 0.0.4. */
  expose(): string {
    return [
      "# HELP cairn_answers_total Questions by what came of them.",
      "# TYPE cairn_answers_total counter",
      ...[...this.#outcomes].sort().map(([key, n]) => `cairn_answers_total{${key}} ${n}`),
      "# HELP cairn_answer_seconds Time from question to whole answer.",
      "# TYPE cairn_answer_seconds histogram",
      ...BUCKETS.map((bound, i) => `cairn_answer_seconds_bucket{le="${bound}"} ${this.#buckets[i]}`),
      `cairn_answer_seconds_bucket{le="+Inf"} ${this.#count}`,
      `cairn_answer_seconds_sum ${this.#seconds.toFixed(6)}`,
      `cairn_answer_seconds_count ${this.#count}`,
      "# HELP cairn_incidents_total Wrong answers that were reported.",
      "# TYPE cairn_incidents_total counter",
      `cairn_incidents_total ${this.#incidents}`,
      "",
    ].join("\n");
  }
}
