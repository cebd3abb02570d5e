import { Injectable } from '@nestjs/common';
import { currentOperation, municipalityId, StudyRepository, type RowScope } from '@reflexbogen/persistence';
import { Role, type Actor } from './actor.js';

/**
 * What rows an actor's rights reach, for the database to hold (docs/adr/0025). Derived from the token alone and apart from the
 * rules of access: where those let somebody through who must not be, this still shows nothing.
 */
@Injectable()
export class RowScopes {
  /** Slug to id; neither ever changes. */
  private readonly studyIds = new Map<string, string>();

  constructor(private readonly studies: StudyRepository) {}

  /** Gives the current operation the rows of whoever acts in it. */
  async declare<Known extends Actor | null>(actor: Known): Promise<Known> {
    const operation = currentOperation();
    if (operation !== null) operation.rows = await this.of(actor);
    return actor;
  }

  /**
   * Staff reach the sheets of their studies, who designs or analyses what figures are computed from, respondents their
   * municipality; null: who is nobody, no row.
   */
  async of(actor: Actor | null): Promise<RowScope | null> {
    if (actor === null) return null;
    const { id, roles, studies, municipality } = actor;
    const has = (...some: readonly Role[]): boolean => roles.some((role) => some.includes(role));
    return {
      actors: [id],
      municipalities: municipality === null ? [] : await this.ownOf(studies, municipality),
      reach: has(Role.ADMIN, Role.REVIEWER) ? 'SHEETS' : has(Role.ANALYST, Role.DESIGNER) ? 'FIGURES' : 'NONE',
      studies,
    };
  }

  /** Codes are unique within a study; a token for several names no municipality. */
  private async ownOf(studies: readonly string[] | null, code: string): Promise<readonly string[]> {
    const [slug, ...more] = studies ?? [];
    if (slug === undefined || more.length > 0) return [];
    const known = this.studyIds.get(slug) ?? (await this.studies.findBySlug(slug))?.id;
    if (known === undefined) return [];
    this.studyIds.set(slug, known);
    return [municipalityId(known, code)];
  }
}
