import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { badInput } from './api-error.js';

@ObjectType({ description: 'Where a page of a connection ends.' })
export class PageInfo {
  @Field({ description: 'Whether there are more entries after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last entry of this page, for `after`; null on an empty page.',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: 'Entries per page, 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor after which the page starts; without it the first page.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;
}

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

const encode = (key: string): string => Buffer.from(`k:${key}`).toString('base64url');

/** The key inside a cursor. Throws BAD_USER_INPUT for anything that no page of ours has issued. */
export function keyOf(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith('k:')) throw badInput('after: expected a cursor from pageInfo.endCursor.');
  return text.slice(2);
}

/**
 * A page of a list that the database cuts: its entries, read with one more than asked for.
 * @param keyOfItem unique key of an item, in the order of the list
 */
export function pageAfter<T>(
  read: readonly T[],
  first: number,
  keyOfItem: (item: T) => string,
): Omit<Page<T>, 'totalCount'> {
  const nodes = read.slice(0, first);
  const last = nodes.at(-1);
  return {
    edges: nodes.map((node) => ({ cursor: encode(keyOfItem(node)), node })),
    pageInfo: { hasNextPage: read.length > first, endCursor: last === undefined ? null : encode(keyOfItem(last)) },
  };
}

/**
 * Cuts one page out of a list that is already in memory, in its own stable order.
 * @param keyOfItem unique key of an item, stable between requests
 */
export function pageOf<T>(items: readonly T[], { first, after }: PageArgs, keyOfItem: (item: T) => string): Page<T> {
  const key = after === undefined || after === null ? null : keyOf(after);
  const found = key === null ? 0 : items.findIndex((item) => keyOfItem(item) === key) + 1;
  if (key !== null && found === 0) throw badInput('after: this cursor does not belong to the list.');
  const nodes = items.slice(found, found + first);
  const last = nodes.at(-1);
  return {
    edges: nodes.map((node) => ({ cursor: encode(keyOfItem(node)), node })),
    pageInfo: {
      hasNextPage: found + nodes.length < items.length,
      endCursor: last === undefined ? null : encode(keyOfItem(last)),
    },
    totalCount: items.length,
  };
}
