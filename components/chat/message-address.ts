import { withBasePath } from "../base-path";

const MESSAGE = /^#message-(\d{1,9})$/;

/** The address of a message of a room's chat. */
export const messageAddress = (room: string, seq: number): string =>
  withBasePath(`/r/${room}#message-${seq}`);

/** The number of the message that the page's address names, which is taken out of it, so that a reload does not go there again. */
export function takeMessageInAddress(): number | undefined {
  const { hash, pathname, search } = window.location;
  const seq = MESSAGE.exec(hash)?.[1];
  if (seq === undefined) return undefined;
  window.history.replaceState(window.history.state, "", pathname + search);
  return Number(seq);
}
