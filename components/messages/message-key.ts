import type { Messages } from "./locales";

type PathsToTexts<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? Key
    : `${Key}.${PathsToTexts<Tree[Key]>}`;
}[keyof Tree & string];

type PathsToGroups<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? never
    : Key | `${Key}.${PathsToGroups<Tree[Key]>}`;
}[keyof Tree & string];

type Below<Path, Group extends string> = Path extends `${Group}.${infer Rest}`
  ? Rest
  : never;

/** A group of messages, such as `chat` or `pages.notFound`. */
export type MessageGroup = PathsToGroups<Messages>;

/** The key of a message in a group; from the top where no group is given. */
export type MessageKey<Group extends MessageGroup | undefined> =
  Group extends string
    ? Below<PathsToTexts<Messages>, Group>
    : PathsToTexts<Messages>;
