import { createElement, Fragment, type ReactNode } from "react";
import { formatMessage, type MessageValues } from "./format-message";
import type { Locale, Messages } from "./locales";
import type { MessageGroup, MessageKey } from "./message-key";

type TextValues = Readonly<Record<string, string | number>>;
type RichValues = Readonly<
  Record<string, string | number | ((children: ReactNode) => ReactNode)>
>;

export interface Translator<Group extends MessageGroup | undefined> {
  /** The message as a text. */
  (key: MessageKey<Group>, values?: TextValues): string;
  /** The message with elements in it: each of its tags is made by the value of that name. */
  rich(key: MessageKey<Group>, values: RichValues): ReactNode;
}

/** Speaks one language. With a `group`, keys begin there. */
export function createTranslator<Group extends MessageGroup | undefined>(
  locale: Locale,
  messages: Messages,
  group?: Group,
): Translator<Group> {
  const find = (key: string) =>
    findMessage(messages, group ? `${group}.${key}` : key);

  const text = (key: string, values: TextValues = {}) =>
    formatMessage(find(key), locale, values, (_, children) =>
      children.join(""),
    ).join("");

  const rich = (key: string, values: RichValues) =>
    inOneNode(
      formatMessage<ReactNode>(find(key), locale, values, (name, children) =>
        renderTag(values, name, inOneNode(children)),
      ),
    );

  return Object.assign(text, { rich });
}

/** The path itself when there is no such message, so that somebody sees what is missing. */
function findMessage(messages: Messages, path: string): string {
  let found: unknown = messages;
  for (const key of path.split("."))
    found = (found as Record<string, unknown> | undefined)?.[key];
  return typeof found === "string" ? found : path;
}

function renderTag(
  values: MessageValues,
  name: string,
  children: ReactNode,
): ReactNode {
  const render = values[name];
  return typeof render === "function"
    ? (render as (children: ReactNode) => ReactNode)(children)
    : children;
}

/** As children of their own, and not as a list, they need no keys. */
const inOneNode = (nodes: readonly ReactNode[]): ReactNode =>
  createElement(Fragment, undefined, ...nodes);
