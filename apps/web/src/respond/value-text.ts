import type { AnswerValueInput } from '@reflexbogen/client';
import type { SheetQuestionData } from '@reflexbogen/client/sheet';

/** A value in words; null where it is empty. */
export function valueText(
  { scale }: SheetQuestionData['question'],
  value: AnswerValueInput | null,
  words: { readonly yes: string; readonly no: string },
): string | null {
  if (value === null) return null;
  const levelLabel = (code: string): string => scale?.levels.find((level) => level.code === code)?.label ?? code;
  if ('level' in value && value.level != null) return levelLabel(value.level);
  if ('levels' in value && value.levels != null) return value.levels.map(levelLabel).join(', ');
  if ('boolean' in value && value.boolean != null) return value.boolean ? words.yes : words.no;
  if ('number' in value && value.number != null) return String(value.number);
  if ('text' in value && value.text != null) return value.text;
  if ('missing' in value && value.missing != null)
    return scale?.missing.find(({ code }) => code === value.missing)?.label ?? value.missing;
  return null;
}
