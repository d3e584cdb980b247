import { readingChoices, readingSettings, storageKey } from "./reading-settings.ts";

/** Setting, name in the browser, choices beside the default. */
const stored = readingSettings.map((setting) => [setting, storageKey(setting), readingChoices[setting].slice(1)]);

/**
 * Runs in the head of every page, before anything is painted, so that no page flashes in another
 * theme. The same bytes on every page: a content security policy allows it by its hash.
 * `data-script` says that there is a script at all; what needs one is hidden without it.
 */
export const readingScript = `(()=>{const d=document.documentElement.dataset;d.script="";try{for(const[n,k,c]of ${JSON.stringify(stored)}){const v=localStorage.getItem(k);if(c.includes(v))d[n]=v}}catch{}})()`;
