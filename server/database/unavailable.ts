/** Nothing can be served without a database: the message says to a person what to do about it. */
export class DatabaseUnavailable extends Error {}
