import type { Config } from "../config";
import type { ApproachReport } from "../http/forwarded";
import { OPERATOR_HEADER } from "../auth/operator-token";
import { bad, type Finding } from "./finding";
import { FALSE_ADDRESS, judgeApproach } from "./judge-approach";

const TIMEOUT_MS = 10_000;

/**
 * Whether the server can be reached at its public address, and whether the proxies on the way do what they must.
 *
 * @param url The public address of the site, without a slash at its end.
 * @param token Tells the server that we are its operator.
 */
export async function checkApproach(
  url: URL,
  token: string,
  trust: Pick<Config, "allowedOrigins">,
): Promise<Finding> {
  const address = `${siteOf(url)}/api/operator/approach`;
  let answer: Response;
  try {
    answer = await fetch(address, {
      headers: { [OPERATOR_HEADER]: token, "X-Forwarded-For": FALSE_ADDRESS },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    return bad(
      `"${url.href}" cannot be reached (${reasonOf(error)}): check the name, the certificate, and that the proxy runs.`,
    );
  }
  const report = answer.ok ? await reportIn(answer) : undefined;
  if (report) return judgeApproach(url, report, trust);
  return bad(
    answer.status >= 500
      ? `The proxy at "${url.href}" answers with ${answer.status}: let it pass requests on to the PORT of the server, and start that.`
      : `"${url.href}" is answered with ${answer.status}, not by the server of this data folder: give the address with its path, and use the same path in the proxy and in BASE_PATH.`,
  );
}

/** Without the slash at its end. */
export const siteOf = (url: URL): string =>
  (url.origin + url.pathname).replace(/\/+$/, "");

async function reportIn(answer: Response): Promise<ApproachReport | undefined> {
  try {
    const report = (await answer.json()) as Partial<ApproachReport>;
    return report.received ? (report as ApproachReport) : undefined;
  } catch {
    return undefined;
  }
}

/** `fetch` wraps the reason up. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? (error.cause ?? error) : error;
  return reason instanceof Error ? reason.message : String(reason);
}
