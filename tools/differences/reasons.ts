/** Why a difference is intended. The test fails for a difference without a reason. */
export const reasons = {
  prerelease: "unlatch accepts Go's spelling of a pre-release and near misses of semver's: the meaning is clear.",
  prefix: 'Go writes its versions with the prefix `go`.',
  alias: 'Both words for the newest release are in use.',
  remark: 'unlatch skips comments.',
  comment: 'unlatch accepts what go accepts in a go.mod: leading spaces, trailing comments, pre-releases.',
  tools: 'asdf and mise accept several versions in a line and use the first; mise also writes `go`.',
  names: 'unlatch reads any file that ends in .mod or .work as such.',
} as const;

export type Reason = keyof typeof reasons;
