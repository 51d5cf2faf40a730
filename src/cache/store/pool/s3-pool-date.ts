import type { HeadBucketCommand, HeadObjectCommand } from '@aws-sdk/client-s3';

/** @returns tells the server's time, Unix time in ms, once the answer is there; null: it does not say. */
export function watchDate(command: HeadBucketCommand | HeadObjectCommand): () => number | null {
  let date = '';
  const stack: HeadBucketCommand['middlewareStack'] = command.middlewareStack as HeadBucketCommand['middlewareStack'];
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { readonly headers?: Readonly<Record<string, string>> };
      date = headers?.['date'] ?? '';
      return result;
    },
    { step: 'deserialize', name: 'date' },
  );
  return () => {
    const ms = Date.parse(date);
    return Number.isNaN(ms) ? null : ms;
  };
}
