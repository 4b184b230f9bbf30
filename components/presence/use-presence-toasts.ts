import { useEffect } from "react";
import { toast } from "sonner";
import type { Collaboration } from "@/client/collaboration/collaboration";
import type { BoardClient } from "@/client/create-board-client";
import { Disposables } from "@/core/base/disposable";
import { useTranslations } from "../messages/use-translations";

/** How long an invitation waits for an answer, and a word for being read; milliseconds. */
const INVITATION_MS = 20_000;
const WORD_MS = 5_000;

/** Tells of invitations to come, and why a view is followed no more. */
export function usePresenceToasts(
  client: BoardClient,
  collaboration: Collaboration,
): void {
  const t = useTranslations("people");
  useEffect(() => {
    const ends = new Disposables();
    ends.add(
      collaboration.summoned.add(({ person, box }) => {
        const { name, user } = person;
        toast(t("summoned", { name }), {
          id: `summon ${user}`,
          duration: INVITATION_MS,
          action: { label: t("go"), onClick: () => collaboration.goToBox(box) },
          cancel: { label: t("notNow"), onClick: () => {} },
        });
      }),
    );
    const say = (text: string) =>
      toast(text, { id: "presence", duration: WORD_MS });
    ends.add(
      collaboration.follow.ended.add(({ reason, name }) =>
        say(
          reason === "left"
            ? t("followedLeft", { name })
            : t("followCircle", { name }),
        ),
      ),
    );
    ends.add(collaboration.summonSent.add(() => say(t("summonSent"))));
    ends.add(collaboration.summonRefused.add(() => say(t("summonTooSoon"))));
    return () => ends.dispose();
  }, [client, collaboration, t]);
}
