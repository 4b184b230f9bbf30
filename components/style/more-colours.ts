/** Colours beside the palette's, as rows from strong to pale; `#rrggbb` as they look in the light theme. */
export const MORE_COLOURS: readonly (readonly string[])[] = [
  ["#343a40", "#c2255c", "#9c36b5", "#3b5bdb", "#099268", "#e8590c"],
  ["#868e96", "#f06595", "#cc5de8", "#748ffc", "#38d9a9", "#ffa94d"],
  ["#e9ecef", "#ffdeeb", "#f3d9fa", "#dbe4ff", "#c3fae8", "#ffe8cc"],
];
