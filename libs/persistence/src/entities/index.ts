import type { MixedList, EntitySchema } from 'typeorm';

/** Rows as TypeORM maps them. */
export const ENTITIES: MixedList<string | EntitySchema | (new () => object)> = [];
