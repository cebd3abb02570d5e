import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpException,
  HttpStatus,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasRole, readsOnly, Role } from '../access/actor.js';
import { RowScopes } from '../access/row-scopes.js';
import { TokenService } from '../access/token.service.js';
import type { Configuration } from '../configuration.js';
import { pointsOf, pointsOfBytes, RateLimits } from '../graphql/limits/rate-limits.service.js';
import { RateLimitedException } from '../graphql/limits/route-gate.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import { DataExportService } from './data-export.service.js';
import { rangeOf } from './byte-range.js';
import { ExportService } from './export.service.js';
import { UploadStore, UploadTooLargeError } from './upload.store.js';

/** Bytes of study packages in and out; what happens to them is asked for over GraphQL. */
@Controller('exchange')
export class ExchangeController {
  constructor(
    private readonly tokens: TokenService,
    private readonly scopes: RowScopes,
    private readonly uploads: UploadStore,
    private readonly exports: ExportService,
    private readonly dataExports: DataExportService,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post('uploads')
  async upload(
    @Req() request: FastifyRequest,
    // Not named by its class: validation would make an instance of it, copying sockets.
    @Body() body: unknown,
  ): Promise<{ upload: string }> {
    const actor = await this.scopes.declare(await this.tokens.actorOf(request));
    if (actor === null)
      throw new HttpException('Send a bearer token: Authorization: Bearer …', HttpStatus.UNAUTHORIZED);
    if (!hasRole(actor, Role.ADMIN, Role.DESIGNER))
      throw new HttpException(
        'Uploading a study package needs one of the roles ADMIN, DESIGNER.',
        HttpStatus.FORBIDDEN,
      );
    if (readsOnly(actor)) throw new HttpException('This token is for reading only.', HttpStatus.FORBIDDEN);
    if (!(body instanceof Readable))
      throw new HttpException(
        'Send the package as the body, with Content-Type: application/zip.',
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      );
    // What does not say how large it is pays as the largest.
    const bytes = Number(request.headers['content-length'] ?? this.configuration.uploadBytes);
    await this.pay(actor.id, request, pointsOfBytes(bytes));
    try {
      return { upload: await this.uploads.receive(body, actor) };
    } catch (error) {
      if (error instanceof UploadTooLargeError) throw new HttpException(error.message, HttpStatus.PAYLOAD_TOO_LARGE);
      throw error;
    }
  }

  /** The ticket in the address is the proof: it was made for this download, is unguessable and expires. */
  @Get('downloads/:ticket')
  async download(
    @Param('ticket') ticket: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const download = await this.exports.open(ticket);
    if (download === null)
      throw new HttpException('This download does not exist or has expired.', HttpStatus.NOT_FOUND);
    await this.pay(download.owner, request, pointsOf(download.objects));
    await reply
      .header('Content-Type', 'application/zip')
      .header('Content-Disposition', `attachment; filename="${download.fileName}"`)
      .header('Cache-Control', 'no-store')
      .send(download.body);
  }

  /** The signature in the address is the proof. A part of the file may be asked for, so that a download can be resumed. */
  @Get('exports/:id')
  async dataFile(
    @Param('id') id: string,
    @Query('expires') expires: string | undefined,
    @Query('signature') signature: string | undefined,
    @Headers('range') range: string | undefined,
    @Headers('if-range') condition: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.dataExports.open(id, expires ?? '', signature ?? '');
    if (file === null) throw new HttpException('This download does not exist or has expired.', HttpStatus.NOT_FOUND);
    const part = rangeOf(range, file.size, condition === undefined || condition === file.etag);
    const { start, end } = part === null || part === 'UNSATISFIABLE' ? { start: 0, end: file.size - 1 } : part;
    await this.pay(file.owner, request, part === 'UNSATISFIABLE' ? 1 : pointsOfBytes(end - start + 1));
    void reply
      .header('Accept-Ranges', 'bytes')
      .header('ETag', file.etag)
      .header('Content-Type', file.contentType)
      .header('Content-Disposition', `attachment; filename="${file.fileName}"`)
      .header('Cache-Control', 'private, no-store')
      .header('X-Content-Type-Options', 'nosniff');
    if (part === 'UNSATISFIABLE') {
      await reply
        .code(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        .header('Content-Range', `bytes */${file.size}`)
        .send();
      return;
    }
    if (part !== null)
      void reply.code(HttpStatus.PARTIAL_CONTENT).header('Content-Range', `bytes ${start}-${end}/${file.size}`);
    await reply
      .header('Content-Length', String(end - start + 1))
      .send(file.size === 0 ? '' : createReadStream(file.path, { start, end }));
  }

  /** Beyond the point that the request took when it came in. @throws RateLimitedException */
  private async pay(account: string, { ip }: FastifyRequest, points: number): Promise<void> {
    const refusal = await this.rates.spend(account, ip, points);
    if (refusal !== null) throw new RateLimitedException(refusal);
  }
}
