import { systemClock } from "@/core/base/clock";

/** Some browsers begin to read the file only a while after the click, others ask where to put it. */
const READ_WITHIN_MS = 60_000;

/** Gives the person a file, among their downloads. */
export function saveFile(name: string, text: string): void {
  const blob = new Blob([text], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  systemClock.after(READ_WITHIN_MS, () => URL.revokeObjectURL(link.href));
}
