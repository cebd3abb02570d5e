import { instantsOf } from '@reflexbogen/client/design';

/** A time on the clocks of the study, as it is typed. */
export interface RoundTime {
  /** `2031-03-30T14:05`; empty: none is said. */
  readonly wall: string;
  /** Of a time that comes twice, when the clocks go back: whether the second is meant. */
  readonly isSecond: boolean;
}

export const NO_TIME: RoundTime = { wall: '', isSecond: false };

/** The instant that is meant; null where none is said, or the clocks never show it. */
export function instantOf({ wall, isSecond }: RoundTime): Date | null {
  const instants = instantsOf(wall);
  return (isSecond ? instants.at(-1) : instants[0]) ?? null;
}

/** Whether it can be sent: nothing, or a time that there is. */
export const isTime = (time: RoundTime): boolean => time.wall === '' || instantOf(time) !== null;

/** The field of an input; nothing where nothing is said. */
export function instantInput<Name extends string>(name: Name, time: RoundTime): { readonly [K in Name]?: string } {
  const instant = instantOf(time);
  return (instant === null ? {} : { [name]: instant.toISOString() }) as { readonly [K in Name]?: string };
}
