import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';

/** The upload is larger than the operator allows. */
export class UploadTooLargeError extends Error {}

interface Upload {
  readonly path: string;
  readonly owner: string;
  readonly receivedAt: number;
}

const KEEP_MS = 60 * 60 * 1000;

/** Study packages on their way in: files of the data folder, known to the replica that received them, gone after use or an hour. */
@Injectable()
export class UploadStore implements OnModuleInit, OnModuleDestroy {
  private readonly uploads = new Map<string, Upload>();
  private readonly folder: string;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {
    this.folder = join(configuration.dataDir, 'uploads');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    // Leftovers of a service that was killed; a replica beside this one on the same folder is not touched within the hour.
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      if (Date.now() - (await stat(path)).mtimeMs > KEEP_MS) await rm(path, { force: true });
    }
    this.sweeper = setInterval(() => void this.sweep(), KEEP_MS / 6).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.sweeper);
    for (const id of this.uploads.keys()) await this.discard(id);
  }

  /**
   * Writes a body to disk as it arrives.
   * @throws UploadTooLargeError when it exceeds the configured size; nothing is kept then
   */
  async receive(body: Readable, actor: Actor): Promise<string> {
    const id = randomUUID();
    const path = join(this.folder, `${id}.zip`);
    const limit = this.configuration.uploadBytes;
    let size = 0;
    const bounded = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > limit) done(new UploadTooLargeError(`The package has more than ${limit} bytes.`));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(body, bounded, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    this.uploads.set(id, { path, owner: actor.id, receivedAt: Date.now() });
    return id;
  }

  /** Path of an upload of this person, taken out of the store: whoever takes it discards the file. Null when there is none. */
  take(id: string, actor: Actor): string | null {
    const upload = this.uploads.get(id);
    if (upload === undefined || upload.owner !== actor.id) return null;
    this.uploads.delete(id);
    return upload.path;
  }

  private async discard(id: string): Promise<void> {
    const upload = this.uploads.get(id);
    this.uploads.delete(id);
    if (upload !== undefined) await rm(upload.path, { force: true });
  }

  private async sweep(): Promise<void> {
    for (const [id, upload] of this.uploads) if (Date.now() - upload.receivedAt > KEEP_MS) await this.discard(id);
  }
}
