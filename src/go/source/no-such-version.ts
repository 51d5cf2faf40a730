import { UserError } from '../../errors.ts';

/** A reliable source says that there is no such version. */
export class NoSuchVersion extends UserError {}
