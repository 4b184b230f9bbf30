import { expect, test } from "vitest";
import { sitePath } from "@/server/http/site-path";

test.each([
  ["/", "", "/"],
  ["/r/plans?x=1", "", "/r/plans"],
  ["/board", "/board", "/"],
  ["/board?x", "/board", "/"],
  ["/board/", "/board", "/"],
  ["/board/api/rooms", "/board", "/api/rooms"],
  ["/%62ench", "", "/bench"],
  ["/boardwalk", "/board", undefined],
  ["/", "/board", undefined],
  ["/%zz", "", undefined],
  ["http://host/x", "", undefined],
  [undefined, "", undefined],
])("%s below %j is %s", (url, basePath, path) => {
  expect(sitePath(url, basePath)).toBe(path);
});
