import { X } from "lucide-react";
import { Component, Suspense, useEffect, useId, type ReactNode } from "react";
import { createStore } from "@/core/base/store";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Button } from "./button";
import { IconButton } from "./icon-button";

/**
 * Holds a part of the page that is loaded when it is needed. If that fails, since the server is away or has a newer version,
 * or if the part breaks, a note takes its place and everything around it lives on.
 */
export class LateRegion extends Component<{ readonly children: ReactNode }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (this.state.hasFailed) return <FailureNote />;
    // A boundary of its own: without it all that is on the screen would go while the part is loaded.
    return <Suspense>{this.props.children}</Suspense>;
  }
}

/** Which of the notes is shown: where several parts have failed, one says so. */
const shownNote = createStore<string | undefined>(undefined);

function FailureNote() {
  const t = useTranslations("pages");
  const id = useId();
  const isShown = useStore(shownNote) === id;
  useEffect(() => {
    shownNote.set(id);
    return () => {
      if (shownNote.get() === id) shownNote.set(undefined);
    };
  }, [id]);
  if (!isShown) return null;
  return (
    <div className="bg-surface shadow-float animate-appear pointer-events-auto fixed bottom-34 left-1/2 z-50 flex w-max max-w-[calc(100vw-1.5rem)] -translate-x-1/2 items-center gap-2 rounded-panel py-2 pr-2 pl-4 max-sm:w-full sm:bottom-20">
      <p role="alert" className="text-small mr-2 font-medium">
        {t("notLoaded")}
      </p>
      <Button look="bare" onClick={() => window.location.reload()}>
        {t("reload")}
      </Button>
      <IconButton
        label={t("closeNote")}
        onClick={() => shownNote.set(undefined)}
      >
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
