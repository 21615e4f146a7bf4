/** Scores from which something is taken as meant; measured on the question sets. */
export const TOPIC = 0.29;
export const PASSAGE = 0.38;
/** The same for a plan of which nobody has said how people ask for it: its own words are all there is. */
export const PASSAGE_ALONE = 0.28;
export const SILENCE = 0.25;
/** Below this nothing in the plan is near: the question is of another field. */
export const FIELD = 0.26;
/** A passage must be this much nearer than a topic to be taken before it. */
export const BEFORE_TOPIC = 0.15;
/** A silence may be this much less near than a passage and still be what is meant. */
export const BEFORE_SILENCE = 0.05;
/** A topic beside the best one is this sure, and at most this far behind it. */
export const SURE = 0.6;
export const BESIDE = 0.2;
