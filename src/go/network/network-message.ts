import { errnoOf, messageOf } from '../../errors.ts';
import { certificateHint } from './trusted-certificates.ts';

/** Where a host has several addresses, the errno is in one of an AggregateError. */
export function networkErrno(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const errno = errnoOf(at);
    if (errno !== undefined) return errno;
    if (at instanceof AggregateError) return errnoOf(at.errors[0]);
  }
  return undefined;
}

/** Why no server has answered, in words and with what would help. */
export function networkMessage(error: unknown): string {
  const errno = networkErrno(error);
  if (errno === 'ENOTFOUND' || errno === 'EAI_AGAIN') return `the name of the host is not known (${errno})`;
  if (errno === 'ECONNREFUSED') return 'the connection was refused (ECONNREFUSED)';
  if (errno !== undefined && untrusted.has(errno)) {
    return `nobody whom this machine trusts has signed its certificate (${errno}): ${certificateHint()}`;
  }
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return messageOf(cause) === '' ? (errno ?? 'failed') : messageOf(cause);
}

/** What OpenSSL finds where the certificate authority is unknown, as behind a proxy that looks into TLS. */
const untrusted: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
