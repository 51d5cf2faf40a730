import type { PerKind } from '../kind.ts';
import type { ArchiveKind } from './archive-kind.ts';
import { gocache } from './gocache.ts';
import { golangciLint } from './golangci-lint.ts';
import { gopls } from './gopls.ts';
import { modules } from './modules.ts';

export const kinds: PerKind<ArchiveKind> = { modules, build: gocache, lint: golangciLint, gopls };
