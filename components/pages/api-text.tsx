import { Fragment } from "react";

/** A description of the document, whose `code` stands between backticks. */
export function ApiText({ children }: { children: string }) {
  return children.split("`").map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : <Fragment key={at}>{piece}</Fragment>));
}
