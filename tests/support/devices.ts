/** A large window and a small one, each with its name and its size in CSS pixels. */
export const DEVICES = [
  ["screen", { width: 1280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
] as const;
