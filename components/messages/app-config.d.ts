import type messages from "./en.json";

// Makes the compiler know which messages there are and what each of them needs.
declare module "use-intl" {
  interface AppConfig {
    Messages: typeof messages;
  }
}
