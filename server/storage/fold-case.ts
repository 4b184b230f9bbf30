/** Makes texts alike that differ in case alone, in whatever script. */
export const foldCase = (text: string): string => text.toLowerCase();
