import qrcode from "qrcode-generator";

export interface StartMessageOptions {
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
  /** Where others on the network reach us; the likeliest first. */
  readonly lanOrigins: readonly string[];
  /** Whether colours can be shown. */
  readonly hasColours: boolean;
}

const LOCAL = new Set(["0.0.0.0", "::", "127.0.0.1", "::1", "localhost"]);
const BLACK_ON_WHITE = "\u001b[30;107m";
const PLAIN = "\u001b[0m";
/** Empty modules round the code, without which cameras do not find it. */
const QUIET_ZONE = 2;

/** What is printed once the server can be visited: its addresses, and a code for the phones in the room. */
export function startMessage(options: StartMessageOptions): string {
  const { host, port, basePath, lanOrigins, hasColours } = options;
  const local = LOCAL.has(host) ? "localhost" : host;
  const urls = lanOrigins.map((origin) => origin + basePath);
  const lines = [
    "",
    `  Boardwalk on this computer: http://${local}:${port}${basePath}`,
    ...urls.map((url) => `  for others on this network: ${url}`),
    "",
  ];
  if (urls[0]) lines.push(...qrLines(urls[0], hasColours), "");
  return lines.join("\n");
}

/** The code in half blocks, two modules a character. Dark modules are drawn, in black on white where that is possible. */
function qrLines(url: string, hasColours: boolean): string[] {
  const code = qrcode(0, "M");
  code.addData(url);
  code.make();
  const size = code.getModuleCount();
  const isDark = (row: number, column: number) =>
    row >= 0 &&
    column >= 0 &&
    row < size &&
    column < size &&
    code.isDark(row, column);
  const lines: string[] = [];
  for (let row = -QUIET_ZONE; row < size + QUIET_ZONE; row += 2) {
    let line = "";
    for (let column = -QUIET_ZONE; column < size + QUIET_ZONE; column++)
      line += halfBlock(isDark(row, column), isDark(row + 1, column));
    lines.push(hasColours ? `  ${BLACK_ON_WHITE}${line}${PLAIN}` : `  ${line}`);
  }
  return lines;
}

function halfBlock(isUpperDark: boolean, isLowerDark: boolean): string {
  if (isUpperDark) return isLowerDark ? "█" : "▀";
  return isLowerDark ? "▄" : " ";
}
