/**
 * The path of a request within the site, decoded: for `/board/r/x?y` below the base path `/board` it is `/r/x`. Undefined for
 * what lies outside the base path or is no path.
 */
export function sitePath(
  url: string | undefined,
  basePath: string,
): string | undefined {
  const path = decodePath((url ?? "").split(/[?#]/, 1)[0]!);
  if (path === undefined || !path.startsWith("/")) return undefined;
  if (path === basePath) return "/";
  return path.startsWith(`${basePath}/`)
    ? path.slice(basePath.length)
    : undefined;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
