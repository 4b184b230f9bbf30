import { Hand, Megaphone, SmilePlus, type LucideIcon } from "lucide-react";
import { useState } from "react";
import type { Companion } from "@/client/collaboration/companions";
import type { BoardClient } from "@/client/create-board-client";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { UserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { Popup } from "../ui/popup";
import type { PopupProps } from "../ui/use-popup";
import { PersonRow } from "./person-row";

interface PeoplePopupProps extends PopupProps {
  readonly client: BoardClient;
}

const NOBODY = createStore<readonly Companion[]>([]);

/** Everybody who is here and what they do, and the ways to find each other. */
export function PeoplePopup({ client, ...popup }: PeoplePopupProps) {
  const t = useTranslations("people");
  const { editor } = client;
  const collaboration = useStore(client.collaboration);
  const companions = useStore(collaboration?.companions ?? NOBODY);
  const following = useStore(editor.following);
  const [wentTo, setWentTo] = useState<UserId>();
  const followers = companions.filter(({ followsMe }) => followsMe).length;

  const goOrFollow = ({ user }: Companion) => {
    const isSecond = wentTo === user;
    setWentTo(isSecond ? undefined : user);
    editor.following.set(undefined);
    if (isSecond || !collaboration?.goTo(user))
      collaboration?.follow.start(user);
  };
  const toggleFollow = ({ user }: Companion) => {
    if (following === user) editor.following.set(undefined);
    else collaboration?.follow.start(user);
  };
  return (
    <Popup {...popup} label={t("here")} side="bottom" className="w-84 p-2">
      <h2 className="text-small text-ink-soft px-2 py-1.5 font-semibold">
        {t("here")}
      </h2>
      <ul>
        {companions.map((person) => (
          <PersonRow
            key={person.user}
            editor={editor}
            person={person}
            isFollowed={person.user === following}
            onGo={() => goOrFollow(person)}
            onFollow={() => toggleFollow(person)}
          />
        ))}
      </ul>
      {followers > 0 && (
        <p className="text-small text-ink-soft px-2 py-1.5">
          {t("followers", { people: followers })}
        </p>
      )}
      <div className="border-line mt-1.5 flex flex-col border-t pt-1.5">
        <HandButton client={client} />
        <CommandRow client={client} command="people.react" icon={SmilePlus} />
        <CommandRow client={client} command="people.summon" icon={Megaphone} />
      </div>
    </Popup>
  );
}

const ROW =
  "h-control hover:bg-hover flex items-center gap-3 rounded-control px-2.5 text-left transition-colors";

interface CommandRowProps {
  readonly client: BoardClient;
  readonly command: CommandId;
  readonly icon: LucideIcon;
}

function CommandRow({ client, command, icon: Icon }: CommandRowProps) {
  const t = useTranslations("commands");
  return (
    <button
      type="button"
      className={ROW}
      onClick={() => client.editor.run(command)}
    >
      <Icon className="size-4.5 shrink-0" aria-hidden="true" />
      {t(command)}
    </button>
  );
}

function HandButton({ client }: { readonly client: BoardClient }) {
  const t = useTranslations("commands");
  const isRaised = useStore(client.editor.isHandRaised);
  return (
    <button
      type="button"
      aria-pressed={isRaised}
      className={classNames(
        ROW,
        "aria-pressed:bg-accent-soft aria-pressed:text-accent-strong",
      )}
      onClick={() => client.editor.run("people.raiseHand")}
    >
      <Hand className="size-4.5 shrink-0" aria-hidden="true" />
      {t("people.raiseHand")}
    </button>
  );
}
