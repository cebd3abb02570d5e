import { Injectable } from '@nestjs/common';
import type { MunicipalityInfo } from '@reflexbogen/domain';
import { MunicipalityRepository, type PanelPage } from '@reflexbogen/persistence';
import { badInput } from '../graphql/api-error.js';
import type { GraphQLContext } from '../graphql/context.js';
import { OperationLoader } from '../graphql/operation-loader.js';
import { keyOf, pageAfter, type PageArgs } from '../graphql/page.js';
import type { MunicipalityConnection, MunicipalityModel } from './municipality.model.js';

/** Which page of which panel. */
interface PanelPlace {
  readonly studyId: string;
  /** Code of the last member seen. */
  readonly after: string | null;
  readonly first: number;
}

@Injectable()
export class MunicipalityService {
  private readonly pages = new OperationLoader<PanelPlace, PanelPage>(
    (places) => this.pagesOf(places),
    { municipalities: [], total: 0, isCursorKnown: true },
    nameOf,
  );

  constructor(private readonly municipalities: MunicipalityRepository) {}

  async page(studyId: string, { first, after }: PageArgs, context: GraphQLContext): Promise<MunicipalityConnection> {
    const place = { studyId, first, after: after === undefined || after === null ? null : keyOf(after) };
    const { municipalities, total, isCursorKnown } = await this.pages.load(context, place);
    if (!isCursorKnown) throw badInput('after: this cursor does not belong to the list.');
    return { ...pageAfter(municipalities.map(municipalityParent), first, ({ code }) => code), totalCount: total };
  }

  /** One statement for each size of page that an operation asks for: hardly ever more than one. */
  private async pagesOf(places: readonly PanelPlace[]): Promise<ReadonlyMap<string, PanelPage>> {
    const pages = new Map<string, PanelPage>();
    for (const asked of sameStatement(places)) {
      const found = await this.municipalities.pages(asked, (asked[0]?.first ?? 0) + 1);
      for (const place of asked) {
        const page = found.get(place.studyId);
        if (page !== undefined) pages.set(nameOf(place), page);
      }
    }
    return pages;
  }
}

const nameOf = ({ studyId, after, first }: PanelPlace): string => JSON.stringify([studyId, after, first]);

/** Places of one size of page, of each study one. */
function sameStatement(places: readonly PanelPlace[]): readonly (readonly PanelPlace[])[] {
  const groups: PanelPlace[][] = [];
  for (const place of places) {
    const group = groups.find(
      (others) => others[0]?.first === place.first && others.every(({ studyId }) => studyId !== place.studyId),
    );
    if (group === undefined) groups.push([place]);
    else group.push(place);
  }
  return groups;
}

/** A municipality for the schema: attribute values as one list, those of all rounds first. */
export const municipalityParent = (municipality: MunicipalityInfo): MunicipalityModel => ({
  code: municipality.code,
  name: municipality.name,
  officialKey: municipality.officialKey,
  attributes: [
    ...Object.entries(municipality.attributes).map(([attribute, value]) => ({ attribute, round: null, value })),
    ...Object.entries(municipality.attributesByRound).flatMap(([round, values]) =>
      Object.entries(values).map(([attribute, value]) => ({ attribute, round, value })),
    ),
  ],
});
