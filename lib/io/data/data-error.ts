import type { z } from "zod";

/** A data file is not what it has to be. The message holds all that is needed to mend it. */
export class DataError extends Error {
  readonly file: string;
  /** Inside the file: `claims[3].quote`; empty for the file as a whole. */
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;

  constructor(file: string, path: PropertyKey[], value: unknown, expected: string) {
    const at = written(path);
    super(`${file}${at === "" ? "" : ` at ${at}`}: ${shown(value)}; expected ${expected}`);
    this.name = "DataError";
    this.file = file;
    this.path = at;
    this.value = value;
    this.expected = expected;
  }
}

/** A refinement's complaint: where, counted from the value it looked at, and what was expected there. */
export interface Problem {
  path: PropertyKey[];
  expected: string;
}

/** For `check` of a schema: every problem found becomes an issue whose message is what was expected. */
export function problems<T>(find: (value: T) => Iterable<Problem>): (context: z.core.ParsePayload<T>) => void {
  return (context) => {
    for (const { path, expected } of find(context.value)) {
      context.issues.push({ code: "custom", input: context.value, path, message: expected });
    }
  };
}

/** The value as the schema's type, or a `DataError` about the first issue. */
export function parseData<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new DataError(file, [], value, "another shape");
  const { path, expected } = deepest(issue);
  throw new DataError(file, path, path.reduce<unknown>(inside, value), expected);
}

/** In a union without a telling field, the branch that got furthest says most about what is wrong. */
function deepest(issue: z.core.$ZodIssue): Problem {
  if (issue.code === "unrecognized_keys") {
    return { path: [...issue.path, issue.keys[0] ?? ""], expected: "no such field" };
  }
  const best = issue.code === "invalid_union" ? furthest(issue.errors) : null;
  return best === null
    ? { path: issue.path, expected: issue.message.replace(/^Invalid \w+: expected |, received .*$/g, "") }
    : { path: [...issue.path, ...best.path], expected: best.expected };
}

function furthest(branches: z.core.$ZodIssue[][]): Problem | null {
  const found = branches.flatMap(([first]) => (first === undefined ? [] : [deepest(first)]));
  return found.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

function inside(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function written(path: PropertyKey[]): string {
  return path.map((key, at) => (typeof key === "number" ? `[${key}]` : `${at === 0 ? "" : "."}${String(key)}`)).join("");
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing there";
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`;
}

/** A type with its intersections and inheritance written out, at every depth. */
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

/** What is asked for beside a schema: nothing where both types are one, and else something nobody has. */
export type Same<A, B> =
  (<X>() => X extends Plain<A> ? 1 : 2) extends <X>() => X extends Plain<B> ? 1 : 2 ? [] : ["The schema is not this type, field for field."];

/** A schema that gives exactly the type: a field more, less, or optional on one side alone does not compile. */
export function exactly<T>() {
  return <S extends z.ZodType>(schema: S, ..._same: Same<z.output<S>, T>): z.ZodType<T> => schema as z.ZodType<unknown> as z.ZodType<T>;
}
