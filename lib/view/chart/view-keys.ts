/** Every parameter of a view. An address that carries one of them is drawn on request (`next.config.ts`). */
export const VIEW_KEYS = ["base", "measure", "range", "from", "to", "log", "against", "lines", "add", "layout", "claim", "sort"] as const;
