import { copyText } from "../ui/copy-text";

/** Puts a message's text on the clipboard. */
export async function copyMessage(text: string): Promise<void> {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr-only";
  document.body.append(field);
  await copyText(field);
  field.remove();
}
