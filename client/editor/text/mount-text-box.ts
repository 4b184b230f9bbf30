import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type * as textSession from "./text-session";

/**
 * Shows a field over whatever text the editor edits, until the returned function is called. The field's code is loaded when this
 * person begins to do something, and so is there before the first text is.
 */
export function mountTextBox(mount: textSession.TextBoxMount): Dispose {
  const { shape } = mount.editor.typing;
  const page = mount.host.ownerDocument;
  const ending = new AbortController();
  let loaded: typeof textSession | undefined;
  const load = async () => (loaded ??= await import("./text-session"));
  for (const sign of ["pointerdown", "keydown"])
    page.addEventListener(sign, () => void load(), {
      signal: ending.signal,
      once: true,
    });

  let close: Dispose = () => {};
  const open = (id: ShapeId) => {
    // While it was loaded the person may have gone on to something else.
    if (shape.get() === id && !ending.signal.aborted)
      close = loaded!.openTextSession(mount, id);
  };
  const follow = () => {
    close();
    close = () => {};
    const id = shape.get();
    if (id === undefined) return;
    // At once where that can be: a phone shows its keyboard only for what happens within the touch.
    if (loaded) open(id);
    else void load().then(() => open(id));
  };
  const unsubscribe = shape.subscribe(follow);
  return () => {
    unsubscribe();
    ending.abort();
    close();
  };
}
