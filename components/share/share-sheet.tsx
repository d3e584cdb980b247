"use client";

import { useSearchParams } from "next/navigation";
import { type ComponentType, useRef, useState } from "react";
import type { EmbedDialogProps } from "./embed-dialog.tsx";
import type { QrCodeProps } from "./qr-code.tsx";
import styles from "./share-box.module.css";

/** What a reader sends on. */
export interface ShareText {
  /** Of the page, without a query. */
  path: string;
  /** The whole address of the view that the server drew. */
  address: string;
  title: string;
  /** What the page found, in a sentence. */
  text: string;
  /** Whether there is a chart that another site could show. */
  embeds: boolean;
}

export interface ShareSheetProps {
  share: ShareText;
}

/** What can be done with an address: always the one of the view that is on the screen now. */
export function ShareSheet({ share }: ShareSheetProps) {
  // Drawn again whenever the address changes, however it was changed.
  useSearchParams();
  const [said, setSaid] = useState("");
  const [Qr, setQr] = useState<ComponentType<QrCodeProps> | null>(null);
  const [Embed, setEmbed] = useState<ComponentType<EmbedDialogProps> | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const address = here();

  const copy = async (text: string, what: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(`${what} copied.`);
    } catch {
      // Not everywhere may a page write to the clipboard.
      field.current?.select();
      setSaid("This browser does not let a page copy. The address is selected: copy it by hand.");
    }
  };
  const failed = () => setSaid("That could not be fetched. Try again.");
  const send = () => navigator.share({ title: share.title, text: share.text, url: here() }).catch(() => {}); // a reader may change their mind

  return (
    <>
      <input ref={field} className={styles.link} type="text" readOnly value={address} aria-label="Address of this view" />
      <div className={styles.actions}>
        <button type="button" onClick={() => void copy(here(), "Link")}>
          Copy link
        </button>
        <button type="button" onClick={() => void copy(`${share.text}\n${here()}`, "Text and link")}>
          Copy text and link
        </button>
        {"share" in navigator && (
          <button type="button" onClick={() => void send()}>
            Send to…
          </button>
        )}
        <button
          type="button"
          aria-expanded={Qr !== null}
          onClick={() => {
            if (Qr !== null) setQr(null);
            else import("./qr-code.tsx").then((module) => setQr(() => module.QrCode), failed);
          }}
        >
          QR code
        </button>
        {share.embeds && (
          <button type="button" aria-haspopup="dialog" onClick={() => void import("./embed-dialog.tsx").then((module) => setEmbed(() => module.EmbedDialog), failed)}>
            Embed…
          </button>
        )}
      </div>
      <p role="status" className={styles.status}>
        {said}
      </p>
      {Qr !== null && <Qr address={address} />}
      {Embed !== null && <Embed path={share.path} title={share.title} close={() => setEmbed(null)} />}
    </>
  );
}

/** Without a place on the page, which belongs to who scrolled there. */
function here(): string {
  return location.href.replace(/#.*$/, "");
}
