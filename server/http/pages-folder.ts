/**
 * Where the built pages of a site are, in the repository: those below another path are others, since Next writes the path into them.
 *
 * @param basePath "" or such as `/board`.
 */
export const pagesFolder = (basePath: string): string =>
  `.next${basePath.replaceAll("/", "-")}`;
