"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * The form's button. With a script, choosing submits at once and parameters that say "all" are left
 * out of the address; without one the button does the same by hand.
 */
export function SubmitOnChange({ children }: { children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    const submit = () => form.requestSubmit();
    const trim = () => {
      for (const select of form.querySelectorAll("select")) select.disabled = select.value === "";
    };
    const restore = () => {
      for (const select of form.querySelectorAll("select")) select.disabled = false;
    };
    form.addEventListener("change", submit);
    form.addEventListener("submit", trim);
    addEventListener("pageshow", restore);
    return () => {
      form.removeEventListener("change", submit);
      form.removeEventListener("submit", trim);
      removeEventListener("pageshow", restore);
    };
  }, []);
  return (
    <button ref={button} type="submit">
      {children}
    </button>
  );
}
