/** The choice under an emergency card by which a question is asked as any other. */
export const NOT_AN_EMERGENCY = "Not an emergency";

/** The question that a question becomes when an option of the question back is chosen. */
export function withOption(text: string, option: string): string {
  return text.includes(option) ? text : `${text} (${option})`;
}

/** Card for a person who may harm themselves. */
export const CRISIS_CARD = "crisis";
