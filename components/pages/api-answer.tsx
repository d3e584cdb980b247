import { useId, useState } from "react";
import useSWR from "swr";
import { shownAnswer } from "../../lib/view/site/shown-answer.ts";
import styles from "./api-page.module.css";

interface Answer {
  status: number;
  ms: number;
  characters: number;
  tag: string | null;
  text: string;
  cut: boolean;
}

/** Asks an address of the API and shows what comes back. The address can be changed and asked again. */
export function ApiAnswer({ first, close }: { first: string; close: () => void }) {
  const field = useId();
  const [asked, setAsked] = useState({ address: first, time: 0 });
  const { data, error, isLoading } = useSWR(["api", asked.address, asked.time], () => ask(asked.address), {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false,
  });
  return (
    <div className={styles.answer}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const address = new FormData(event.currentTarget).get("address");
          if (typeof address === "string") setAsked(({ time }) => ({ address: address.trim(), time: time + 1 }));
        }}
      >
        <label htmlFor={field}>Address</label>
        <input id={field} name="address" defaultValue={first} spellCheck={false} autoComplete="off" />
        <button type="submit">Ask</button>
        <button type="button" onClick={close}>
          Close
        </button>
      </form>
      <output className={styles.status}>
        {isLoading && "Asking…"}
        {error instanceof Error && error.message}
        {data !== undefined &&
          `${data.status}, ${data.characters.toLocaleString("en")} characters in ${data.ms} ms${data.tag === null ? "" : `, ETag ${data.tag}`}`}
      </output>
      {data !== undefined && (
        <>
          <pre className={styles.code} role="region" aria-label={`Answer of ${asked.address}`} tabIndex={0}>
            {data.text}
          </pre>
          {data.cut && (
            <p className={styles.soft}>
              The beginning of it; <a href={asked.address}>the whole answer</a> is at its address.
            </p>
          )}
        </>
      )}
    </div>
  );
}

async function ask(address: string): Promise<Answer> {
  // What is typed here stays on this site and among its answers.
  if (!/^\/api\/(?!.*\.\.\/)/.test(address)) throw new Error("An address of the API begins with /api/.");
  const began = performance.now();
  const answer = await fetch(address).catch(() => {
    throw new Error("No answer: the connection failed.");
  });
  const text = await answer.text();
  return { status: answer.status, ms: Math.round(performance.now() - began), characters: text.length, tag: answer.headers.get("etag"), ...shownAnswer(text) };
}
