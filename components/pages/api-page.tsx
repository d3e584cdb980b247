import type { Reference } from "../../lib/view/site/api-reference.ts";
import styles from "./api-page.module.css";
import { ApiSection } from "./api-section.tsx";
import { ApiText } from "./api-text.tsx";

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
