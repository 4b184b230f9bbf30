/** The address in `input` when it is a whole link that another host serves: a board of the same name here would be a different one. */
export function linkToOtherServer(
  input: string,
  here: { readonly host: string },
): string | undefined {
  const link = URL.canParse(input.trim()) ? new URL(input.trim()) : undefined;
  if (!link || !/^https?:$/.test(link.protocol)) return undefined;
  return link.host === here.host ? undefined : link.href;
}
