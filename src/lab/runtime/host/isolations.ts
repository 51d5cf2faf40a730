/** Best first. In a file of its own, which the command line reads at each start for the words of its options. */
export const isolations = ['bubblewrap', 'unshare', 'marker'] as const;
export type Isolation = (typeof isolations)[number];
