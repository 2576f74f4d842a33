/** The choice under an emergency card by which a question is asked as any other. */
export const NOT_AN_EMERGENCY = "Not an emergency";

/** Card for a person who may harm themselves. */
export const CRISIS_CARD = "crisis";
