import type { FastifyRequest } from 'fastify';

/** Milliseconds within which a body has to be there. */
const BODY_MS = 20_000;

/** Cuts off whoever sends a body more slowly. To be called before it is read. */
export function cutOffWhenSlow({ raw }: Pick<FastifyRequest, 'raw'>): void {
  const slow = setTimeout(() => raw.destroy(), BODY_MS).unref();
  raw.once('close', () => clearTimeout(slow)).once('end', () => clearTimeout(slow));
}
