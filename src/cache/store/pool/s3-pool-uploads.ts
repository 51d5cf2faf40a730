import {
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';

/**
 * All uploads in parts below a prefix that nobody has completed. A page has a thousand at most. The marker is the key
 * alone, since versitygw 1.8 refuses the upload's id there: of several uploads of one key, a page's end may hide some.
 */
export async function unfinishedUploads(
  client: S3Client,
  where: { readonly Bucket: string; readonly Prefix: string },
  sending: { readonly abortSignal: AbortSignal },
): Promise<readonly MultipartUpload[]> {
  const uploads: MultipartUpload[] = [];
  let after: string | undefined;
  do {
    const request = new ListMultipartUploadsCommand({ ...where, KeyMarker: after });
    const page: ListMultipartUploadsCommandOutput = await client.send(request, sending);
    uploads.push(...(page.Uploads ?? []));
    after = page.IsTruncated === true ? page.NextKeyMarker : undefined;
  } while (after !== undefined);
  return uploads;
}
