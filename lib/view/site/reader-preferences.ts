/**
 * How a reader wants to read: kept in the browser, never in an address. The first value of each is the
 * default and is stored as nothing; any other stands as `data-…` on the html element, where CSS reads it.
 */
const readingChoices = {
  theme: ["system", "light", "dark"],
  rise: ["blue", "red"],
  keys: ["on", "off"],
} as const;

export type ReadingSetting = keyof typeof readingChoices;
export type ReadingChoice<S extends ReadingSetting = ReadingSetting> = (typeof readingChoices)[S][number];

export const readingSettings: ReadingSetting[] = ["theme", "rise", "keys"];

/** Under which name the browser keeps it. */
export function storageKey(setting: ReadingSetting): string {
  return `claimtape-${setting}`;
}

/** What was stored, if it is still a choice; else the default. */
export function readChoice<S extends ReadingSetting>(setting: S, stored: string | null | undefined): ReadingChoice<S> {
  const choices: readonly ReadingChoice<S>[] = readingChoices[setting];
  return choices.find((choice) => choice === stored) ?? defaultChoice(setting);
}

export function defaultChoice<S extends ReadingSetting>(setting: S): ReadingChoice<S> {
  return readingChoices[setting][0];
}

/** Setting, name in the browser, choices beside the default. */
const stored = readingSettings.map((setting) => [setting, storageKey(setting), readingChoices[setting].slice(1)]);

/**
 * Runs in the head of every page, before anything is painted, so that no page flashes in another
 * theme. The same bytes on every page: a content security policy allows it by its hash.
 * `data-script` says that there is a script at all; what needs one is hidden without it.
 */
export const readingScript = `(()=>{const d=document.documentElement.dataset;d.script="";try{for(const[n,k,c]of ${JSON.stringify(stored)}){const v=localStorage.getItem(k);if(c.includes(v))d[n]=v}}catch{}})()`;
