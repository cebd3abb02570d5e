import type {
  Direction,
  MissingKind,
  Polarity,
  PriorPolicy,
  QuestionSetStatus,
  QuestionType,
  Verdict,
} from '@reflexbogen/domain';
import { describedEnum } from '../graphql/register-enum.js';

export const QuestionTypeEnum = describedEnum<QuestionType>('QuestionType', 'What kind of answer a question takes.', {
  SCALE: 'One level of a scale.',
  NUMBER: 'A decimal number.',
  BOOLEAN: 'Yes or no.',
  CHOICE: 'One of several options.',
  MULTI_CHOICE: 'Any number of options; in a comparison each option is a yes/no question of its own.',
  TEXT: 'Free text; never compared, only listed.',
  GRID: 'A table of SCALE questions, one per cell, with code `grid.row.column`.',
});

export const VerdictEnum = describedEnum<Verdict>(
  'Verdict',
  'How a question compares with its predecessor, strongest first.',
  {
    IDENTICAL: 'Same wording and scale.',
    EDITORIAL: 'A typing or layout correction.',
    COMPARABLE: 'Reworded, same meaning; figures carry a footnote.',
    RECODED: 'Another scale with a level map; figures carry a footnote.',
    BREAK: 'No longer the same measurement: there is never a delta.',
  },
);

export const PolarityEnum = describedEnum<Polarity>(
  'Polarity',
  'Whether a higher level is worse or better. Never changes a count.',
  {
    HIGHER_IS_WORSE: 'An increase is a deterioration.',
    HIGHER_IS_BETTER: 'An increase is an improvement.',
    NEUTRAL: 'An increase is neither.',
  },
);

export const DirectionEnum = describedEnum<Direction>(
  'Direction',
  'Direction of a change from the earlier to the later round.',
  {
    INCREASED: 'Higher in the later round.',
    UNCHANGED: 'Equal in both rounds, or within the tolerance.',
    DECREASED: 'Lower in the later round.',
  },
);

export const MissingKindEnum = describedEnum<MissingKind>('MissingKind', 'Why an answer is not a value.', {
  DONT_KNOW: 'The respondent does not know.',
  REFUSED: 'The respondent declined to answer.',
  NOT_APPLICABLE: 'The question does not apply.',
});

export const QuestionSetStatusEnum = describedEnum<QuestionSetStatus>('QuestionSetStatus', 'State of a question set.', {
  DRAFT: 'May still be edited; no round can ask it.',
  PUBLISHED: 'Immutable; rounds may ask it.',
  RETIRED: 'Immutable; no new round may ask it.',
});

export const PriorPolicyEnum = describedEnum<PriorPolicy>(
  'PriorPolicy',
  "Whether last round's answer is shown to the municipality beside a question.",
  {
    NONE: 'Never.',
    SHOW: 'Beside the question.',
    SHOW_AFTER: 'Once the municipality has an answer of its own.',
    CONFIRM: 'Beside the question, to be confirmed in one act.',
  },
);
