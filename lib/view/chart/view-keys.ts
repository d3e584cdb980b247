/**
 * Every parameter of a view. An address that carries one of them is drawn on request (`next.config.ts`).
 * In a file of its own: every page with a chart loads the keys at first, and the reading of a view only when a reader changes it.
 */
export const VIEW_KEYS = ["base", "measure", "range", "from", "to", "log", "against", "lines", "add", "layout", "claim", "sort"] as const;
