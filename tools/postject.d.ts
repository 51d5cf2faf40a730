declare module 'postject' {
  /** Writes the resource into the executable file. */
  export function inject(
    file: string,
    name: string,
    resource: Uint8Array,
    options: { readonly sentinelFuse: string },
  ): Promise<void>;
}
