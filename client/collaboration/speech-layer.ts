import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { SAY_SHOWN_MS } from "@/core/protocol/limits";
import { CursorGlides } from "../renderer/cursor-glides";
import { earliest } from "../renderer/earliest";
import type { Layer, LayerSurface } from "../renderer/layer";
import type { RemoteCursor, RemotePresence } from "../renderer/remote-presence";
import type { Scene } from "../renderer/scene";
import { inScreenPixels } from "../renderer/screen-path";
import { toScreen, type View } from "../renderer/view";
import {
  REACTION_MS,
  type FlyingReaction,
  type FlyingReactions,
} from "./flying-reactions";
import { BUBBLE_OFFSET, paintBubble } from "./speech-bubble";
import type { AllSpokenWords, SpokenWords } from "./spoken-words";

/** How long words take to fade; milliseconds. */
const FADE_MS = 400;
/** How far a reaction rises, and how far it swings to each side; CSS pixels. */
const RISE = 120;
const SWING = 14;
const EMOJI_SIZE = 30;

export interface SpeechLayerOptions {
  readonly scene: Pick<Scene, "isCalm">;
  readonly presence: RemotePresence;
  readonly words: AllSpokenWords;
  readonly reactions: FlyingReactions;
  readonly clock: Clock;
}

/** What the others say at their cursors, and everybody's reactions. */
export function createSpeechLayer(options: SpeechLayerOptions): Layer {
  const { scene, presence, words, reactions, clock } = options;
  const glides = new CursorGlides(presence);

  function paintWords(
    spoken: SpokenWords,
    cursor: RemoteCursor,
    surface: LayerSurface,
    view: View,
  ): number {
    const now = clock.now();
    const left = spoken.changedAt + SAY_SHOWN_MS - now;
    const { x, y } = toScreen(view, glides.placeOf(cursor, now, view));
    inScreenPixels(surface, view, {
      x: x + BUBBLE_OFFSET.x,
      y: y + BUBBLE_OFFSET.y,
    });
    surface.globalAlpha = Math.max(0, Math.min(1, left / FADE_MS));
    paintBubble(surface, spoken.text, cursor.colour);
    const isStill = left > FADE_MS && glides.isAtRest(cursor, now, view);
    return isStill ? left - FADE_MS : 0;
  }

  function paintReaction(
    { emoji, at, startedAt, number }: FlyingReaction,
    surface: LayerSurface,
    view: View,
  ): void {
    const share = (clock.now() - startedAt) / REACTION_MS;
    const { x, y } = toScreen(view, at);
    const side = number % 2 === 0 ? 1 : -1;
    const swing = side * SWING * Math.sin(share * 5 + number);
    const place = view.reducedMotion
      ? { x, y: y - EMOJI_SIZE }
      : { x: x + swing, y: y - EMOJI_SIZE - RISE * (1 - (1 - share) ** 2) };
    inScreenPixels(surface, view, place);
    surface.globalAlpha = Math.max(0, Math.min(1, (1 - share) * 2.5));
    surface.font = `${EMOJI_SIZE}px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif`;
    surface.textAlign = "center";
    surface.textBaseline = "middle";
    // What the emoji are painted in where there are only black ones.
    surface.fillStyle = view.theme === "dark" ? "#ffffff" : "#1e1e1e";
    surface.fillText(emoji, 0, 0);
  }

  return {
    watch(invalidate) {
      const ends = new Disposables();
      glides.follow();
      ends.add(
        presence.subscribe(() => {
          glides.follow();
          if (!words.isEmpty) invalidate();
        }),
      );
      for (const source of [words, reactions, scene.isCalm])
        ends.add(source.subscribe(invalidate));
      return () => ends.dispose();
    },
    isEmpty: () => scene.isCalm.get() || (words.isEmpty && reactions.isEmpty),
    paint(surface, view) {
      let changesIn: number | undefined;
      const cursors = words.isEmpty ? [] : [...presence.cursors()];
      for (const spoken of words.all()) {
        const cursor = cursors.find(({ slot }) => slot === spoken.slot);
        if (cursor)
          changesIn = earliest(
            changesIn,
            paintWords(spoken, cursor, surface, view),
          );
      }
      for (const reaction of reactions.now()) {
        paintReaction(reaction, surface, view);
        changesIn = 0;
      }
      surface.textAlign = "left";
      return changesIn;
    },
  };
}
