import { CannotStart } from '../errors.ts'

/** Nothing can be served without a database. */
export class DatabaseUnavailable extends CannotStart {}
