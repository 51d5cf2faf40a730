import { errnoOf, messageOf } from '../../errors.ts';
import { certificateHint } from './trusted-certificates.ts';

/** If a host has several addresses, the errno is inside an AggregateError. */
export function networkErrno(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const errno = errnoOf(at);
    if (errno !== undefined) return errno;
    if (at instanceof AggregateError) return errnoOf(at.errors[0]);
  }
  return undefined;
}

/** Why no server answered, and what to do. */
export function networkMessage(error: unknown): string {
  const errno = networkErrno(error);
  if (errno === 'ENOTFOUND' || errno === 'EAI_AGAIN') return `unknown host (${errno})`;
  if (errno === 'ECONNREFUSED') return 'the connection was refused (ECONNREFUSED)';
  if (errno !== undefined && untrusted.has(errno)) {
    return `this machine does not trust its certificate (${errno}): ${certificateHint()}`;
  }
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return messageOf(cause) === '' ? (errno ?? 'failed') : messageOf(cause);
}

/** OpenSSL's codes for an unknown certificate authority, as behind a proxy that inspects TLS. */
const untrusted: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
