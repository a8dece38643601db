/** The process cannot start; the message says to a person what to do about it. */
export class CannotStart extends Error {}
/** There is no such thing, or not for this person; the two look the same. */
export class NotFound extends Error {}
/** Signed in, but not for this. */
export class Forbidden extends Error {}
