import { createHash } from 'node:crypto';
import type { LayerParent } from './layer-manifest.ts';

/**
 * The key of a layer: it ends with the layer's own id and those of the layers below. So a list of
 * keys tells which of them a key needs.
 */
export function keyOfLayer(key: string, sha256: string, parents: readonly LayerParent[]): string {
  const text = [sha256, ...parents.map((parent) => parent.sha256)].join('\n');
  const id = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${key}${[id, ...parents.map((parent) => idsIn(parent.key)[0])].join('.')}`;
}

/** The ids at the end of a layer's key, its own first. */
export function idsIn(key: string): readonly string[] {
  return key.slice(key.lastIndexOf('-') + 1).split('.');
}

/** Those of the keys that no other stored key stands on. */
export function unneededLayers(keys: readonly string[], stored: readonly string[]): readonly string[] {
  const going = new Set(keys);
  const needed = new Set(stored.filter((key) => !going.has(key)).flatMap((key) => idsIn(key).slice(1)));
  return keys.filter((key) => !needed.has(idsIn(key)[0] ?? ''));
}
