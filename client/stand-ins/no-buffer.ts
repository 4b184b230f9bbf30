/**
 * Stands for Node's `Buffer` in the browser. lib0 names it in the branches that only Node takes, for which the bundler
 * would add a whole implementation to the page.
 */
export const Buffer = undefined;
