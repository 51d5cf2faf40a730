/** What a server of S3 says when it refuses. */
import { S3ServiceException } from '@aws-sdk/client-s3';
import { EnvironmentError, messageOf } from '../../../errors.ts';

export function statusOf(error: unknown): number | null {
  return error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? null) : null;
}

export function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** The SDK's errors may have an empty message, and name the reason alone. */
export function inWords(error: unknown, doing: string): EnvironmentError {
  const status = statusOf(error);
  const name = nameOfError(error);
  const words = [status, name === 'Error' ? null : name, messageOf(error)]
    .filter((word) => word !== null && word !== '' && word !== 'UnknownError')
    .map(String);
  return new EnvironmentError(`${doing}: ${[...new Set(words)].join(' ')}`, { cause: error });
}
