import { X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useTranslations } from "../messages/use-translations";
import { COMMAND_GROUPS } from "@/client/editor/command";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { useMediaQuery } from "../hooks/use-media-query";
import type { Messages } from "../messages/locales";
import { IconButton } from "../ui/icon-button";
import { hasCommandKey, keyLabel } from "../ui/key-label";
import { Modal } from "../ui/modal";
import { FINGER_GESTURES, MOUSE_GESTURES } from "./gestures";

/** Every key of every command, and what pointers can do. */
export function HelpSheet({ editor }: { readonly editor: Editor }) {
  const t = useTranslations();
  const id = useId();
  const isMac = hasCommandKey();
  const hasFingers = useMediaQuery("(pointer: coarse)");
  const close = () => editor.openPanel.set(undefined);
  const mod = keyLabel("Mod", isMac);
  const gesturesPart = (
    title: string,
    gestures: readonly (keyof Messages["help"]["gestures"])[],
  ) => (
    <Part title={title}>
      {gestures.map((gesture) => (
        <Row key={gesture} name={t(`help.gestures.${gesture}.what`)}>
          <Key>{t(`help.gestures.${gesture}.how`, { mod })}</Key>
        </Row>
      ))}
    </Part>
  );
  const mouse = gesturesPart(t("help.pointer"), MOUSE_GESTURES);
  const fingers = gesturesPart(t("help.touch"), FINGER_GESTURES);
  return (
    <Modal
      role="dialog"
      titleId={`${id}-title`}
      onClose={close}
      className="w-[min(64rem,calc(100vw-1.5rem))] rounded-sheet"
    >
      <div className="bg-surface sticky top-0 flex items-center justify-between px-6 pt-5 pb-3">
        <h2 id={`${id}-title`} className="text-title font-semibold">
          {t("help.title")}
        </h2>
        <IconButton label={t("help.close")} onClick={close}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="columns-1 gap-10 px-6 pb-6 sm:columns-2 lg:columns-3">
        {hasFingers && fingers}
        {COMMAND_GROUPS.map((group) => (
          <Part key={group} title={t(`commandGroups.${group}`)}>
            {editor.commands
              .filter(({ keys }) => keys.length > 0)
              .filter((command) => command.group === group)
              .map((command) => (
                <Row
                  key={command.id}
                  name={t(`commands.${command.id as CommandId}`)}
                >
                  {command.keys.map((keys) => (
                    <Key key={keys}>{keyLabel(keys, isMac)}</Key>
                  ))}
                </Row>
              ))}
          </Part>
        ))}
        {mouse}
        {!hasFingers && fingers}
      </div>
    </Modal>
  );
}

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ title, children }: PartProps) {
  return (
    <section className="mb-6 break-inside-avoid">
      <h3 className="text-small text-accent-strong mb-1.5 break-after-avoid font-semibold">
        {title}
      </h3>
      <dl>{children}</dl>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Row({ name, children }: RowProps) {
  return (
    <div className="text-small border-line flex break-inside-avoid items-baseline justify-between gap-3 border-b py-1.5 last:border-0">
      <dt>{name}</dt>
      <dd className="flex flex-wrap justify-end gap-1">{children}</dd>
    </div>
  );
}

function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="bg-sunken text-fine text-ink-soft rounded-key px-1.5 py-0.5 font-sans font-medium">
      {children}
    </kbd>
  );
}
