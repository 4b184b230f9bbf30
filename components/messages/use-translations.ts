import { useMemo } from "react";
import type { Translator } from "./create-translator";
import { useLocaleValue } from "./locale-context";
import type { MessageGroup } from "./message-key";

/** The messages of a group, or all of them, in the visitor's language. Stays the same from one rendering to the next. */
export function useTranslations<
  Group extends MessageGroup | undefined = undefined,
>(group?: Group): Translator<Group> {
  const { translatorOf } = useLocaleValue();
  return useMemo(() => translatorOf(group), [translatorOf, group]);
}
