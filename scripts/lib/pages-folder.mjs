/** The path below which the site is to lie: "" or such as `/board`. */
export const basePath = (process.env["BASE_PATH"] ?? "").replace(/\/+$/, "");

/** Where the pages for it are built; the server looks for them by the same rule, in server/http/pages-folder.ts. */
export const pagesFolder = `.next${basePath.replaceAll("/", "-")}`;
