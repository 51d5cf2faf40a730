import type { ProvisionContext } from '../context.ts';
import { hostPlatform } from '../platform.ts';
import { noSuchGo } from '../versions.ts';
import { fetchArchive, goDev, goDevName, listGoDevArchives } from './go-dev.ts';
import type { GoSource } from './go-source.ts';

/** go.dev/dl itself. Verified only by the SHA-256 that go.dev itself publishes. */
export function goDevSource(context: ProvisionContext): GoSource {
  return {
    kind: 'go.dev',
    name: goDevName,
    fetch: async (version, goroot, scratch) => {
      const platform = context.platform ?? hostPlatform();
      const archives = await listGoDevArchives(platform, context);
      const archive = archives.find((candidate) => candidate.version === version);
      if (archive === undefined) {
        const known = archives.map((candidate) => candidate.version);
        throw noSuchGo(version, known, platform);
      }
      await fetchArchive(archive, goDev(context), goroot, scratch, context);
      return 'verified by the SHA-256 that go.dev publishes';
    },
  };
}
