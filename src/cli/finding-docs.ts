import packageJson from '../../package.json' with { type: 'json' };

/** The owner in package.json until the project has a published name. */
const unpublished = /\/OWNER\//;

/** Where the page of a finding is, see docsAt. */
export function findingDocs(id: string, repository?: string): string {
  return docsAt(`docs/findings/${id}.md`, repository);
}

/**
 * Where a document is: "https://github.com/ada/unlatch/blob/HEAD/docs/doctor.md". While `repository` in package.json
 * names no published repository, its path there: "docs/doctor.md".
 */
export function docsAt(path: string, repository: string = packageJson.repository.url): string {
  return unpublished.test(repository)
    ? path
    : `${repository.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/HEAD/${path}`;
}
