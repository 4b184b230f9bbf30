/**
 * Puts the text of `field` on the clipboard and tells whether that worked. Its text stays selected, so that a person can
 * always copy it by hand.
 */
export async function copyText(
  field: HTMLInputElement | HTMLTextAreaElement,
): Promise<boolean> {
  field.select();
  // Absent on plain http: browsers offer the clipboard to secure pages only.
  const { clipboard }: { readonly clipboard?: Clipboard } = navigator;
  if (!clipboard) return copySelection();
  try {
    await clipboard.writeText(field.value);
    return true;
  } catch {
    // The person or a policy forbids it; the old way may still be allowed.
    return copySelection();
  }
}

function copySelection(): boolean {
  // The only way that plain http has.
  const oldWay: { execCommand(command: "copy"): boolean } = document;
  return oldWay.execCommand("copy");
}
