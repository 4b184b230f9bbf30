import { Component, Suspense, type ReactNode } from "react";
import { useTranslations } from "../messages/use-translations";

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

function FailureNote() {
  const t = useTranslations("pages");
  return (
    <p
      role="alert"
      className="bg-surface text-small shadow-float animate-appear pointer-events-auto fixed bottom-20 left-1/2 z-50 w-max max-w-[calc(100vw-1.5rem)] -translate-x-1/2 rounded-control px-4 py-3 font-medium"
    >
      {t("notLoaded")}
    </p>
  );
}
