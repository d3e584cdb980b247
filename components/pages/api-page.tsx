import { Fragment } from "react";
import type { Reference, ReferenceSection } from "../../lib/view/site/api-reference.ts";
import styles from "./api-page.module.css";
import { ApiTry } from "./api-try.tsx";

/** Every address of the API, drawn from the document that programs read. */
export function ApiPage({ about, sections, words }: Reference) {
  return (
    <main id="main" className={styles.page}>
      <header className={styles.head}>
        <h1>API</h1>
        <p className={styles.lead}>The same facts and verdicts as JSON, for anybody, without a key.</p>
        <p>
          <ApiText>{about}</ApiText>
        </p>
        <p>
          For programs: <a href="/api/openapi.json">openapi.json</a>, OpenAPI 3.1. This page is drawn from it, the schemas in it read every question, and
          answers are tested against it.
        </p>
        <nav className={styles.contents} aria-label="Addresses">
          <ul>
            {sections.map(({ id, path, summary }) => (
              <li key={id}>
                <a href={`#${id}`}>{summary}</a> <code>{path}</code>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {sections.map((section) => (
        <ApiSection key={section.id} section={section} />
      ))}
      <section aria-labelledby="words">
        <h2 id="words">Kinds of value</h2>
        <dl className={styles.words}>
          {words.map(({ name, kind, description }) => (
            <div key={name}>
              <dt>
                <code>{name}</code> <span>{kind}</span>
              </dt>
              <dd>
                <ApiText>{description}</ApiText>
              </dd>
            </div>
          ))}
        </dl>
        <p className={styles.note}>
          Every other kind is written out in <a href="/api/openapi.json">openapi.json</a>.
        </p>
      </section>
    </main>
  );
}

/** One address: what it answers, what it takes, what it says when it cannot. */
function ApiSection({ section: { id, path, summary, description, parameters, examples, answer, refusals } }: { section: ReferenceSection }) {
  const [first] = examples;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{summary}</h2>
      <p className={styles.path}>
        <code>GET {path}</code>
      </p>
      <p>
        <ApiText>{description}</ApiText>
      </p>

      {parameters.length > 0 && (
        <>
          <h3>Parameters</h3>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Values</th>
                <th scope="col">Default</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map(({ name, inPath, values, otherwise, description }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>
                    {values}{" "}
                    <span className={styles.soft}>
                      <ApiText>{description}</ApiText>
                    </span>
                  </td>
                  <td>{otherwise ?? (inPath ? "must be given" : "none")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}

      <h3>Try it</h3>
      <ApiTry examples={examples} />
      {first !== undefined && (
        <pre className={styles.code} role="region" aria-label={`${summary} with curl`} tabIndex={0}>
          {first.curl}
        </pre>
      )}

      <h3>Answer</h3>
      <p>
        <code>{answer.name}</code>: <ApiText>{answer.description}</ApiText>
        {answer.or !== null && ` Its fields are below, unless it is an ${answer.or}.`}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {answer.fields.map(({ name, kind, optional, description }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {kind}
                {optional && ", may be left out"}{" "}
                <span className={styles.soft}>
                  <ApiText>{description}</ApiText>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>

      <details className={styles.refusals}>
        <summary>When there is no answer</summary>
        <dl>
          {refusals.map(({ status, description }) => (
            <div key={status}>
              <dt>{status}</dt>
              <dd>
                <ApiText>{description}</ApiText>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** A description of the document, whose `code` stands between backticks. */
function ApiText({ children }: { children: string }) {
  return children.split("`").map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : <Fragment key={at}>{piece}</Fragment>));
}
