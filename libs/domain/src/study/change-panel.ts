import type { MunicipalityInfo } from './study.js';
import { checkSuccession } from './succession.js';

/** A municipality that comes into the panel. */
export type NewMunicipality = Pick<MunicipalityInfo, 'code' | 'name' | 'officialKey' | 'attributes'>;

/** One change of a panel. Years are the first ones under the new state; those of the old state end the year before. */
export type PanelChange =
  | { readonly kind: 'JOIN'; readonly municipality: NewMunicipality; readonly year: number }
  | { readonly kind: 'LEAVE'; readonly code: string; readonly year: number }
  | {
      readonly kind: 'MERGE';
      readonly parts: readonly string[];
      readonly into: NewMunicipality;
      readonly year: number;
      /** The part whose answers the merged municipality carries on; without it its past is that of a changed unit. */
      readonly carriesOn?: string;
    }
  | {
      readonly kind: 'SPLIT';
      readonly code: string;
      readonly into: readonly NewMunicipality[];
      readonly year: number;
      /** Code of the new municipality that carries on the answers of the one that was split. */
      readonly carriedOnBy?: string;
    };

export interface PanelFault {
  /** Position of the change. */
  readonly index: number;
  readonly message: string;
}

/** A member without identity yet: it gets one when it is stored. */
export type PanelMember = Omit<MunicipalityInfo, 'id'>;

export interface ChangedPanel {
  /** Members that are new, in order. */
  readonly added: readonly PanelMember[];
  /** Members that leave, are merged or split, as they are now. */
  readonly changed: readonly PanelMember[];
}

/**
 * Applies changes to a panel, one after another. Nobody is removed: a municipality that leaves, is merged or split stays in
 * the panel with its last year, so that all earlier figures stay what they were.
 * @param panel as it is now, codes unique
 * @returns who came and who changed, or every fault with the position of its change. Total: never throws.
 */
export function changePanel(
  panel: readonly PanelMember[],
  changes: readonly PanelChange[],
):
  { readonly ok: true; readonly value: ChangedPanel } | { readonly ok: false; readonly errors: readonly PanelFault[] } {
  const members = new Map(panel.map((member) => [member.code, member]));
  const touched = new Set<string>();
  const added = new Set<string>();
  const faults: PanelFault[] = [];
  changes.forEach((change, index) => {
    const fault = (message: string): void => void faults.push({ index, message });
    if (!Number.isInteger(change.year) || change.year < 1900 || change.year > 9999)
      fault(`The year is ${change.year}; expected 1900 to 9999.`);
    const add = (municipality: NewMunicipality, joined: Partial<PanelMember>): void => {
      if (municipality.code.trim() === '' || municipality.name.trim() === '')
        fault('A municipality needs a code and a name.');
      else if (members.has(municipality.code))
        fault(`${municipality.code} is in the panel already; a new unit needs a new code.`);
      else {
        added.add(municipality.code);
        members.set(municipality.code, {
          ...municipality,
          attributesByRound: {},
          memberFrom: change.year,
          memberTo: null,
          joinedBecause: 'JOINED',
          leftBecause: null,
          carriesOn: null,
          ...joined,
        });
      }
    };
    const end = (code: string, leftBecause: PanelMember['leftBecause']): void => {
      const member = members.get(code);
      if (member === undefined) fault(`${code} is not in the panel.`);
      else if (member.memberTo !== null) fault(`${code} is a member up to ${member.memberTo} already.`);
      else if (member.memberFrom !== null && member.memberFrom >= change.year)
        fault(`${code} is a member from ${member.memberFrom}; it cannot end before ${change.year}.`);
      else {
        touched.add(code);
        members.set(code, { ...member, memberTo: change.year - 1, leftBecause });
      }
    };
    switch (change.kind) {
      case 'JOIN':
        return add(change.municipality, {});
      case 'LEAVE':
        return end(change.code, 'LEFT');
      case 'MERGE':
        if (new Set(change.parts).size < Math.max(2, change.parts.length))
          fault('A merger has at least two parts, each named once.');
        if (change.carriesOn !== undefined && !change.parts.includes(change.carriesOn))
          fault(`${change.carriesOn} is none of the parts; expected one of ${change.parts.join(', ')}.`);
        for (const part of change.parts) end(part, 'MERGED');
        return add(change.into, { joinedBecause: 'MERGED', carriesOn: change.carriesOn ?? null });
      case 'SPLIT':
        if (change.into.length < 2) fault('A split gives at least two municipalities.');
        if (change.carriedOnBy !== undefined && !change.into.some(({ code }) => code === change.carriedOnBy))
          fault(`${change.carriedOnBy} is none of the new municipalities.`);
        end(change.code, 'SPLIT');
        for (const municipality of change.into)
          add(municipality, {
            joinedBecause: 'SPLIT',
            carriesOn: municipality.code === change.carriedOnBy ? change.code : null,
          });
    }
  });
  if (faults.length === 0)
    for (const { message, municipality } of checkSuccession(
      [...members.values()].map((member) => ({ ...member, id: member.code })),
    ))
      faults.push({ index: changes.findIndex((change) => namesOf(change).includes(municipality)), message });
  if (faults.length > 0) return { ok: false, errors: faults };
  const of = (codes: ReadonlySet<string>): readonly PanelMember[] =>
    [...members.values()].filter(({ code }) => codes.has(code));
  return {
    ok: true,
    value: { added: of(added), changed: of(new Set([...touched].filter((code) => !added.has(code)))) },
  };
}

function namesOf(change: PanelChange): readonly string[] {
  switch (change.kind) {
    case 'JOIN':
      return [change.municipality.code];
    case 'LEAVE':
      return [change.code];
    case 'MERGE':
      return [change.into.code, ...change.parts];
    case 'SPLIT':
      return [change.code, ...change.into.map(({ code }) => code)];
  }
}
