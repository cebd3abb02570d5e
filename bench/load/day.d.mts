export interface Act {
  readonly at: number;
  readonly kind: string;
}
export const DAY: Readonly<
  Record<'municipalities' | 'editors' | 'questions' | 'seconds' | 'half' | 'saveEvery', number>
>;
export function pressure(left: number): number;
export function peakRates(): Readonly<Record<'saveAnswers' | 'mySheet' | 'submitResponse', number>>;
export function scheduleOf(options: {
  readonly seconds: number;
  readonly scale: number;
  readonly curve: 'deadline' | 'steady';
  readonly random: () => number;
}): readonly Act[];
export function steady(options: {
  readonly seconds: number;
  readonly rate: number;
  readonly kind: string;
  readonly random: () => number;
}): readonly Act[];
