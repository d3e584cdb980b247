import { settingsOrExit } from "../lib/io/process/settings.ts";

// node scripts/check-settings.ts: says what is wrong with the settings, before anything slow begins.
settingsOrExit(process.env);
