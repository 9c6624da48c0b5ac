import type { z } from 'zod';

export interface Reference {
  collection: string;
  id: string;
  path: ReadonlyArray<string | number>;
}

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: readonly z.ZodType[];
  valueType?: z.ZodType;
};

const defOf = (schema: z.ZodType): Def => schema.def;

/**
 * Every id in a record that names another record, found by walking the schema beside the data:
 * a field made with `ref('facts')` in `src/schemas` is a reference, wherever it stands.
 */
export function referencesOf(
  schema: z.ZodType,
  data: unknown,
  path: ReadonlyArray<string | number> = [],
): Reference[] {
  if (data === null || data === undefined) return [];
  const collection = schema.meta()?.['ref'];
  if (typeof collection === 'string' && typeof data === 'string')
    return [{ collection, id: data, path }];
  const def = defOf(schema);
  if (def.innerType) return referencesOf(def.innerType, data, path);
  if (def.element && Array.isArray(data)) {
    const element = def.element;
    return data.flatMap((item, index) => referencesOf(element, item, [...path, index]));
  }
  if (def.shape && typeof data === 'object') {
    const record = data as Record<string, unknown>;
    return Object.entries(def.shape).flatMap(([key, child]) =>
      referencesOf(child, record[key], [...path, key]),
    );
  }
  if (def.options) {
    const fitting = def.options.find((option) => option.safeParse(data).success);
    return fitting ? referencesOf(fitting, data, path) : [];
  }
  return [];
}
