"use client";

import { Message } from "../components/ui/message.tsx";

/** A bug of ours: say so, offer the way back, lose nothing. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <Message title="This page failed to draw">
      <p>
        That is a fault of ours, not of your address. <button onClick={reset}>Try again</button>, or go to <a href="/">the board</a>.
      </p>
    </Message>
  );
}
