import { UserError } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';

/** Where a bucket is. Credentials are none of it: the SDK finds them. */
export interface S3Address {
  readonly bucket: string;
  /** "caches/go", without '/' at its ends; ''. */
  readonly prefix: string;
  /** null: the SDK finds it. */
  readonly region: string | null;
  /** Of a server that is not Amazon's; null: the SDK finds it. */
  readonly endpoint: string | null;
  /** The bucket stands in the path and not in the host's name, as servers other than Amazon's want it. */
  readonly pathStyle: boolean;
}

const parameters = ['region', 'endpoint', 'path-style', 'allow-http'];

/**
 * Reads "s3://BUCKET/PREFIX?endpoint=https://minio.example:9000&region=eu-west-1".
 *
 * @throws UserError
 */
export function parseS3Address(text: string, env: Env): S3Address {
  const refuse = (why: string) => new UserError(`${redacted(text)}: ${why}; write s3://BUCKET/PREFIX`);
  if (!URL.canParse(text)) throw refuse('not an address');
  const { protocol, hostname, pathname, searchParams, username, password, port } = new URL(text);
  if (protocol !== 's3:') throw refuse('not an address of S3');
  if (username !== '' || password !== '') {
    throw refuse('credentials do not belong into it: set AWS_ACCESS_KEY_ID or whatever else the AWS SDK reads');
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(hostname) || port !== '') throw refuse('it names no bucket');
  const unknown = [...searchParams.keys()].find((name) => !parameters.includes(name));
  if (unknown !== undefined) throw refuse(`unknown parameter ${unknown}; there are ${parameters.join(', ')}`);
  const endpoint = searchParams.get('endpoint') || env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || null;
  if (endpoint !== null) checkEndpoint(endpoint, searchParams.get('allow-http') === 'true', refuse);
  return {
    bucket: hostname,
    prefix: decodeURIComponent(pathname).replace(/^\/+|\/+$/g, ''),
    // Servers other than Amazon's have no regions, and the signature needs one.
    region:
      searchParams.get('region') ||
      env['AWS_REGION'] ||
      env['AWS_DEFAULT_REGION'] ||
      (endpoint === null ? null : 'us-east-1'),
    endpoint,
    pathStyle: searchParams.get('path-style') === null ? endpoint !== null : searchParams.get('path-style') === 'true',
  };
}

function checkEndpoint(endpoint: string, allowHttp: boolean, refuse: (why: string) => UserError): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw refuse(`the endpoint ${endpoint} is no URL`);
  const isLocal = ['localhost', '[::1]'].includes(url.hostname) || /^127\./.test(url.hostname);
  if (url.protocol === 'http:' && !isLocal && !allowHttp) {
    throw refuse(
      `the endpoint ${url.origin} has no TLS, and whoever is on the way could replace an archive; allow-http=true allows it`,
    );
  }
}

function redacted(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//…@');
}
