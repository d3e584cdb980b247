"use client";

import { useEffect, useRef, useState } from "react";
import { EMBED, HEIGHT_MESSAGE, HEIGHT_SNIPPET, iframeCode } from "../../lib/view/export/embed-code.ts";
import { embedHref } from "../../lib/view/words/page-address.ts";
import { viewQuery } from "../../lib/view/chart/view-query.ts";
import styles from "./share-box.module.css";

export interface EmbedDialogProps {
  path: string;
  title: string;
  close: () => void;
}

/** The chart as another page would show it, and the code for that. The frame is asked for only while this is open. */
export function EmbedDialog({ path, title, close }: EmbedDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const code = useRef<HTMLTextAreaElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [theme, setTheme] = useState("auto");
  const [follows, setFollows] = useState(false);
  const [height, setHeight] = useState<number>(EMBED.height);
  const [said, setSaid] = useState("");

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<{ claimtape?: string; height?: number } | null>) => {
      if (source !== frame.current?.contentWindow || data?.claimtape !== HEIGHT_MESSAGE || typeof data.height !== "number") return;
      setHeight(Math.min(4000, data.height));
    };
    addEventListener("message", onMessage);
    return () => removeEventListener("message", onMessage);
  }, []);

  const query = viewQuery(location.search, theme === "auto" ? [] : [["theme", theme]]);
  const src = `${location.origin}${embedHref(path, query)}`;
  const html = `${iframeCode({ src, title, width: "100%", height: Math.ceil(height) })}${follows ? `\n${HEIGHT_SNIPPET}` : ""}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(html);
      setSaid("Code copied.");
    } catch {
      code.current?.select();
      setSaid("This browser does not let a page copy. The code is selected: copy it by hand.");
    }
  };

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="embed-title" onClose={close}>
      <div className={styles.dialogHead}>
        <h2 id="embed-title" className={styles.dialogTitle}>
          Show this chart on another page
        </h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <div className={styles.options}>
        <label>
          Colours
          <select value={theme} onChange={(event) => setTheme(event.target.value)}>
            <option value="auto">as the reader’s system</option>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>
        <label>
          <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} />
          Follow the chart’s height (adds a small script)
        </label>
      </div>
      <iframe ref={frame} key={src} className={styles.preview} src={src} title={`Preview: ${title}`} height={height} />
      <label className={styles.codeLabel} htmlFor="embed-code">
        Code
      </label>
      <textarea ref={code} id="embed-code" className={styles.code} readOnly value={html} />
      <button type="button" onClick={() => void copy()}>
        Copy code
      </button>
      <p role="status" className={styles.status}>
        {said}
      </p>
    </dialog>
  );
}
