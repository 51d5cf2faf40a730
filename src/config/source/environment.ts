import type { Reader, Side, Variable } from '../declarations.ts';
import type { Positioned } from '../position.ts';

/**
 * The variables in a mapping of names to values, such as `env:` of a workflow or containerEnv of a
 * devcontainer.json.
 */
export function environmentIn(value: Positioned | undefined, side: Side, reader: Reader): readonly Variable[] {
  return (value?.entries ?? []).flatMap(({ key, value: own }) =>
    ['string', 'number', 'boolean'].includes(typeof own.value)
      ? [{ place: own.place, side, reader, name: key, value: String(own.value) }]
      : [],
  );
}
