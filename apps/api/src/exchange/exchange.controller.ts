import type { Readable } from 'node:stream';
import { Body, Controller, Get, Headers, HttpException, HttpStatus, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { hasRole, Role } from '../access/actor.js';
import { TokenService } from '../access/token.service.js';
import { ExportService } from './export.service.js';
import { UploadStore, UploadTooLargeError } from './upload.store.js';

/** Bytes of study packages in and out; what happens to them is asked for over GraphQL. */
@Controller('exchange')
export class ExchangeController {
  constructor(
    private readonly tokens: TokenService,
    private readonly uploads: UploadStore,
    private readonly exports: ExportService,
  ) {}

  @Post('uploads')
  async upload(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: Readable,
  ): Promise<{ upload: string }> {
    const actor = await this.tokens.actorOf(authorization);
    if (actor === null)
      throw new HttpException('Send a bearer token: Authorization: Bearer …', HttpStatus.UNAUTHORIZED);
    if (!hasRole(actor, Role.ADMIN, Role.DESIGNER))
      throw new HttpException(
        'Uploading a study package needs one of the roles ADMIN, DESIGNER.',
        HttpStatus.FORBIDDEN,
      );
    if (typeof (body as Partial<Readable> | null)?.pipe !== 'function')
      throw new HttpException(
        'Send the package as the body, with Content-Type: application/zip.',
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      );
    try {
      return { upload: await this.uploads.receive(body, actor) };
    } catch (error) {
      if (error instanceof UploadTooLargeError) throw new HttpException(error.message, HttpStatus.PAYLOAD_TOO_LARGE);
      throw error;
    }
  }

  /** The ticket in the address is the proof: it was made for this download, is unguessable and expires. */
  @Get('downloads/:ticket')
  async download(@Param('ticket') ticket: string, @Res() reply: FastifyReply): Promise<void> {
    const download = await this.exports.open(ticket);
    if (download === null)
      throw new HttpException('This download does not exist or has expired.', HttpStatus.NOT_FOUND);
    await reply
      .header('Content-Type', 'application/zip')
      .header('Content-Disposition', `attachment; filename="${download.fileName}"`)
      .header('Cache-Control', 'no-store')
      .send(download.body);
  }
}
