import type { DesignScalesQuery } from '@reflexbogen/client';
import type { LocalizedText, Scale } from '@reflexbogen/client/design';

type LibraryScale = DesignScalesQuery['sharedScales'][number]['scale'];

const textOf = (translations: readonly { readonly locale: string; readonly text: string }[]): LocalizedText =>
  Object.fromEntries(translations.map(({ locale, text }) => [locale, text]));

/** A scale of the library as a question set has one. */
export const scaleOfLibrary = ({ code, ordered, polarity, levels, boxes, missing }: LibraryScale): Scale => ({
  code,
  ordered,
  polarity,
  levels: levels.map((level) => ({
    code: level.code,
    label: textOf(level.translations),
    ...(level.direction === null ? {} : { direction: level.direction }),
    ...(level.archived ? { archived: true } : {}),
  })),
  boxes: Object.fromEntries(boxes.map((box) => [box.name, box.levels])),
  missing: missing.map((one) => ({ code: one.code, kind: one.kind, label: textOf(one.translations) })),
});
