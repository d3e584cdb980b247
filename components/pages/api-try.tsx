"use client";

import dynamic from "next/dynamic";
import { type MouseEvent, useState } from "react";
import styles from "./api-page.module.css";

/** What asks and shows comes when somebody first asks. */
const ApiAnswer = dynamic(() => import("./api-answer.tsx").then((loaded) => loaded.ApiAnswer), { ssr: false });

/** Examples as links to their answers; with a script, the answer is shown in place and the question can be changed. */
export function ApiTry({ examples }: { examples: { summary: string; address: string }[] }) {
  const [asked, setAsked] = useState<{ address: string; time: number } | null>(null);
  const ask = (event: MouseEvent, address: string) => {
    // Whoever wants a new tab gets one.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setAsked((before) => ({ address, time: (before?.time ?? 0) + 1 }));
  };
  return (
    <>
      <ul className={styles.examples}>
        {examples.map(({ summary, address }) => (
          <li key={address}>
            <a href={address} onClick={(event) => ask(event, address)}>
              {summary}
            </a>{" "}
            <code>{address}</code>
          </li>
        ))}
      </ul>
      {asked !== null && <ApiAnswer key={asked.time} first={asked.address} close={() => setAsked(null)} />}
    </>
  );
}
