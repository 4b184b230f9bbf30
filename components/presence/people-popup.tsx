import { Hand, Megaphone, SmilePlus, type LucideIcon } from "lucide-react";
import { useState } from "react";
import type { Companion } from "@/client/collaboration/companions";
import type { BoardClient } from "@/client/create-board-client";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { UserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import { BoardRules } from "../access/board-rules";
import { FailureLine } from "../access/failure-line";
import { PersonMenuButton } from "../access/person-menu-button";
import { standingIn, standingOfMine } from "../access/person-standing";
import { useManage } from "../access/use-manage";
import { useEditorState } from "../hooks/use-editor-state";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { commandOf } from "../toolbar/command-of";
import { classNames } from "../ui/class-names";
import { Popup } from "../ui/popup";
import type { PopupProps } from "../ui/use-popup";
import { PersonRow } from "./person-row";

interface PeoplePopupProps extends PopupProps {
  readonly client: BoardClient;
}

const NOBODY = createStore<readonly Companion[]>([]);

/** Everybody who is here and what they do, and the ways to find each other; for the owner also what each may do. */
export function PeoplePopup({ client, ...popup }: PeoplePopupProps) {
  const t = useTranslations("people");
  const { editor } = client;
  const collaboration = useStore(client.collaboration);
  const companions = useStore(collaboration?.companions ?? NOBODY);
  const following = useStore(editor.following);
  const mine = useStore(client.access.mine);
  const overview = useStore(client.access.overview);
  const { manage, failure } = useManage(client);
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
  const standingOf = ({ user, isMe }: Companion) =>
    overview
      ? standingIn(overview, user)
      : isMe
        ? standingOfMine(mine)
        : undefined;
  return (
    <Popup {...popup} label={t("here")} side="bottom" className="w-84 p-2">
      <h2
        tabIndex={-1}
        className="text-small text-ink-soft px-2 py-1.5 font-semibold outline-none"
      >
        {t("here")}
      </h2>
      <ul>
        {companions.map((person) => (
          <PersonRow
            key={person.user}
            editor={editor}
            person={person}
            standing={standingOf(person)}
            isFollowed={person.user === following}
            onGo={() => goOrFollow(person)}
            onFollow={() => toggleFollow(person)}
          >
            {overview && (
              <PersonMenuButton
                user={person.user}
                name={person.name}
                standing={standingIn(overview, person.user)}
                onManage={(action) => void manage(action)}
              />
            )}
          </PersonRow>
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
      {overview && (
        <div className="border-line mt-1.5 flex flex-col border-t pt-1.5">
          <BoardRules overview={overview} manage={manage} />
          <FailureLine failure={failure} />
        </div>
      )}
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
  const { editor } = client;
  const isEnabled = useEditorState(
    editor,
    () => commandOf(editor, command)?.isEnabled(editor) ?? false,
  );
  if (!isEnabled) return null;
  return (
    <button type="button" className={ROW} onClick={() => editor.run(command)}>
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
