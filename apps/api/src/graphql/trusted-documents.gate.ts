import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiError } from './api-error.js';
import { TrustedDocuments, type DocumentRequest } from './trusted-documents.js';

const STATUS: Readonly<Record<string, number>> = { DOCUMENT_NOT_FOUND: 404, DOCUMENT_NOT_TRUSTED: 403 };

/** Stands before the GraphQL endpoint: puts the text for an identifier, and refuses what is not trusted before it is parsed. */
@Injectable()
export class TrustedDocumentGate implements OnModuleInit {
  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly documents: TrustedDocuments,
  ) {}

  onModuleInit(): void {
    const server = this.adapters.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('preHandler', async (request, reply) => {
      if (request.routeOptions.url !== '/graphql') return;
      if (request.method === 'POST') await this.admitBody(request, reply);
      else if (request.method === 'GET') await this.admitAddress(request, reply);
    });
  }

  private async admitBody(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const body = isRecord(request.body) ? request.body : {};
    const outcome = this.documents.resolve(body);
    if (!outcome.ok) await refuse(reply, outcome.error);
    else if (outcome.text !== null) request.body = bodyWith(body, outcome.text);
  }

  private async admitAddress(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { searchParams } = new URL(request.url, 'http://service');
    // Without a document there is nothing to run: Apollo says what it expects.
    if (!['query', 'documentId', 'extensions'].some((name) => searchParams.has(name))) return;
    const outcome = this.documents.resolve({
      query: searchParams.get('query') ?? undefined,
      documentId: searchParams.get('documentId') ?? undefined,
      extensions: jsonOf(searchParams.get('extensions')),
    });
    if (!outcome.ok) return refuse(reply, outcome.error);
    if (outcome.text === null) return;
    searchParams.delete('documentId');
    searchParams.delete('extensions');
    searchParams.set('query', outcome.text);
    request.raw.url = `/graphql?${searchParams.toString()}`;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> & DocumentRequest =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document is there, whatever the request called it. */
function bodyWith(body: Readonly<Record<string, unknown>>, query: string): Record<string, unknown> {
  const { documentId: _documentId, extensions: _extensions, ...rest } = body;
  return { ...rest, query };
}

/** Text that is no JSON names no document; Apollo says so. */
function jsonOf(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function refuse(reply: FastifyReply, error: ApiError): Promise<void> {
  const status = STATUS[String(error.extensions['code'])] ?? 400;
  await reply
    .code(status)
    .header('Content-Type', 'application/json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send({ errors: [error.toJSON()] });
}
