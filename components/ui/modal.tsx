"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import styles from "./modal.module.css";

interface Props {
  label: string;
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Esc and gives the focus back. A
 * click beside it closes it too.
 */
export function Modal({ label, className, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className={`${styles.modal} ${className ?? ""}`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) closeModal(event);
      }}
    >
      {children}
    </dialog>
  );
}

/** Closes the dialog the event is in; the focus goes back to where it was. */
export function closeModal({ currentTarget }: SyntheticEvent): void {
  currentTarget.closest("dialog")?.close();
}
