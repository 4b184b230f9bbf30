"use client";

import { Menu } from "lucide-react";
import { useParams } from "next/navigation";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { NoScriptNote } from "../ui/no-script-note";
import { Panel } from "../ui/panel";

/** One for each tool; a phone shows seven. */
const BONES = Array.from({ length: 15 }, (_, index) =>
  index < 7 ? "size-control" : "size-control max-sm:hidden",
);

/** The board's screen before there is a board: its panels stand where they are going to be. */
export function BoardSkeleton() {
  const t = useTranslations("board");
  const { room } = useParams<{ room?: string }>();
  return (
    <main
      aria-busy="true"
      className="bg-canvas p-edge fixed inset-0 flex flex-col items-center justify-between overflow-hidden"
    >
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div className="flex w-full items-start justify-between">
        {room && (
          <>
            <Panel className="gap-1 pr-3 max-sm:gap-0.5 max-sm:pr-2">
              <span className="size-control flex items-center justify-center">
                <Menu className="size-5" aria-hidden="true" />
              </span>
              <div className="sm:min-w-42">
                <p className="text-body leading-5 font-semibold">{room}</p>
                <Bone className="my-0.5 h-3 w-16" />
              </div>
            </Panel>
            <Panel className="gap-1.5 pl-2">
              <Bone className="size-8" />
              <Bone className="h-control w-24" />
            </Panel>
          </>
        )}
      </div>
      <NoScriptNote />
      <Panel className="gap-0.5">
        {BONES.map((className, index) => (
          <Bone key={index} className={className} />
        ))}
      </Panel>
    </main>
  );
}

/** Stands for something that is still to come. */
function Bone({ className }: { readonly className: string }) {
  return (
    <span
      className={classNames(
        "bg-sunken animate-breathe block rounded-control",
        className,
      )}
    />
  );
}
