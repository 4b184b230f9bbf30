import { useId, useRef, useState, type RefObject } from "react";
import type { Mention } from "@/core/protocol/control-message";
import { useSelected, useStore } from "../hooks/use-store";
import { useChat } from "./chat-context";
import {
  mentionQueryAt,
  peopleCalled,
  peopleMatching,
  peopleToCall,
  type MentionQuery,
} from "./mention-query";

/**
 * Completes names in `field` after an `@`.
 *
 * @param onChoose Called with a name and the place of the `@` that it stands for.
 */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  onChoose: (name: string, from: number) => void,
) {
  const { chat, client } = useChat();
  const user = useStore(client.user);
  const here = useSelected(client.people, (people) => people.here);
  const messages = useSelected(chat.state, (state) => state.messages);
  const id = useId();
  const chosen = useRef<readonly Mention[]>([]);
  const [query, setQuery] = useState<MentionQuery>();
  const [marked, setMarked] = useState(0);

  const people = query
    ? peopleMatching(peopleToCall(here, messages, user), query.text)
    : [];
  const isOpen = people.length > 0;
  const at = Math.min(marked, people.length - 1);
  const close = () => setQuery(undefined);
  const choose = (person: Mention) => {
    if (!query) return;
    chosen.current = [...chosen.current, person];
    onChoose(person.name, query.from);
    close();
  };
  const move = (by: number) =>
    setMarked((at + by + people.length) % people.length);

  /** Says whether the key was meant for the list. */
  const answer = (key: string): boolean => {
    const person = people[at];
    if (!isOpen || !person) return false;
    if (key === "ArrowDown") move(1);
    else if (key === "ArrowUp") move(-1);
    else if (key === "Enter" || key === "Tab") choose(person);
    else if (key === "Escape") close();
    else return false;
    return true;
  };

  return {
    answer,
    close,
    /** Looks whether a name is being written where the caret is now. */
    look() {
      const { current } = field;
      if (!current) return;
      const { value, selectionStart, selectionEnd } = current;
      const isCaret = selectionStart === selectionEnd;
      setQuery(isCaret ? mentionQueryAt(value, selectionEnd) : undefined);
      setMarked(0);
    },
    /** Those whose names stand in `written`, as far as they were chosen here or are known by just that name. */
    calledIn(written: string): Mention[] {
      const people = peopleToCall(here, messages, user);
      return peopleCalled(written, people, chosen.current);
    },
    attributes: {
      "aria-autocomplete": "list",
      "aria-controls": isOpen ? id : undefined,
      "aria-activedescendant": isOpen ? `${id}-${at}` : undefined,
    } as const,
    list: { id, people, marked: at, onChoose: choose },
  };
}
