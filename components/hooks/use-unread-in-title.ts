import { useEffect } from "react";

/** Puts the number of unread messages before the page's title: `(2) calm-otter-4172 · Boardwalk`. */
export function useUnreadInTitle(title: string, unread: number): void {
  useEffect(() => {
    const wanted = unread > 0 ? `(${unread}) ${title}` : title;
    const apply = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    apply();
    // Next writes its own title when the page's metadata has come, which may be later.
    const observer = new MutationObserver(apply);
    observer.observe(document.head, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return () => observer.disconnect();
  }, [title, unread]);
}
