import { MESSAGES } from "../messages/locales";

/** What a command is called in every language. */
export function labelsOf(command: string): readonly string[] {
  return Object.values(MESSAGES).flatMap(({ commands }) => {
    const label = command.split(".").reduce<unknown>(memberOf, commands);
    return typeof label === "string" ? [label] : [];
  });
}

const memberOf = (tree: unknown, name: string): unknown =>
  typeof tree === "object" && tree !== null
    ? (tree as Readonly<Record<string, unknown>>)[name]
    : undefined;
