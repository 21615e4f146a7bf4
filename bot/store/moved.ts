/** Thrown inside a transaction to undo it: what the dialogue decided upon is no longer so. */
export class Moved extends Error {}
