import { checkTypes } from "./lib/check-types.mjs";

process.exitCode = (await checkTypes()) ? 0 : 1;
