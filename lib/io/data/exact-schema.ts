import type { z } from "zod";

/** A type with its intersections and inheritance written out, at every depth. */
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

/** What is asked for beside a schema: nothing where both types are one, and else something nobody has. */
export type Same<A, B> = (<X>() => X extends Plain<A> ? 1 : 2) extends <X>() => X extends Plain<B> ? 1 : 2 ? [] : ["The schema is not this type, field for field."];

/** A schema that gives exactly the type: a field more, less, or optional on one side alone does not compile. */
export function exactly<T>() {
  return <S extends z.ZodType>(schema: S, ..._same: Same<z.output<S>, T>): z.ZodType<T> => schema as z.ZodType<unknown> as z.ZodType<T>;
}
