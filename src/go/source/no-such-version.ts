import { UserError } from '../../errors.ts';

/** Somebody who should know says that there is no such version. */
export class NoSuchVersion extends UserError {}
