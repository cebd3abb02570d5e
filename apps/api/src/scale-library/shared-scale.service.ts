import { Injectable } from '@nestjs/common';
import { checkSharedScale } from '@reflexbogen/domain';
import { SharedScaleRepository, type StoredSharedScale } from '@reflexbogen/persistence';
import { signedIn, type Actor } from '../access/actor.js';
import { scaleFrom } from '../question-set/document.mapper.js';
import { scaleParent } from '../question-set/question.mapper.js';
import { errorOf } from '../question-set/question-set.parent.js';
import type { SaveSharedScaleInput, SaveSharedScalePayload, SharedScaleModel } from './shared-scale.model.js';

@Injectable()
export class SharedScaleService {
  constructor(private readonly scales: SharedScaleRepository) {}

  async list(): Promise<readonly SharedScaleModel[]> {
    return (await this.scales.list()).map(sharedScaleParent);
  }

  async save(input: SaveSharedScaleInput, actor: Actor | null): Promise<SaveSharedScalePayload> {
    const scale = scaleFrom(input.scale);
    const earlier = await this.scales.revisions(scale.code);
    const last = earlier[0];
    const stale = (current: StoredSharedScale | undefined): SaveSharedScalePayload => ({
      sharedScale: current === undefined ? null : sharedScaleParent(current),
      errors: [
        {
          code: 'STALE_REVISION',
          message: `Scale ${scale.code} was read at revision ${input.revision}, stored is ${current?.revision ?? 'none'}.`,
          path: ['input', 'revision'],
        },
      ],
    });
    if ((last?.revision ?? 0) !== input.revision) return stale(last);
    const faults = checkSharedScale(
      scale,
      earlier.map((revision) => revision.scale),
    );
    if (faults.length > 0)
      return {
        sharedScale: last === undefined ? null : sharedScaleParent(last),
        errors: faults.map((fault) => errorOf(fault, 'INVALID_SCALE', ['input', 'scale'])),
      };
    const saved = await this.scales.save(scale, input.revision + 1, signedIn(actor).id);
    if (saved === null) return stale((await this.scales.revisions(scale.code))[0]);
    return { sharedScale: sharedScaleParent(saved), errors: [] };
  }
}

const sharedScaleParent = ({ revision, scale, savedAt, savedByName }: StoredSharedScale): SharedScaleModel => ({
  revision,
  scale: scaleParent(scale),
  savedAt,
  savedByName,
});
