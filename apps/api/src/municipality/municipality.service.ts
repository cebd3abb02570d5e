import { Injectable } from '@nestjs/common';
import type { MunicipalityInfo } from '@reflexbogen/domain';
import { MunicipalityRepository } from '@reflexbogen/persistence';
import { pageOf, type PageArgs } from '../graphql/page.js';
import type { MunicipalityConnection, MunicipalityModel } from './municipality.model.js';

@Injectable()
export class MunicipalityService {
  constructor(private readonly municipalities: MunicipalityRepository) {}

  async page(studyId: string, page: PageArgs): Promise<MunicipalityConnection> {
    const all = await this.municipalities.listByStudy(studyId);
    const { edges, ...rest } = pageOf(all, page, ({ code }) => code);
    return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: municipalityParent(node) })) };
  }
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
