import type { Reason } from './reasons.ts';

/** The releases on a day in 2026, newest first. */
export const known = [
  ...[
    '1.28rc1',
    '1.27.4',
    '1.27.3',
    '1.27.0',
    '1.27rc2',
    '1.27rc1',
    '1.26.11',
    '1.26.8',
    '1.26.0',
    '1.26rc1',
    '1.25.14',
  ],
  ...['1.25.3', '1.25.0', '1.24.13', '1.22.12', '1.22.0', '1.21.13', '1.21.0', '1.21rc2', '1.20.14', '1.20', '1.20rc2'],
  ...[
    '1.19.13',
    '1.17',
    '1.17rc1',
    '1.13.15',
    '1.11.12',
    '1.10beta1',
    '1.9.2rc2',
    '1.9',
    '1.8.7',
    '1.4.3',
    '1.2.2',
    '1.2',
  ],
];

/** Specs, with the reason if our answer differs. */
export const specs: readonly (readonly [string, Reason?])[] = [
  ...[
    '',
    '1',
    '1.x',
    '1.26',
    '1.26.8',
    '1.26.x',
    '~1.26',
    '~1.26.2',
    '^1.26',
    '^1.22.3',
    '>=1.24',
    '>=1.22 <1.26',
    '<1.22',
  ].map(plain),
  ...[
    '1.20',
    '1.20.14',
    '1.21',
    '1.21.0',
    '1.21.x',
    '1.22.0 - 1.25.3',
    '1.22 || 1.24',
    '*',
    'x',
    '=1.26.8',
    'v1.26.8',
  ].map(plain),
  ...[
    'stable',
    'oldstable',
    '1.99',
    '1.99.1',
    '2',
    '^2.0',
    'Stable',
    'one',
    '1.26.8.1',
    '../1',
    '1.2',
    '1.2.2',
    '1.4',
  ].map(plain),
  ...['1.27.0-rc.1', '>=1.28.0-rc.1', '1.8', '1.9', '1.11.12', '1.13', '1.17', '1.20.0', ' 1.26 ', '1.27.0-rc.9'].map(
    plain,
  ),
  ...['tip', 'gotip', 'master', '1.26.X', '1.26.*', '<=1.25', '>1.25', '>1.26.8', '1.10.0-beta.1', '1.9.2-rc.2'].map(
    plain,
  ),
  ['latest', 'alias'],
  ['go1.26.8', 'prefix'],
  ['go1.26', 'prefix'],
  ['1.27rc1', 'prerelease'],
  ['1.28rc1', 'prerelease'],
  ['1.17-rc1', 'prerelease'],
  ['1.20-rc.2', 'prerelease'],
  ['1.9.2rc2', 'prerelease'],
  ['1.10beta1', 'prerelease'],
];

function plain(spec: string): readonly [string] {
  return [spec];
}
