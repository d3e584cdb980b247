"use client";

import { useId, useRef, useState } from "react";
import { linesHref } from "../../lib/view/words/links.ts";

interface Named {
  id: string;
  shortName: string;
}

/** Where a name or a symbol is typed. What there is comes when the box is reached for; without a script the server finds what was meant. */
export function LineSearch({ article }: { article: string }) {
  const [names, setNames] = useState<Named[]>([]);
  const asked = useRef(false);
  const listId = useId();
  const reach = () => {
    if (asked.current) return;
    asked.current = true;
    fetch(linesHref(article))
      .then((answer) => answer.json())
      .then(
        ({ names: found, baskets }: { names: Named[]; baskets: Record<string, { shortName: string }> }) =>
          setNames([...found, ...Object.entries(baskets).map(([id, { shortName }]) => ({ id, shortName }))]),
        () => {
          asked.current = false;
        },
      );
  };
  return (
    <>
      <input
        name="add"
        type="search"
        list={listId}
        onFocus={reach}
        onPointerEnter={reach}
        aria-label="Symbol or name to add"
        placeholder="Add: AMD, Tesla, SPY …"
        autoComplete="off"
        maxLength={60}
        required
      />
      <datalist id={listId}>
        {names.map(({ id, shortName }) => (
          <option key={id} value={id}>
            {shortName}
          </option>
        ))}
      </datalist>
    </>
  );
}
