"use client";

import { useSearchParams } from "next/navigation";
import { useRef, useState } from "react";
import { useLate } from "../ui/late.ts";
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

const loadQr = () => import("./qr-code.tsx");
const loadEmbed = () => import("./embed-dialog.tsx");

/** What can be done with an address: always the one of the view that is on the screen now. */
export function ShareSheet({ share }: { share: ShareText }) {
  // Drawn again whenever the address changes, however it was changed.
  useSearchParams();
  const [said, setSaid] = useState("");
  const [qr, askQr] = useLate(loadQr);
  const [qrOpen, setQrOpen] = useState(false);
  const [embed, askEmbed] = useLate(loadEmbed);
  const [embedOpen, setEmbedOpen] = useState(false);
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
  const failed = (setOpen: (open: boolean) => void) => {
    setOpen(false);
    setSaid("That could not be fetched. Try again.");
  };
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
          aria-expanded={qrOpen && qr !== null}
          onClick={() => {
            if (!qrOpen) askQr(() => failed(setQrOpen));
            setQrOpen(!qrOpen);
          }}
        >
          QR code
        </button>
        {share.embeds && (
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={() => {
              askEmbed(() => failed(setEmbedOpen));
              setEmbedOpen(true);
            }}
          >
            Embed…
          </button>
        )}
      </div>
      <p role="status" className={styles.status}>
        {said}
      </p>
      {qrOpen && qr !== null && <qr.QrCode address={address} />}
      {embedOpen && embed !== null && <embed.EmbedDialog path={share.path} title={share.title} close={() => setEmbedOpen(false)} />}
    </>
  );
}

/** Without a place on the page, which belongs to who scrolled there. */
function here(): string {
  return location.href.replace(/#.*$/, "");
}
