"use client";

import { type MouseEvent, useState } from "react";
import { useLate } from "../ui/late.ts";
import styles from "./api-page.module.css";

/** What asks and shows comes when somebody first asks. */
const loadAnswer = () => import("./api-answer.tsx");

/** Examples as links to their answers; with a script, the answer is shown in place and the question can be changed. */
export function ApiTry({ examples }: { examples: { summary: string; address: string }[] }) {
  const [asked, setAsked] = useState<{ address: string; time: number } | null>(null);
  const [late, ask] = useLate(loadAnswer);
  const open = (event: MouseEvent, address: string) => {
    // Whoever wants a new tab gets one.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    ask(() => location.assign(address));
    setAsked((before) => ({ address, time: (before?.time ?? 0) + 1 }));
  };
  return (
    <>
      <ul className={styles.examples}>
        {examples.map(({ summary, address }) => (
          <li key={address}>
            <a href={address} onClick={(event) => open(event, address)}>
              {summary}
            </a>{" "}
            <code>{address}</code>
          </li>
        ))}
      </ul>
      {asked !== null && late !== null && <late.ApiAnswer key={asked.time} first={asked.address} close={() => setAsked(null)} />}
    </>
  );
}
