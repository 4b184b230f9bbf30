import { useId } from "react";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { Modal } from "../ui/modal";
import type { ArrivalSteps } from "./use-arrival";

/** Asks whether this browser is to go on as somebody else, and tells of a link that did not do what it was for. */
export function ArrivalDialog({ state, accept, decline }: ArrivalSteps) {
  const t = useTranslations("arrival");
  const id = useId();
  if (state.step === "over" || state.step === "busy") return null;
  const { kind } = state.arrival;
  const isAsking = state.step === "asking";
  const canTryAgain = state.step === "failed" && state.answer !== "refused";
  return (
    <Modal
      role="alertdialog"
      titleId={`${id}-title`}
      textId={`${id}-text`}
      onClose={decline}
      className="w-[min(26rem,calc(100vw-1.5rem))] rounded-sheet"
    >
      <div className="flex flex-col p-6">
        <h2
          id={`${id}-title`}
          className="text-title font-semibold text-balance"
        >
          {isAsking ? t("device.title") : t(`${state.answer}.title`)}
        </h2>
        <p id={`${id}-text`} className="text-ink-soft mt-2 text-pretty">
          {isAsking ? t("device.text") : t(`${state.answer}.text`)}
        </p>
        <div className="mt-6 flex flex-col gap-2">
          {isAsking && (
            <Button look="filled" onClick={accept}>
              {t("device.accept")}
            </Button>
          )}
          {canTryAgain && (
            <Button look="filled" onClick={accept}>
              {t("again")}
            </Button>
          )}
          <Button
            look={isAsking || canTryAgain ? "quiet" : "filled"}
            onClick={decline}
          >
            {kind === "device" ? t("device.decline") : t("without")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
