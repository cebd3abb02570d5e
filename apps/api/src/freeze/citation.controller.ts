import { Controller, Get, Headers, HttpException, HttpStatus, Ip, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RowScopes } from '../access/row-scopes.js';
import { TokenService } from '../access/token.service.js';
import type { DeltaParent } from '../comparison/comparison-parent.js';
import { citationPath } from '../comparison/citation-path.js';
import { ComparisonService } from '../comparison/comparison.service.js';
import { StudyViewService, type StudyView } from '../comparison/study-view.js';
import { pointsOf, RateLimits } from '../graphql/limits/rate-limits.service.js';
import { RateLimitedException } from '../graphql/limits/route-gate.js';
import type { QuestionParent } from '../question-set/question.mapper.js';
import { citationPage } from './citation-page.js';

/** A printed figure, asked again: what it says, what it means, and what it rests on. */
export interface Citation {
  readonly path: string;
  readonly study: { readonly slug: string; readonly title: Readonly<Record<string, string>> };
  readonly freeze: { readonly name: string; readonly takenAt: string; readonly releasedAt: string | null };
  readonly rounds: {
    readonly from: { readonly code: string; readonly year: number };
    readonly to: { readonly code: string; readonly year: number };
  };
  readonly question: {
    readonly code: string;
    readonly option: string | null;
    readonly type: string;
    readonly text: Readonly<Record<string, string>>;
  };
  readonly sentence: { readonly de: string; readonly en: string };
  readonly figure: {
    readonly suppressed: boolean;
    readonly increased: number | null;
    readonly decreased: number | null;
    readonly unchanged: number | null;
    readonly changed: number | null;
    readonly transitions: DeltaParent['transitions'];
  };
  readonly base: {
    readonly panelSize: number;
    readonly comparable: number | null;
    readonly excluded: number | null;
    readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
  };
  readonly definition: {
    readonly basis: string;
    readonly comparability: string | null;
    readonly notes: readonly string[];
    readonly polarity: string;
    readonly methodology: string;
  };
}

/** Where every count is defined; part of each citation, so that it can be read without this service. */
const METHODOLOGY =
  'Each municipality of the panel counts in exactly one class: increased, decreased, unchanged, or excluded for the first ' +
  'reason that applies; comparable = increased + decreased + unchanged, and comparable + excluded = the panel.';

/** Deltas of the options of a question, with their transitions and exclusions: what the same query would cost. */
const OBJECTS = 500;

@Controller('figures')
export class CitationController {
  constructor(
    private readonly tokens: TokenService,
    private readonly scopes: RowScopes,
    private readonly views: StudyViewService,
    private readonly comparisons: ComparisonService,
    private readonly rates: RateLimits,
  ) {}

  @Get(':study/:freeze/:from/:to/:question')
  async cite(
    @Param() path: { study: string; freeze: string; from: string; to: string; question: string },
    @Query('option') option: string | undefined,
    @Headers('authorization') authorization: string | undefined,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // By a token alone: an address that somebody follows shows what everybody may see, whoever is signed in.
    const actor = await this.scopes.declare(
      await this.tokens.actorOf({ headers: { authorization: authorization ?? '' } }),
    );
    const refusal = await this.rates.spend(actor?.id ?? null, address, pointsOf(OBJECTS));
    if (refusal !== null) throw new RateLimitedException(refusal);
    const view = await this.views.cited(path.study, path.freeze, actor);
    const citation = view === null ? null : await this.citationOf(view, path, option ?? null);
    if (citation === null)
      throw new HttpException('There is no such figure, or its freeze is not released.', HttpStatus.NOT_FOUND);
    const isPage = accept?.includes('text/html') === true;
    await reply
      .header('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
      .header('Cache-Control', actor === null ? 'public, max-age=300' : 'private, no-store')
      .header('Vary', 'Accept, Accept-Language, Authorization')
      .send(isPage ? citationPage(citation, /^\s*de\b/i.test(language ?? '') ? 'de' : 'en') : JSON.stringify(citation));
  }

  private async citationOf(
    view: StudyView,
    { from, to, question }: { readonly from: string; readonly to: string; readonly question: string },
    option: string | null,
  ): Promise<Citation | null> {
    const known = await Promise.all(
      view.rounds.filter(({ code }) => code === from || code === to).map((round) => view.columns(round)),
    );
    if (view.freeze === null || !known.some(({ questionSet }) => questionSet.byCode.has(question))) return null;
    const comparison = await this.comparisons.compareIn(view, { from, to, questions: [question] });
    const delta = comparison
      ?.deltasInOrder('QUESTION')
      .find((candidate) => ((candidate.option as { code: string } | null)?.code ?? null) === option);
    if (!comparison || delta === undefined) return null;
    const asked = delta.question as QuestionParent;
    const { tally } = delta;
    return {
      path: citationPath(view.study.slug, view.freeze.name, from, to, question, option ?? undefined),
      study: { slug: view.study.slug, title: view.study.title },
      freeze: {
        name: view.freeze.name,
        takenAt: view.freeze.takenAt.toISOString(),
        releasedAt: view.freeze.releasedAt?.toISOString() ?? null,
      },
      rounds: {
        from: { code: comparison.from.code, year: comparison.from.year },
        to: { code: comparison.to.code, year: comparison.to.year },
      },
      question: { code: asked.code, option, type: asked.type, text: asked.text },
      sentence: { de: delta.sentence('de'), en: delta.sentence('en') },
      figure: {
        suppressed: delta.suppressed,
        increased: tally?.increased ?? null,
        decreased: tally?.decreased ?? null,
        unchanged: tally?.unchanged ?? null,
        changed: tally?.changed ?? null,
        transitions: delta.transitions,
      },
      base: {
        panelSize: comparison.panelSize,
        comparable: tally?.comparable ?? null,
        excluded: tally?.excluded ?? null,
        exclusions: tally?.exclusions ?? [],
      },
      definition: {
        basis: delta.basis,
        comparability: delta.comparability,
        notes: delta.notes,
        polarity: delta.polarity,
        methodology: METHODOLOGY,
      },
    };
  }
}
