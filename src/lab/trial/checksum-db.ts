/**
 * A checksum database as files: a real signed transparency log over a scenario's modules, which go reads
 * through its GOPROXY. It makes GOSUMDB=off comparable with a database that answers.
 * Source: golang.org/x/mod/sumdb (client.go, tlog, note) and the proposal golang.org/design/25530-sumdb.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { strToU8 } from 'fflate';
import { UserError } from '../../errors.ts';
import { escapePath } from '../../go/network/module-proxy.ts';
import type { ServedModule } from './go-proxy.ts';

const name = 'sum.unlatch.test';
const algorithm = Buffer.from([1]);
/** Records in one tile of height 8; a scenario has fewer. */
const tileWidth = 256;

export interface ChecksumDb {
  /** The value of GOSUMDB: this database and its key. */
  readonly gosumdb: string;
  /** By file name below the GOPROXY's root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** @throws UserError if the modules fill a whole tile. */
export function checksumDb(served: readonly ServedModule[]): ChecksumDb {
  if (served.length >= tileWidth) throw new UserError(`a scenario may serve at most ${tileWidth - 1} modules`);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.concat([algorithm, rawPublicKey(publicKey)]);
  const keyHash = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);

  const records = served.map(
    (module) =>
      `${module.path} ${module.version} ${module.zipHash}\n${module.path} ${module.version}/go.mod ${module.modHash}\n`,
  );
  const leaves = records.map((record) => createHash('sha256').update('\0').update(record).digest());
  const tree = `go.sum database tree\n${leaves.length}\n${treeHash(leaves).toString('base64')}\n`;
  const signature = Buffer.concat([keyHash, sign(null, Buffer.from(tree), privateKey)]).toString('base64');
  const signedTree = `${tree}\n— ${name} ${signature}\n`;

  const files = new Map<string, Uint8Array>([
    ['supported', strToU8('')],
    ['latest', strToU8(signedTree)],
  ]);
  if (leaves.length > 0) files.set(`tile/8/0/000.p/${leaves.length}`, Buffer.concat(leaves));
  served.forEach((module, id) => {
    files.set(
      `lookup/${escapePath(module.path)}@${escapePath(module.version)}`,
      strToU8(`${id}\n${records[id]}\n${signedTree}`),
    );
  });
  return {
    gosumdb: `${name}+${keyHash.toString('hex')}+${key.toString('base64')}`,
    files: new Map([...files].map(([file, data]) => [`sumdb/${name}/${file}`, data])),
  };
}

function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new Error('an ed25519 key without its x');
  return Buffer.from(x, 'base64url');
}

/** RFC 6962, section 2.1. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return createHash('sha256')
    .update('\x01')
    .update(treeHash(leaves.slice(0, split)))
    .update(treeHash(leaves.slice(split)))
    .digest();
}
