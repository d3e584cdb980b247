"use client";

import { ReadingAttributes } from "../components/site/reading-attributes.tsx";
import { Message } from "../components/ui/message.tsx";
import "./globals.css";

/** The frame of every page failed: the plainest page there is. In place of Next's own, whose styles no strict policy lets through. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <body>
        <ReadingAttributes />
        <title>This page failed to draw</title>
        <Message title="This page failed to draw">
          <p>
            That is a fault of ours, not of your address. Load it again, or go to <a href="/">the board</a>.
          </p>
        </Message>
      </body>
    </html>
  );
}
