/** As much of a JSON Schema as can be said in a few words. */
export interface ReadSchema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  format?: string | undefined;
  description?: string | undefined;
  default?: unknown;
  const?: unknown;
  enum?: unknown[] | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  properties?: Record<string, ReadSchema | boolean> | undefined;
  required?: string[] | undefined;
  additionalProperties?: ReadSchema | boolean | undefined;
  items?: ReadSchema | boolean | (ReadSchema | boolean)[] | undefined;
  prefixItems?: (ReadSchema | boolean)[] | undefined;
  anyOf?: (ReadSchema | boolean)[] | undefined;
  oneOf?: (ReadSchema | boolean)[] | undefined;
}

export interface ReferenceField {
  name: string;
  /** What it is, in a few words: "list of Claim". */
  kind: string;
  /** May be left out. */
  optional: boolean;
  description: string;
}

/** More values than these are a list, not a phrase. */
const FEW = 5;

/** What a value is, in a few words: "list of Claim", "whole number, 40 to 500", "Moves or Absence". */
export function kindOf(schema: ReadSchema | boolean): string {
  if (typeof schema === "boolean") return "anything";
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return schema.enum.length <= FEW ? schema.enum.map(String).join(", ") : `one of ${schema.enum.length} words`;
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return [...new Set(options.map(kindOf))].join(" or ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => kindOf({ ...schema, type })).join(" or ");
  switch (schema.type) {
    case "array":
      return schema.prefixItems === undefined
        ? `list of ${kindOf(Array.isArray(schema.items) ? true : (schema.items ?? true))}`
        : `${schema.prefixItems.map(kindOf).join(" and ")}`;
    case "object":
      return schema.properties === undefined
        ? `object of ${kindOf(schema.additionalProperties ?? true)}`
        : `object with ${Object.keys(schema.properties).join(", ")}`;
    case "integer":
      return `whole number${bounds(schema)}`;
    case "number":
      return `number${bounds(schema)}`;
    case "boolean":
      return "true or false";
    case "string":
      return schema.format === "date" ? "day, YYYY-MM-DD" : schema.format === "date-time" ? "instant" : "text";
    default:
      return schema.type ?? "anything";
  }
}

/** The fields of an object, outermost only. */
export function fieldsOf({ properties = {}, required = [] }: ReadSchema): ReferenceField[] {
  return Object.entries(properties).map(([name, field]) => ({
    name,
    kind: kindOf(field),
    optional: !required.includes(name),
    description: typeof field === "boolean" ? "" : (field.description ?? ""),
  }));
}

function bounds({ minimum, maximum }: ReadSchema): string {
  return minimum === undefined || maximum === undefined ? "" : `, ${minimum} to ${maximum}`;
}
