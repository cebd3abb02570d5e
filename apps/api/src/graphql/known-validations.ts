import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Validations = ReturnType<Storage['getTargetValidationMetadatas']>;

const patched = new WeakSet<Storage>();

/**
 * class-validator looks through every class that has decorators for each object that it checks, which for a sheet of 250 answers
 * was a tenth of all that a save does. What belongs to a class is found once. To be called when all classes are there: a class that
 * is decorated later after it was once looked for would be missing them.
 */
export function knowValidations(storage = getMetadataStorage()): void {
  if (patched.has(storage)) return;
  patched.add(storage);
  const find = storage.getTargetValidationMetadatas.bind(storage);
  /** By class and, for objects within objects, the name of the outer one. */
  const known = new Map<unknown, Map<string | undefined, Validations>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const isPlain = !always && !strictGroups && (groups === undefined || groups.length === 0);
    if (!isPlain) return find(target, schema, always, strictGroups, groups);
    const ofClass = known.get(target) ?? new Map<string | undefined, Validations>();
    const validations = ofClass.get(schema) ?? find(target, schema, always, strictGroups, groups);
    known.set(target, ofClass.set(schema, validations));
    return validations;
  };
}
