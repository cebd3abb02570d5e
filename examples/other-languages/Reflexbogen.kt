package org.example.reflexbogen

data class AcceptResponseInput(
    val response: Any,
    val version: Int? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["response"] as Any,
      args["version"] as Int?
  )
}

data class Account(
    val disabledAt: java.time.OffsetDateTime?,
    val email: String?,
    val hasProvider: Boolean,
    val id: Any,
    val locale: String,
    val name: String?,
    val roles: Iterable<AccountRole>,
    val sessionsFrom: java.time.OffsetDateTime?
)

data class AccountConnection(
    val edges: Iterable<AccountEdge>,
    val pageInfo: PageInfo,
    val totalCount: Int
)

data class AccountEdge(
    val cursor: String,
    val node: Account
)

data class AccountError(
    val code: AccountErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why nothing was changed. */
enum class AccountErrorCode(val label: String) {
      NamedByProvider("NAMED_BY_PROVIDER"),
      NoSuchMunicipality("NO_SUCH_MUNICIPALITY"),
      NoSuchPerson("NO_SUCH_PERSON"),
      NoSuchStudy("NO_SUCH_STUDY"),
      OutsideYourStudies("OUTSIDE_YOUR_STUDIES"),
      RoleDoesNotFit("ROLE_DOES_NOT_FIT");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): AccountErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class AccountPayload(
    val account: Account?,
    val errors: Iterable<AccountError>
)

data class AccountRole(
    val department: String?,
    val municipality: String?,
    val role: Role,
    val signatory: Boolean,
    val singleAnswers: Boolean,
    val study: String?
)

data class AccountRoleInput(
    val department: String? = null,
    val municipality: String? = null,
    val role: Role,
    val signatory: Boolean = false,
    val singleAnswers: Boolean = false,
    val study: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["department"] as String?,
      args["municipality"] as String?,
      args["role"] as Role,
      args["signatory"] as Boolean? ?: false,
      args["singleAnswers"] as Boolean? ?: false,
      args["study"] as String?
  )
}

data class AffectedSeries(
    val freezes: Iterable<String>,
    val rounds: Iterable<String>,
    val study: String
)

data class AgreementDisagreementsArgs(
    val after: String? = null,
    val first: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["first"] as Int
  )
}
data class Agreement(
    val agree: Int?,
    val comparable: Int?,
    val computed: Delta,
    val disagreements: DisagreementConnection,
    val reported: Delta
)

data class AnswerCheckMessageArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class AnswerCheck(
    val message: String,
    val rule: String,
    val translations: Iterable<Translation>
)

data class AnswerCheckInput(
    val message: Iterable<TranslationInput>,
    val rule: String
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["message"]!!.let { message -> (message as List<Map<String, Any>>).map { TranslationInput(it) } },
      args["rule"] as String
  )
}

data class AnswerConflict(
    val question: String,
    val revision: Int,
    val savedAt: java.time.OffsetDateTime?,
    val savedBy: Person?,
    val theirs: Any?,
    val yours: Any?
)

data class AnswerInput(
    val basedOnRevision: Int? = null,
    val comment: String? = null,
    val provenance: Provenance? = null,
    val question: String,
    val value: AnswerValueInput? = null
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["basedOnRevision"] as Int?,
      args["comment"] as String?,
      args["provenance"] as Provenance?,
      args["question"] as String,
      args["value"]?.let { AnswerValueInput(it as Map<String, Any>) }
  )
}

data class AnswerRevision(
    val client: String?,
    val comment: String?,
    val from: String?,
    val provenance: Provenance,
    val revision: Int,
    val role: String,
    val savedAt: java.time.OffsetDateTime,
    val savedBy: Person,
    val to: String?
)

data class AnswerValueInput(
    val boolean: Boolean? = null,
    val level: String? = null,
    val levels: Iterable<String>? = null,
    val missing: String? = null,
    val number: Float? = null,
    val text: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["boolean"] as Boolean?,
      args["level"] as String?,
      args["levels"] as Iterable<String>?,
      args["missing"] as String?,
      args["number"] as Float?,
      args["text"] as String?
  )
}

data class ApiToken(
    val access: ApiTokenAccess,
    val createdAt: java.time.OffsetDateTime,
    val expiresAt: java.time.OffsetDateTime,
    val id: Any,
    val lastUsedAt: java.time.OffsetDateTime?,
    val name: String,
    val revokedAt: java.time.OffsetDateTime?,
    val roles: Iterable<Role>
)

/** What a personal token may do. */
enum class ApiTokenAccess(val label: String) {
      Read("READ"),
      Write("WRITE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ApiTokenAccess? {
      return values().find { it.label == label }
    }
  }
}

data class ArchiveQuestionsError(
    val code: ArchiveQuestionsErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why no question was archived. */
enum class ArchiveQuestionsErrorCode(val label: String) {
      UnknownQuestion("UNKNOWN_QUESTION"),
      UnknownTemplate("UNKNOWN_TEMPLATE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ArchiveQuestionsErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ArchiveQuestionsInput(
    val questions: Iterable<String>,
    val reason: String? = null,
    val template: String
) {
  constructor(args: Map<String, Any>) : this(
      args["questions"] as Iterable<String>,
      args["reason"] as String?,
      args["template"] as String
  )
}

data class ArchiveQuestionsPayload(
    val archivedQuestions: Iterable<ArchivedQuestion>,
    val errors: Iterable<ArchiveQuestionsError>
)

data class ArchivedQuestion(
    val archivedAt: java.time.OffsetDateTime,
    val code: String,
    val reason: String?
)

data class AttributeLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Attribute(
    val code: String,
    val label: String,
    val values: Iterable<AttributeValue>
)

data class AttributeFilterInput(
    val at: RoundSide = RoundSide.TO,
    val code: String,
    val in: Iterable<String>
) {
  constructor(args: Map<String, Any>) : this(
      args["at"] as RoundSide? ?: RoundSide.TO,
      args["code"] as String,
      args["in"] as Iterable<String>
  )
}

data class AttributeGroup(
    val attribute: String,
    val value: String?
)

data class AttributeValueLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class AttributeValue(
    val code: String,
    val label: String
)

data class AttributeValueInput(
    val attribute: String,
    val value: String
) {
  constructor(args: Map<String, Any>) : this(
      args["attribute"] as String,
      args["value"] as String
  )
}

data class AuditFault(
    val chain: String,
    val kind: AuditFaultKind,
    val message: String,
    val number: Int
)

/** What is wrong with a chain. */
enum class AuditFaultKind(val label: String) {
      Changed("CHANGED"),
      Missing("MISSING"),
      Reordered("REORDERED"),
      Truncated("TRUNCATED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): AuditFaultKind? {
      return values().find { it.label == label }
    }
  }
}

data class AuditVerification(
    val checkpoints: Int,
    val events: Int,
    val faults: Iterable<AuditFault>,
    val sheets: Int
)

/** Where a change comes from. */
enum class Basis(val label: String) {
      Computed("COMPUTED"),
      Reported("REPORTED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): Basis? {
      return values().find { it.label == label }
    }
  }
}

data class BooleanValueLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class BooleanValue(
    val boolean: Boolean,
    val canonical: String,
    val label: String
)

data class Box(
    val levels: Iterable<String>,
    val name: String
)

data class BoxInput(
    val levels: Iterable<String>,
    val name: String
) {
  constructor(args: Map<String, Any>) : this(
      args["levels"] as Iterable<String>,
      args["name"] as String
  )
}

data class CarriedOver(
    val description: String,
    val kind: CarriedOverKind
)

/** What a new round took over. */
enum class CarriedOverKind(val label: String) {
      Disclosure("DISCLOSURE"),
      Panel("PANEL"),
      Window("WINDOW");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): CarriedOverKind? {
      return values().find { it.label == label }
    }
  }
}

/** What of a question has changed. */
enum class ChangeAspect(val label: String) {
      Boxes("BOXES"),
      Grid("GRID"),
      Help("HELP"),
      Levels("LEVELS"),
      LevelsArchived("LEVELS_ARCHIVED"),
      LevelLabels("LEVEL_LABELS"),
      LevelOrder("LEVEL_ORDER"),
      MissingCodes("MISSING_CODES"),
      Module("MODULE"),
      Ordered("ORDERED"),
      Polarity("POLARITY"),
      Prior("PRIOR"),
      Range("RANGE"),
      ReportsChange("REPORTS_CHANGE"),
      Required("REQUIRED"),
      Rules("RULES"),
      Text("TEXT"),
      Translation("TRANSLATION"),
      Type("TYPE"),
      Unit("UNIT");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ChangeAspect? {
      return values().find { it.label == label }
    }
  }
}

data class ChangePanelError(
    val code: ChangePanelErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a panel was not changed. */
enum class ChangePanelErrorCode(val label: String) {
      InvalidChange("INVALID_CHANGE"),
      UnknownAttribute("UNKNOWN_ATTRIBUTE"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ChangePanelErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ChangePanelInput(
    val changes: Iterable<PanelChangeInput>,
    val study: String
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["changes"]!!.let { changes -> (changes as List<Map<String, Any>>).map { PanelChangeInput(it) } },
      args["study"] as String
  )
}

data class ChangePanelPayload(
    val errors: Iterable<ChangePanelError>,
    val municipalities: Iterable<Municipality>
)

data class ChangeSummary(
    val lowerQuartile: Float?,
    val maximum: Float?,
    val mean: Float?,
    val median: Float?,
    val minimum: Float?,
    val n: Int,
    val standardDeviation: Float?,
    val upperQuartile: Float?
)

data class ChangeWindowError(
    val code: ChangeWindowErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a window was not changed. */
enum class ChangeWindowErrorCode(val label: String) {
      InvalidWindow("INVALID_WINDOW"),
      NotOpen("NOT_OPEN"),
      UnknownRound("UNKNOWN_ROUND"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ChangeWindowErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ChangeWindowPayload(
    val errors: Iterable<ChangeWindowError>,
    val round: Round?
)

data class Checkpoint(
    val at: java.time.OffsetDateTime,
    val hash: String,
    val heads: Int,
    val keyId: String,
    val number: Int,
    val publicKey: String,
    val signature: String
)

data class CloseQueryInput(
    val query: Int,
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["query"] as Int,
      args["response"] as Any
  )
}

data class CloseRoundInput(
    val reason: String,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["reason"] as String,
      args["round"] as String,
      args["study"] as String
  )
}

data class ComparisonDeltasArgs(
    val orderBy: DeltaOrder = DeltaOrder.QUESTION
) {
  constructor(args: Map<String, Any>) : this(
      args["orderBy"] as DeltaOrder? ?: DeltaOrder.QUESTION
  )
}
data class ComparisonTextsArgs(
    val after: String? = null,
    val first: Int,
    val question: String
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["first"] as Int,
      args["question"] as String
  )
}
data class Comparison(
    val agreements: Iterable<Agreement>,
    val deltas: Iterable<Delta>,
    val from: Round,
    val panelSize: Int,
    val texts: TextPairConnection,
    val to: Round
)

data class CompletionCount(
    val count: Int,
    val municipalities: Iterable<CompletionMunicipality>,
    val stage: CompletionStage
)

data class CompletionGroup(
    val counts: Iterable<CompletionCount>,
    val members: Int,
    val value: String?
)

data class CompletionMunicipality(
    val code: String,
    val name: String
)

/** How far a sheet is. */
enum class CompletionStage(val label: String) {
      Accepted("ACCEPTED"),
      Invited("INVITED"),
      Opened("OPENED"),
      Returned("RETURNED"),
      Started("STARTED"),
      Submitted("SUBMITTED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): CompletionStage? {
      return values().find { it.label == label }
    }
  }
}

data class CorrectRoundError(
    val code: CorrectRoundErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a round was not corrected. */
enum class CorrectRoundErrorCode(val label: String) {
      NotALaterRevision("NOT_A_LATER_REVISION"),
      NotEditorial("NOT_EDITORIAL"),
      NotPublished("NOT_PUBLISHED"),
      RoundClosed("ROUND_CLOSED"),
      UnknownQuestionSet("UNKNOWN_QUESTION_SET"),
      UnknownRound("UNKNOWN_ROUND"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): CorrectRoundErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class CorrectRoundInput(
    val questionSet: Any,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["questionSet"] as Any,
      args["round"] as String,
      args["study"] as String
  )
}

data class CorrectRoundPayload(
    val errors: Iterable<CorrectRoundError>,
    val movedSheets: Int,
    val round: Round?
)

data class CreateApiTokenError(
    val code: CreateApiTokenErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why no token was created. */
enum class CreateApiTokenErrorCode(val label: String) {
      NotInPerson("NOT_IN_PERSON"),
      NoSuchRole("NO_SUCH_ROLE"),
      TooManyTokens("TOO_MANY_TOKENS");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): CreateApiTokenErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class CreateApiTokenInput(
    val access: ApiTokenAccess,
    val expiresInDays: Int,
    val name: String,
    val roles: Iterable<Role>
) {
  constructor(args: Map<String, Any>) : this(
      args["access"] as ApiTokenAccess,
      args["expiresInDays"] as Int,
      args["name"] as String,
      args["roles"] as Iterable<Role>
  )
}

data class CreateApiTokenPayload(
    val apiToken: ApiToken?,
    val errors: Iterable<CreateApiTokenError>,
    val token: String?
)

data class CrossedGroup(
    val tally: Tally,
    val transitions: Iterable<Transition>,
    val values: Iterable<AttributeGroup>
)

data class DataExport(
    val downloadPath: String?,
    val expiresAt: java.time.OffsetDateTime?,
    val fileName: String,
    val format: DataFormat,
    val id: Any,
    val percent: Int,
    val status: DataExportStatus
)

/** State of a data export. */
enum class DataExportStatus(val label: String) {
      Failed("FAILED"),
      Ready("READY"),
      Running("RUNNING");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): DataExportStatus? {
      return values().find { it.label == label }
    }
  }
}

/** Format of a data file. */
enum class DataFormat(val label: String) {
      DdiCodebook("DDI_CODEBOOK"),
      LongCsv("LONG_CSV"),
      Parquet("PARQUET"),
      RScript("R_SCRIPT"),
      SdmxCsv("SDMX_CSV"),
      Spss("SPSS"),
      Stata("STATA"),
      WideCsv("WIDE_CSV"),
      Xlsx("XLSX");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): DataFormat? {
      return values().find { it.label == label }
    }
  }
}

data class DeadJob(
    val error: String?,
    val failedAt: java.time.OffsetDateTime,
    val handler: String,
    val id: Any
)

data class DeadJobConnection(
    val edges: Iterable<DeadJobEdge>,
    val pageInfo: PageInfo,
    val totalCount: Int
)

data class DeadJobEdge(
    val cursor: String,
    val node: DeadJob
)

data class DeltaCrossedGroupsArgs(
    val at: RoundSide = RoundSide.TO,
    val by: Iterable<String>
) {
  constructor(args: Map<String, Any>) : this(
      args["at"] as RoundSide? ?: RoundSide.TO,
      args["by"] as Iterable<String>
  )
}
data class DeltaDistributionArgs(
    val round: RoundSide
) {
  constructor(args: Map<String, Any>) : this(
      args["round"] as RoundSide
  )
}
data class DeltaGroupsArgs(
    val at: RoundSide = RoundSide.TO,
    val by: String
) {
  constructor(args: Map<String, Any>) : this(
      args["at"] as RoundSide? ?: RoundSide.TO,
      args["by"] as String
  )
}
data class DeltaLevelShareArgs(
    val box: String,
    val round: RoundSide
) {
  constructor(args: Map<String, Any>) : this(
      args["box"] as String,
      args["round"] as RoundSide
  )
}
data class DeltaMunicipalitiesArgs(
    val after: String? = null,
    val direction: Direction? = null,
    val exclusion: ExclusionReason? = null,
    val first: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["direction"] as Direction?,
      args["exclusion"] as ExclusionReason?,
      args["first"] as Int
  )
}
data class DeltaSentenceArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Delta(
    val basis: Basis,
    val change: ChangeSummary?,
    val citation: String?,
    val comparability: Verdict?,
    val crossedGroups: Iterable<CrossedGroup>,
    val distribution: Iterable<LevelCount>,
    val groups: Iterable<DeltaGroup>,
    val levelShare: LevelShare?,
    val municipalities: DeltaMunicipalityConnection,
    val notes: Iterable<String>,
    val option: DeltaOption?,
    val polarity: Polarity,
    val question: Question,
    val sentence: String,
    val statistics: DeltaStatistics?,
    val suppressed: Boolean,
    val tally: Tally?,
    val transitions: Iterable<Transition>
)

data class DeltaGroup(
    val suppressed: Boolean,
    val tally: Tally?,
    val transitions: Iterable<Transition>,
    val value: String?
)

data class DeltaMunicipality(
    val direction: Direction?,
    val exclusion: ExclusionReason?,
    val from: Any?,
    val municipality: Municipality,
    val to: Any?
)

data class DeltaMunicipalityConnection(
    val edges: Iterable<DeltaMunicipalityEdge>,
    val pageInfo: PageInfo,
    val totalCount: Int
)

data class DeltaMunicipalityEdge(
    val cursor: String,
    val node: DeltaMunicipality
)

data class DeltaOptionLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class DeltaOption(
    val code: String,
    val label: String
)

/** Order of the deltas; ties keep the order of the question set. */
enum class DeltaOrder(val label: String) {
      ChangedDesc("CHANGED_DESC"),
      DecreasedDesc("DECREASED_DESC"),
      ImprovedDesc("IMPROVED_DESC"),
      IncreasedDesc("INCREASED_DESC"),
      NetDesc("NET_DESC"),
      PValueAsc("P_VALUE_ASC"),
      Question("QUESTION"),
      WorsenedDesc("WORSENED_DESC");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): DeltaOrder? {
      return values().find { it.label == label }
    }
  }
}

data class DeltaStatisticsShareIncreasedArgs(
    val method: IntervalMethod = IntervalMethod.WILSON
) {
  constructor(args: Map<String, Any>) : this(
      args["method"] as IntervalMethod? ?: IntervalMethod.WILSON
  )
}
data class DeltaStatisticsSignedRankArgs(
    val zeros: ZeroHandling
) {
  constructor(args: Map<String, Any>) : this(
      args["zeros"] as ZeroHandling
  )
}
data class DeltaStatistics(
    val assumption: String,
    val marginalHomogeneity: MarginalHomogeneity?,
    val shareIncreased: ShareInterval?,
    val signTest: SignTest?,
    val signedRank: SignedRankTest?
)

data class Department(
    val code: String,
    val name: String
)

/** How a difference is written. */
enum class DiffFormat(val label: String) {
      Markdown("MARKDOWN"),
      Text("TEXT");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): DiffFormat? {
      return values().find { it.label == label }
    }
  }
}

/** Direction of a change from the earlier to the later round. */
enum class Direction(val label: String) {
      Decreased("DECREASED"),
      Increased("INCREASED"),
      Unchanged("UNCHANGED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): Direction? {
      return values().find { it.label == label }
    }
  }
}

data class Disagreement(
    val computed: Direction,
    val municipality: Municipality,
    val reported: Direction
)

data class DisagreementConnection(
    val edges: Iterable<DisagreementEdge>,
    val pageInfo: PageInfo,
    val totalCount: Int
)

data class DisagreementEdge(
    val cursor: String,
    val node: Disagreement
)

data class DisclosurePolicy(
    val breakdowns: Iterable<String>,
    val singleAnswers: SingleAnswersRule,
    val smallestBase: Int
)

data class DraftQuestionSetError(
    val code: DraftQuestionSetErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a draft was not made. */
enum class DraftQuestionSetErrorCode(val label: String) {
      DraftExists("DRAFT_EXISTS"),
      InvalidModules("INVALID_MODULES"),
      InvalidYear("INVALID_YEAR"),
      UnknownBase("UNKNOWN_BASE"),
      UnknownTemplate("UNKNOWN_TEMPLATE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): DraftQuestionSetErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class DraftQuestionSetInput(
    val basedOn: QuestionSetReferenceInput? = null,
    val modules: Iterable<ModuleReferenceInput> = listOf(),
    val template: String,
    val year: Int
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["basedOn"]?.let { QuestionSetReferenceInput(it as Map<String, Any>) },
      args["modules"]?.let { modules -> (modules as List<Map<String, Any>>).map { ModuleReferenceInput(it) } } ?: listOf(),
      args["template"] as String,
      args["year"] as Int
  )
}

data class DraftQuestionSetPayload(
    val errors: Iterable<DraftQuestionSetError>,
    val questionSet: QuestionSet?
)

data class EndSessionsInput(
    val id: Any? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any?
  )
}

data class ErasePersonError(
    val code: ErasePersonErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a person was not erased. */
enum class ErasePersonErrorCode(val label: String) {
      UnknownPerson("UNKNOWN_PERSON");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ErasePersonErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ErasePersonInput(
    val person: Any,
    val reason: String
) {
  constructor(args: Map<String, Any>) : this(
      args["person"] as Any,
      args["reason"] as String
  )
}

data class ErasePersonPayload(
    val erased: Boolean,
    val errors: Iterable<ErasePersonError>
)

data class Exclusion(
    val count: Int,
    val reason: ExclusionReason
)

/** Why a municipality is not comparable. When several apply, the first in the order of comparison.md wins. */
enum class ExclusionReason(val label: String) {
      CarriedOver("CARRIED_OVER"),
      DontKnow("DONT_KNOW"),
      NotApplicable("NOT_APPLICABLE"),
      NotAsked("NOT_ASKED"),
      NotComparable("NOT_COMPARABLE"),
      NotInPanel("NOT_IN_PANEL"),
      NoAnswer("NO_ANSWER"),
      NoResponseBoth("NO_RESPONSE_BOTH"),
      NoResponseFrom("NO_RESPONSE_FROM"),
      NoResponseTo("NO_RESPONSE_TO"),
      Refused("REFUSED"),
      Skipped("SKIPPED"),
      UnitChanged("UNIT_CHANGED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ExclusionReason? {
      return values().find { it.label == label }
    }
  }
}

data class ExportDataError(
    val code: ExportDataErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why no export was started. */
enum class ExportDataErrorCode(val label: String) {
      SingleAnswersProtected("SINGLE_ANSWERS_PROTECTED"),
      TooManyExports("TOO_MANY_EXPORTS"),
      UnknownFreeze("UNKNOWN_FREEZE"),
      UnknownRound("UNKNOWN_ROUND"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ExportDataErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ExportDataInput(
    val format: DataFormat,
    val freeze: String? = null,
    val locale: String = """de""".trimIndent(),
    val rounds: Iterable<String>? = null,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["format"] as DataFormat,
      args["freeze"] as String?,
      args["locale"] as String? ?: """de""".trimIndent(),
      args["rounds"] as Iterable<String>?,
      args["study"] as String
  )
}

data class ExportDataPayload(
    val errors: Iterable<ExportDataError>,
    val export: DataExport?
)

data class ExportStudyError(
    val code: ExportStudyErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why there is no export. */
enum class ExportStudyErrorCode(val label: String) {
      SingleAnswersProtected("SINGLE_ANSWERS_PROTECTED"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ExportStudyErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ExportStudyInput(
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["study"] as String
  )
}

data class ExportStudyPayload(
    val downloadPath: String?,
    val errors: Iterable<ExportStudyError>
)

data class ExtensionError(
    val code: ExtensionErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why an extension was not granted or taken back. */
enum class ExtensionErrorCode(val label: String) {
      NotFound("NOT_FOUND"),
      NotLater("NOT_LATER");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ExtensionErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ExtensionPayload(
    val errors: Iterable<ExtensionError>,
    val response: Any?,
    val window: SheetWindow?
)

data class FieldChange(
    val field: String,
    val from: String?,
    val to: String?
)

data class FieldConflict(
    val base: String?,
    val path: Iterable<String>,
    val theirs: String?,
    val yours: String?
)

data class FigureMove(
    val cause: MoveCause,
    val count: Int,
    val municipalities: Iterable<Municipality>
)

data class Freeze(
    val name: String,
    val note: String?,
    val releasedAt: java.time.OffsetDateTime?,
    val takenAt: java.time.OffsetDateTime,
    val takenByName: String
)

data class FreezeDiff(
    val a: Freeze,
    val b: Freeze,
    val figures: Iterable<MovedFigure>
)

data class GrantExtensionInput(
    val closesAt: java.time.OffsetDateTime? = null,
    val municipality: String,
    val reason: String,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["closesAt"] as java.time.OffsetDateTime?,
      args["municipality"] as String,
      args["reason"] as String,
      args["round"] as String,
      args["study"] as String
  )
}

data class GridAxisItemTextArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class GridAxisItem(
    val code: String,
    val text: String,
    val translations: Iterable<Translation>
)

data class GridAxisItemInput(
    val code: String,
    val text: Iterable<TranslationInput>
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["code"] as String,
      args["text"]!!.let { text -> (text as List<Map<String, Any>>).map { TranslationInput(it) } }
  )
}

data class GridCell(
    val code: String,
    val column: String,
    val row: String
)

data class IgnoredPart(
    val what: String,
    val why: String
)

data class Import(
    val answers: Int,
    val dryRun: Boolean,
    val faultCount: Int,
    val faults: Iterable<PackageFault>,
    val id: Any,
    val municipalities: Int,
    val percent: Int,
    val status: ImportStatus,
    val study: String?,
    val submissions: Int,
    val unchanged: Boolean
)

/** State of an import. */
enum class ImportStatus(val label: String) {
      Failed("FAILED"),
      Refused("REFUSED"),
      Running("RUNNING"),
      Succeeded("SUCCEEDED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ImportStatus? {
      return values().find { it.label == label }
    }
  }
}

data class ImportStudyError(
    val code: ImportStudyErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why an import was not started. */
enum class ImportStudyErrorCode(val label: String) {
      UnknownUpload("UNKNOWN_UPLOAD");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ImportStudyErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ImportStudyInput(
    val dryRun: Boolean = false,
    val upload: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["dryRun"] as Boolean? ?: false,
      args["upload"] as Any
  )
}

data class ImportStudyPayload(
    val errors: Iterable<ImportStudyError>,
    val import: Import?
)

/** How a 95 % interval is made. */
enum class IntervalMethod(val label: String) {
      ClopperPearson("CLOPPER_PEARSON"),
      Wilson("WILSON");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): IntervalMethod? {
      return values().find { it.label == label }
    }
  }
}

data class InvitationError(
    val code: InvitationErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why nobody was written to. */
enum class InvitationErrorCode(val label: String) {
      UnknownMunicipality("UNKNOWN_MUNICIPALITY"),
      UnknownRound("UNKNOWN_ROUND"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): InvitationErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class InvitationPayload(
    val errors: Iterable<InvitationError>,
    val mails: Int,
    val municipalities: Int,
    val withoutAddress: Iterable<String>
)

data class IssueDevelopmentTokenError(
    val code: IssueDevelopmentTokenErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why no token was issued. */
enum class IssueDevelopmentTokenErrorCode(val label: String) {
      NotInDevelopment("NOT_IN_DEVELOPMENT"),
      NotLocal("NOT_LOCAL"),
      RespondentNeedsMunicipality("RESPONDENT_NEEDS_MUNICIPALITY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): IssueDevelopmentTokenErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class IssueDevelopmentTokenInput(
    val department: String? = null,
    val municipality: String? = null,
    val name: String? = null,
    val role: Role,
    val signatory: Boolean = true,
    val singleAnswers: Boolean = true,
    val study: String? = null,
    val ttlSeconds: Int = 3600
) {
  constructor(args: Map<String, Any>) : this(
      args["department"] as String?,
      args["municipality"] as String?,
      args["name"] as String?,
      args["role"] as Role,
      args["signatory"] as Boolean? ?: true,
      args["singleAnswers"] as Boolean? ?: true,
      args["study"] as String?,
      args["ttlSeconds"] as Int? ?: 3600
  )
}

data class IssueDevelopmentTokenPayload(
    val errors: Iterable<IssueDevelopmentTokenError>,
    val expiresAt: java.time.OffsetDateTime?,
    val token: String?
)

data class JoinInput(
    val municipality: NewMunicipalityInput,
    val year: Int
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      NewMunicipalityInput(args["municipality"] as Map<String, Any>),
      args["year"] as Int
  )
}

data class KeptCheckpointInput(
    val hash: String,
    val number: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["hash"] as String,
      args["number"] as Int
  )
}

data class LeaveInput(
    val municipality: String,
    val year: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["municipality"] as String,
      args["year"] as Int
  )
}

data class LevelLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Level(
    val archived: Boolean,
    val code: String,
    val direction: Direction?,
    val label: String,
    val translations: Iterable<Translation>
)

data class LevelCount(
    val count: Int,
    val value: String
)

data class LevelInput(
    val archived: Boolean = false,
    val code: String,
    val direction: Direction? = null,
    val label: Iterable<TranslationInput>
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["archived"] as Boolean? ?: false,
      args["code"] as String,
      args["direction"] as Direction?,
      args["label"]!!.let { label -> (label as List<Map<String, Any>>).map { TranslationInput(it) } }
  )
}

data class LevelMapping(
    val from: String,
    val to: String
)

data class LevelMappingInput(
    val from: String,
    val to: String
) {
  constructor(args: Map<String, Any>) : this(
      args["from"] as String,
      args["to"] as String
  )
}

data class LevelShare(
    val count: Int,
    val exclusions: Iterable<Exclusion>,
    val of: Int
)

data class LevelValueLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class LevelValue(
    val canonical: String,
    val label: String,
    val level: String
)

data class LevelsValueLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class LevelsValue(
    val canonical: String,
    val label: String,
    val levels: Iterable<String>
)

data class ListedQuestion(
    val code: String,
    val section: String
)

data class Mail(
    val attempts: Int,
    val createdAt: java.time.OffsetDateTime,
    val id: Any,
    val kind: MailKind,
    val lastError: String?,
    val municipality: String?,
    val recipientAddress: String?,
    val recipientName: String?,
    val round: String?,
    val sentAt: java.time.OffsetDateTime?,
    val status: MailStatus
)

data class MailConnection(
    val edges: Iterable<MailEdge>,
    val hasServer: Boolean,
    val pageInfo: PageInfo,
    val totalCount: Int
)

data class MailEdge(
    val cursor: String,
    val node: Mail
)

/** What a mail is about. */
enum class MailKind(val label: String) {
      Accepted("ACCEPTED"),
      Extension("EXTENSION"),
      Invitation("INVITATION"),
      Query("QUERY"),
      Receipt("RECEIPT"),
      Reminder("REMINDER"),
      Returned("RETURNED"),
      SignInLink("SIGN_IN_LINK");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): MailKind? {
      return values().find { it.label == label }
    }
  }
}

data class MailPreview(
    val alreadyThere: Int,
    val mails: Iterable<PreviewedMail>,
    val recipients: Int,
    val withoutAddress: Int
)

/** What became of a mail. */
enum class MailStatus(val label: String) {
      Cancelled("CANCELLED"),
      Dead("DEAD"),
      Queued("QUEUED"),
      Sent("SENT");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): MailStatus? {
      return values().find { it.label == label }
    }
  }
}

data class MarginalHomogeneity(
    val chiSquared: Float,
    val degreesOfFreedom: Int,
    val pValue: Float
)

data class MergeInput(
    val carriesOn: String? = null,
    val into: NewMunicipalityInput,
    val parts: Iterable<String>,
    val year: Int
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["carriesOn"] as String?,
      NewMunicipalityInput(args["into"] as Map<String, Any>),
      args["parts"] as Iterable<String>,
      args["year"] as Int
  )
}

data class MergedField(
    val path: Iterable<String>
)

data class MissingCodeLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class MissingCode(
    val code: String,
    val kind: MissingKind,
    val label: String,
    val translations: Iterable<Translation>
)

data class MissingCodeInput(
    val code: String,
    val kind: MissingKind,
    val label: Iterable<TranslationInput>
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["code"] as String,
      args["kind"] as MissingKind,
      args["label"]!!.let { label -> (label as List<Map<String, Any>>).map { TranslationInput(it) } }
  )
}

/** Why an answer is not a value. */
enum class MissingKind(val label: String) {
      DontKnow("DONT_KNOW"),
      NotApplicable("NOT_APPLICABLE"),
      Refused("REFUSED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): MissingKind? {
      return values().find { it.label == label }
    }
  }
}

data class MissingTranslation(
    val key: String,
    val locale: String,
    val source: String
)

data class MissingValueLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class MissingValue(
    val canonical: String,
    val kind: MissingKind,
    val label: String,
    val missing: String
)

data class ModuleTitleArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Module(
    val code: String,
    val revisions: Iterable<ModuleRevision>,
    val title: String
)

data class ModuleReference(
    val code: String,
    val revision: Int
)

data class ModuleReferenceInput(
    val code: String,
    val revision: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["code"] as String,
      args["revision"] as Int
  )
}

data class ModuleRevision(
    val contentHash: String,
    val publishedAt: java.time.OffsetDateTime,
    val revision: Int,
    val sections: Iterable<Section>
)

/** Why a municipality counts otherwise in a later freeze. */
enum class MoveCause(val label: String) {
      ChangedPanel("CHANGED_PANEL"),
      ChangedVerdict("CHANGED_VERDICT"),
      Correction("CORRECTION"),
      LateSubmission("LATE_SUBMISSION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): MoveCause? {
      return values().find { it.label == label }
    }
  }
}

data class MoveWindowInput(
    val closesAt: java.time.OffsetDateTime? = null,
    val opensAt: java.time.OffsetDateTime? = null,
    val reason: String,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["closesAt"] as java.time.OffsetDateTime?,
      args["opensAt"] as java.time.OffsetDateTime?,
      args["reason"] as String,
      args["round"] as String,
      args["study"] as String
  )
}

data class MovedFigure(
    val after: Tally?,
    val before: Tally?,
    val comparabilityAfter: Verdict?,
    val comparabilityBefore: Verdict?,
    val from: String,
    val moves: Iterable<FigureMove>,
    val option: DeltaOption?,
    val question: Question,
    val to: String
)

data class MovedQuestion(
    val code: String,
    val fromPosition: Int,
    val fromSection: String,
    val toPosition: Int,
    val toSection: String
)

data class Municipality(
    val attributes: Iterable<MunicipalityAttribute>,
    val code: String,
    val name: String,
    val officialKey: String?
)

data class MunicipalityAttribute(
    val attribute: String,
    val round: String?,
    val value: String
)

data class MunicipalityConnection(
    val edges: Iterable<MunicipalityEdge>,
    val pageInfo: PageInfo,
    val totalCount: Int
)

data class MunicipalityEdge(
    val cursor: String,
    val node: Municipality
)

data class MunicipalityFilterInput(
    val and: Iterable<MunicipalityFilterInput>? = null,
    val attribute: AttributeFilterInput? = null,
    val codes: Iterable<String>? = null,
    val not: MunicipalityFilterInput? = null,
    val or: Iterable<MunicipalityFilterInput>? = null
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["and"]?.let { and -> (and as List<Map<String, Any>>).map { MunicipalityFilterInput(it) } },
      args["attribute"]?.let { AttributeFilterInput(it as Map<String, Any>) },
      args["codes"] as Iterable<String>?,
      args["not"]?.let { MunicipalityFilterInput(it as Map<String, Any>) },
      args["or"]?.let { or -> (or as List<Map<String, Any>>).map { MunicipalityFilterInput(it) } }
  )
}

data class MutationAcceptResponseArgs(
    val input: AcceptResponseInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      AcceptResponseInput(args["input"] as Map<String, Any>)
  )
}
data class MutationAnnouncePresenceArgs(
    val response: Any,
    val section: String
) {
  constructor(args: Map<String, Any>) : this(
      args["response"] as Any,
      args["section"] as String
  )
}
data class MutationAnswerQueryArgs(
    val input: QueryMessageInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      QueryMessageInput(args["input"] as Map<String, Any>)
  )
}
data class MutationArchiveQuestionsArgs(
    val input: ArchiveQuestionsInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ArchiveQuestionsInput(args["input"] as Map<String, Any>)
  )
}
data class MutationAskAgainArgs(
    val input: QueryMessageInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      QueryMessageInput(args["input"] as Map<String, Any>)
  )
}
data class MutationChangePanelArgs(
    val input: ChangePanelInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ChangePanelInput(args["input"] as Map<String, Any>)
  )
}
data class MutationCloseQueryArgs(
    val input: CloseQueryInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      CloseQueryInput(args["input"] as Map<String, Any>)
  )
}
data class MutationCloseRoundArgs(
    val input: CloseRoundInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      CloseRoundInput(args["input"] as Map<String, Any>)
  )
}
data class MutationCorrectRoundArgs(
    val input: CorrectRoundInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      CorrectRoundInput(args["input"] as Map<String, Any>)
  )
}
data class MutationCreateApiTokenArgs(
    val input: CreateApiTokenInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      CreateApiTokenInput(args["input"] as Map<String, Any>)
  )
}
data class MutationDisablePersonArgs(
    val input: PersonInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      PersonInput(args["input"] as Map<String, Any>)
  )
}
data class MutationDraftQuestionSetArgs(
    val input: DraftQuestionSetInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      DraftQuestionSetInput(args["input"] as Map<String, Any>)
  )
}
data class MutationEnablePersonArgs(
    val input: PersonInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      PersonInput(args["input"] as Map<String, Any>)
  )
}
data class MutationEndSessionsArgs(
    val input: EndSessionsInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      EndSessionsInput(args["input"] as Map<String, Any>)
  )
}
data class MutationErasePersonArgs(
    val input: ErasePersonInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ErasePersonInput(args["input"] as Map<String, Any>)
  )
}
data class MutationExportDataArgs(
    val input: ExportDataInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ExportDataInput(args["input"] as Map<String, Any>)
  )
}
data class MutationExportStudyArgs(
    val input: ExportStudyInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ExportStudyInput(args["input"] as Map<String, Any>)
  )
}
data class MutationGrantExtensionArgs(
    val input: GrantExtensionInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      GrantExtensionInput(args["input"] as Map<String, Any>)
  )
}
data class MutationImportStudyArgs(
    val input: ImportStudyInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ImportStudyInput(args["input"] as Map<String, Any>)
  )
}
data class MutationIssueDevelopmentTokenArgs(
    val input: IssueDevelopmentTokenInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      IssueDevelopmentTokenInput(args["input"] as Map<String, Any>)
  )
}
data class MutationMoveWindowArgs(
    val input: MoveWindowInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      MoveWindowInput(args["input"] as Map<String, Any>)
  )
}
data class MutationOpenQueryArgs(
    val input: OpenQueryInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      OpenQueryInput(args["input"] as Map<String, Any>)
  )
}
data class MutationOpenRoundArgs(
    val input: OpenRoundInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      OpenRoundInput(args["input"] as Map<String, Any>)
  )
}
data class MutationPlanRoundArgs(
    val input: PlanRoundInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      PlanRoundInput(args["input"] as Map<String, Any>)
  )
}
data class MutationPublishModuleArgs(
    val input: PublishModuleInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      PublishModuleInput(args["input"] as Map<String, Any>)
  )
}
data class MutationPublishQuestionSetArgs(
    val input: PublishQuestionSetInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      PublishQuestionSetInput(args["input"] as Map<String, Any>)
  )
}
data class MutationReadQuestionnaireArgs(
    val input: ReadQuestionnaireInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ReadQuestionnaireInput(args["input"] as Map<String, Any>)
  )
}
data class MutationReadSheetFileArgs(
    val input: ReadSheetFileInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ReadSheetFileInput(args["input"] as Map<String, Any>)
  )
}
data class MutationRedeemSignInLinkArgs(
    val input: RedeemSignInLinkInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      RedeemSignInLinkInput(args["input"] as Map<String, Any>)
  )
}
data class MutationReleaseFreezeArgs(
    val input: ReleaseFreezeInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ReleaseFreezeInput(args["input"] as Map<String, Any>)
  )
}
data class MutationRequestSignInLinkArgs(
    val input: RequestSignInLinkInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      RequestSignInLinkInput(args["input"] as Map<String, Any>)
  )
}
data class MutationRequireLocalesArgs(
    val input: RequireLocalesInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      RequireLocalesInput(args["input"] as Map<String, Any>)
  )
}
data class MutationRestoreQuestionSetArgs(
    val input: RestoreQuestionSetInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      RestoreQuestionSetInput(args["input"] as Map<String, Any>)
  )
}
data class MutationRetryJobArgs(
    val input: RetryJobInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      RetryJobInput(args["input"] as Map<String, Any>)
  )
}
data class MutationRetryMailArgs(
    val input: RetryMailInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      RetryMailInput(args["input"] as Map<String, Any>)
  )
}
data class MutationReturnResponseArgs(
    val input: ReturnResponseInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      ReturnResponseInput(args["input"] as Map<String, Any>)
  )
}
data class MutationRevokeApiTokenArgs(
    val input: RevokeApiTokenInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      RevokeApiTokenInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSaveAnswersArgs(
    val input: SaveAnswersInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SaveAnswersInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSaveDepartmentArgs(
    val input: SaveDepartmentInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SaveDepartmentInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSavePersonArgs(
    val input: SavePersonInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SavePersonInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSaveQuestionSetArgs(
    val input: SaveQuestionSetInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SaveQuestionSetInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSaveSharedScaleArgs(
    val input: SaveSharedScaleInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SaveSharedScaleInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSendInvitationsArgs(
    val input: SendInvitationsInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SendInvitationsInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSendRemindersArgs(
    val input: SendRemindersInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SendRemindersInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSetDisclosurePolicyArgs(
    val input: SetDisclosurePolicyInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SetDisclosurePolicyInput(args["input"] as Map<String, Any>)
  )
}
data class MutationSignCheckpointArgs(
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["study"] as String
  )
}
data class MutationSubmitResponseArgs(
    val input: SubmitResponseInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      SubmitResponseInput(args["input"] as Map<String, Any>)
  )
}
data class MutationTakeFreezeArgs(
    val input: TakeFreezeInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      TakeFreezeInput(args["input"] as Map<String, Any>)
  )
}
data class MutationUpdateSectionArgs(
    val input: UpdateSectionInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      UpdateSectionInput(args["input"] as Map<String, Any>)
  )
}
data class MutationWithdrawExtensionArgs(
    val input: WithdrawExtensionInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      WithdrawExtensionInput(args["input"] as Map<String, Any>)
  )
}
data class Mutation(
    val acceptResponse: ReviewPayload,
    val announcePresence: Iterable<PresentPerson>,
    val answerQuery: ReviewPayload,
    val archiveQuestions: ArchiveQuestionsPayload,
    val askAgain: ReviewPayload,
    val changePanel: ChangePanelPayload,
    val closeQuery: ReviewPayload,
    val closeRound: ChangeWindowPayload,
    val correctRound: CorrectRoundPayload,
    val createApiToken: CreateApiTokenPayload,
    val disablePerson: AccountPayload,
    val draftQuestionSet: DraftQuestionSetPayload,
    val enablePerson: AccountPayload,
    val endSessions: AccountPayload,
    val erasePerson: ErasePersonPayload,
    val exportData: ExportDataPayload,
    val exportStudy: ExportStudyPayload,
    val grantExtension: ExtensionPayload,
    val importStudy: ImportStudyPayload,
    val issueDevelopmentToken: IssueDevelopmentTokenPayload,
    val moveWindow: ChangeWindowPayload,
    val openQuery: ReviewPayload,
    val openRound: OpenRoundPayload,
    val planRound: PlanRoundPayload,
    val publishModule: PublishModulePayload,
    val publishQuestionSet: PublishQuestionSetPayload,
    val readQuestionnaire: ReadQuestionnairePayload,
    val readSheetFile: ReadSheetFilePayload,
    val redeemSignInLink: RedeemSignInLinkPayload,
    val releaseFreeze: ReleaseFreezePayload,
    val requestSignInLink: RequestSignInLinkPayload,
    val requireLocales: RequireLocalesPayload,
    val restoreQuestionSet: SaveQuestionSetPayload,
    val retryJob: RetryJobPayload,
    val retryMail: RetryMailPayload,
    val returnResponse: ReviewPayload,
    val revokeApiToken: RevokeApiTokenPayload,
    val saveAnswers: SaveAnswersPayload,
    val saveDepartment: SaveDepartmentPayload,
    val savePerson: AccountPayload,
    val saveQuestionSet: SaveQuestionSetPayload,
    val saveSharedScale: SaveSharedScalePayload,
    val sendInvitations: InvitationPayload,
    val sendReminders: InvitationPayload,
    val setDisclosurePolicy: SetDisclosurePolicyPayload,
    val signCheckpoint: Checkpoint?,
    val submitResponse: SubmitResponsePayload,
    val takeFreeze: TakeFreezePayload,
    val updateSection: UpdateSectionPayload,
    val withdrawExtension: ExtensionPayload
)

data class NewMunicipalityInput(
    val attributes: Iterable<AttributeValueInput> = listOf(),
    val code: String,
    val name: String,
    val officialKey: String? = null
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["attributes"]?.let { attributes -> (attributes as List<Map<String, Any>>).map { AttributeValueInput(it) } } ?: listOf(),
      args["code"] as String,
      args["name"] as String,
      args["officialKey"] as String?
  )
}

data class NotTakenOver(
    val column: String?,
    val row: Int,
    val sheet: String,
    val what: String,
    val why: String
)

data class NumberValueLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class NumberValue(
    val canonical: String,
    val label: String,
    val number: Float
)

data class OpenQueryInput(
    val question: String,
    val response: Any,
    val text: String
) {
  constructor(args: Map<String, Any>) : this(
      args["question"] as String,
      args["response"] as Any,
      args["text"] as String
  )
}

data class OpenRoundError(
    val code: OpenRoundErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a round was not opened. */
enum class OpenRoundErrorCode(val label: String) {
      CodeTaken("CODE_TAKEN"),
      InvalidWindow("INVALID_WINDOW"),
      NotPublished("NOT_PUBLISHED"),
      OtherTemplate("OTHER_TEMPLATE"),
      UnknownQuestionSet("UNKNOWN_QUESTION_SET"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): OpenRoundErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class OpenRoundInput(
    val closesAt: java.time.OffsetDateTime,
    val code: String,
    val opensAt: java.time.OffsetDateTime? = null,
    val questionSet: Any,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["closesAt"] as java.time.OffsetDateTime,
      args["code"] as String,
      args["opensAt"] as java.time.OffsetDateTime?,
      args["questionSet"] as Any,
      args["study"] as String
  )
}

data class OpenRoundPayload(
    val errors: Iterable<OpenRoundError>,
    val round: Round?
)

data class PackageFault(
    val code: String,
    val column: Int?,
    val expected: String,
    val file: String,
    val line: Int?,
    val message: String
)

data class PageInfo(
    val endCursor: String?,
    val hasNextPage: Boolean
)

data class PanelChangeInput(
    val join: JoinInput? = null,
    val leave: LeaveInput? = null,
    val merge: MergeInput? = null,
    val split: SplitInput? = null
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["join"]?.let { JoinInput(it as Map<String, Any>) },
      args["leave"]?.let { LeaveInput(it as Map<String, Any>) },
      args["merge"]?.let { MergeInput(it as Map<String, Any>) },
      args["split"]?.let { SplitInput(it as Map<String, Any>) }
  )
}

data class Person(
    val name: String
)

data class PersonInput(
    val id: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any
  )
}

data class PersonalDataFile(
    val base64: String,
    val mediaType: String,
    val name: String
)

data class PlanRoundError(
    val code: PlanRoundErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a round was not planned. */
enum class PlanRoundErrorCode(val label: String) {
      CodeTaken("CODE_TAKEN"),
      InvalidWindow("INVALID_WINDOW"),
      NotLater("NOT_LATER"),
      NotPublished("NOT_PUBLISHED"),
      OtherTemplate("OTHER_TEMPLATE"),
      UnknownQuestionSet("UNKNOWN_QUESTION_SET"),
      UnknownRound("UNKNOWN_ROUND"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): PlanRoundErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class PlanRoundInput(
    val basedOn: String,
    val closesAt: java.time.OffsetDateTime? = null,
    val code: String,
    val opensAt: java.time.OffsetDateTime? = null,
    val questionSet: Any,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["basedOn"] as String,
      args["closesAt"] as java.time.OffsetDateTime?,
      args["code"] as String,
      args["opensAt"] as java.time.OffsetDateTime?,
      args["questionSet"] as Any,
      args["study"] as String
  )
}

data class PlanRoundPayload(
    val carriedOver: Iterable<CarriedOver>,
    val errors: Iterable<PlanRoundError>,
    val round: Round?
)

/** Whether a higher level is worse or better. Never changes a count. */
enum class Polarity(val label: String) {
      HigherIsBetter("HIGHER_IS_BETTER"),
      HigherIsWorse("HIGHER_IS_WORSE"),
      Neutral("NEUTRAL");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): Polarity? {
      return values().find { it.label == label }
    }
  }
}

data class PresentPerson(
    val person: Person,
    val section: String,
    val seenAt: java.time.OffsetDateTime
)

data class PreviewAnswerInput(
    val comment: String? = null,
    val previous: AnswerValueInput? = null,
    val question: String,
    val value: AnswerValueInput? = null
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["comment"] as String?,
      args["previous"]?.let { AnswerValueInput(it as Map<String, Any>) },
      args["question"] as String,
      args["value"]?.let { AnswerValueInput(it as Map<String, Any>) }
  )
}

data class PreviewError(
    val code: PreviewErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why the sheet could not be handed in. */
enum class PreviewErrorCode(val label: String) {
      CommentRequired("COMMENT_REQUIRED"),
      InvalidValue("INVALID_VALUE"),
      Required("REQUIRED"),
      RuleNotMet("RULE_NOT_MET"),
      UnknownQuestion("UNKNOWN_QUESTION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): PreviewErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class PreviewSheetInput(
    val answers: Iterable<PreviewAnswerInput> = listOf(),
    val questionSet: Any
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["answers"]?.let { answers -> (answers as List<Map<String, Any>>).map { PreviewAnswerInput(it) } } ?: listOf(),
      args["questionSet"] as Any
  )
}

data class PreviewedMail(
    val html: String,
    val isThereAlready: Boolean,
    val locale: String,
    val municipality: String,
    val recipientAddress: String?,
    val recipientName: String?,
    val subject: String,
    val text: String
)

data class PreviousAnswer(
    val comparability: Verdict,
    val round: Round,
    val value: Any
)

/** Whether last round's answer is shown to the municipality beside a question. */
enum class PriorPolicy(val label: String) {
      Confirm("CONFIRM"),
      None("NONE"),
      Show("SHOW"),
      ShowAfter("SHOW_AFTER");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): PriorPolicy? {
      return values().find { it.label == label }
    }
  }
}

/** Why a verdict is proposed. */
enum class ProposalReason(val label: String) {
      LabelsEdited("LABELS_EDITED"),
      LevelsChanged("LEVELS_CHANGED"),
      LevelsMapped("LEVELS_MAPPED"),
      Same("SAME"),
      TextEdited("TEXT_EDITED"),
      TextRewritten("TEXT_REWRITTEN"),
      TypeChanged("TYPE_CHANGED"),
      UnitChanged("UNIT_CHANGED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ProposalReason? {
      return values().find { it.label == label }
    }
  }
}

/** How an answer came about. */
enum class Provenance(val label: String) {
      CarriedOver("CARRIED_OVER"),
      Confirmed("CONFIRMED"),
      Imported("IMPORTED"),
      Typed("TYPED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): Provenance? {
      return values().find { it.label == label }
    }
  }
}

data class PublishModuleError(
    val code: PublishModuleErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a module was not published. */
enum class PublishModuleErrorCode(val label: String) {
      InvalidDocument("INVALID_DOCUMENT"),
      Unchanged("UNCHANGED"),
      UnknownTemplate("UNKNOWN_TEMPLATE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): PublishModuleErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class PublishModuleInput(
    val code: String,
    val scales: Iterable<ScaleInput>,
    val sections: Iterable<SectionInput>,
    val template: String,
    val title: Iterable<TranslationInput>
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["code"] as String,
      args["scales"]!!.let { scales -> (scales as List<Map<String, Any>>).map { ScaleInput(it) } },
      args["sections"]!!.let { sections -> (sections as List<Map<String, Any>>).map { SectionInput(it) } },
      args["template"] as String,
      args["title"]!!.let { title -> (title as List<Map<String, Any>>).map { TranslationInput(it) } }
  )
}

data class PublishModulePayload(
    val errors: Iterable<PublishModuleError>,
    val module: Module?
)

data class PublishQuestionSetError(
    val code: PublishQuestionSetErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a question set was not published. */
enum class PublishQuestionSetErrorCode(val label: String) {
      CodeArchived("CODE_ARCHIVED"),
      InvalidDocument("INVALID_DOCUMENT"),
      ModuleDiffers("MODULE_DIFFERS"),
      NeverVisible("NEVER_VISIBLE"),
      NotADraft("NOT_A_DRAFT"),
      NotFound("NOT_FOUND"),
      StaleVersion("STALE_VERSION"),
      TranslationMissing("TRANSLATION_MISSING"),
      VerdictMissing("VERDICT_MISSING");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): PublishQuestionSetErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class PublishQuestionSetInput(
    val id: Any,
    val version: Int? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any,
      args["version"] as Int?
  )
}

data class PublishQuestionSetPayload(
    val errors: Iterable<PublishQuestionSetError>,
    val questionSet: QuestionSet?
)

data class QueryAccountArgs(
    val id: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any
  )
}
data class QueryAccountsArgs(
    val after: String? = null,
    val first: Int,
    val search: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["first"] as Int,
      args["search"] as String?
  )
}
data class QueryAnswerRevisionsArgs(
    val question: String,
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["question"] as String,
      args["response"] as Any
  )
}
data class QueryComparisonArgs(
    val asOf: java.time.OffsetDateTime? = null,
    val excludeCarriedOver: Boolean = false,
    val filter: MunicipalityFilterInput? = null,
    val freeze: String? = null,
    val from: String,
    val pattern: String? = null,
    val questions: Iterable<String>? = null,
    val sections: Iterable<String>? = null,
    val study: String,
    val to: String
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["asOf"] as java.time.OffsetDateTime?,
      args["excludeCarriedOver"] as Boolean? ?: false,
      args["filter"]?.let { MunicipalityFilterInput(it as Map<String, Any>) },
      args["freeze"] as String?,
      args["from"] as String,
      args["pattern"] as String?,
      args["questions"] as Iterable<String>?,
      args["sections"] as Iterable<String>?,
      args["study"] as String,
      args["to"] as String
  )
}
data class QueryCompletionArgs(
    val by: String? = null,
    val first: Int,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["by"] as String?,
      args["first"] as Int,
      args["round"] as String,
      args["study"] as String
  )
}
data class QueryDataExportArgs(
    val id: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any
  )
}
data class QueryDeadJobsArgs(
    val after: String? = null,
    val first: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["first"] as Int
  )
}
data class QueryDepartmentsArgs(
    val municipality: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["municipality"] as String,
      args["study"] as String
  )
}
data class QueryFreezeDiffArgs(
    val a: String,
    val b: String,
    val from: String? = null,
    val study: String,
    val to: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["a"] as String,
      args["b"] as String,
      args["from"] as String?,
      args["study"] as String,
      args["to"] as String?
  )
}
data class QueryImportArgs(
    val id: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any
  )
}
data class QueryMailPreviewArgs(
    val first: Int,
    val kind: RoundMailKind,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["first"] as Int,
      args["kind"] as RoundMailKind,
      args["round"] as String,
      args["study"] as String
  )
}
data class QueryMailsArgs(
    val after: String? = null,
    val first: Int,
    val round: String? = null,
    val status: MailStatus? = null,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["first"] as Int,
      args["round"] as String?,
      args["status"] as MailStatus?,
      args["study"] as String
  )
}
data class QueryMySheetArgs(
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["round"] as String,
      args["study"] as String
  )
}
data class QueryPersonalDataArgs(
    val person: Any? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["person"] as Any?
  )
}
data class QueryPreviewSheetArgs(
    val input: PreviewSheetInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      PreviewSheetInput(args["input"] as Map<String, Any>)
  )
}
data class QueryQuestionSetArgs(
    val id: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any
  )
}
data class QueryQuestionSetDiffArgs(
    val defaultLocale: String = """de""".trimIndent(),
    val from: Any,
    val to: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["defaultLocale"] as String? ?: """de""".trimIndent(),
      args["from"] as Any,
      args["to"] as Any
  )
}
data class QueryRoundTypesArgs(
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["round"] as String,
      args["study"] as String
  )
}
data class QuerySeriesArgs(
    val asOf: java.time.OffsetDateTime? = null,
    val excludeCarriedOver: Boolean = false,
    val filter: MunicipalityFilterInput? = null,
    val freeze: String? = null,
    val option: String? = null,
    val question: String,
    val rounds: Iterable<String>? = null,
    val study: String
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["asOf"] as java.time.OffsetDateTime?,
      args["excludeCarriedOver"] as Boolean? ?: false,
      args["filter"]?.let { MunicipalityFilterInput(it as Map<String, Any>) },
      args["freeze"] as String?,
      args["option"] as String?,
      args["question"] as String,
      args["rounds"] as Iterable<String>?,
      args["study"] as String
  )
}
data class QuerySheetArgs(
    val municipality: String,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["municipality"] as String,
      args["round"] as String,
      args["study"] as String
  )
}
data class QuerySheetEventsArgs(
    val after: String? = null,
    val first: Int,
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["first"] as Int,
      args["response"] as Any
  )
}
data class QuerySheetFileArgs(
    val format: SheetFileFormat,
    val locale: String? = null,
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["format"] as SheetFileFormat,
      args["locale"] as String?,
      args["response"] as Any
  )
}
data class QuerySheetQueriesArgs(
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["response"] as Any
  )
}
data class QueryStudyArgs(
    val slug: String
) {
  constructor(args: Map<String, Any>) : this(
      args["slug"] as String
  )
}
data class QuerySubmissionDifferencesArgs(
    val from: Int,
    val response: Any,
    val to: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["from"] as Int,
      args["response"] as Any,
      args["to"] as Int
  )
}
data class QuerySubmissionsArgs(
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["response"] as Any
  )
}
data class QueryTemplateArgs(
    val slug: String
) {
  constructor(args: Map<String, Any>) : this(
      args["slug"] as String
  )
}
data class QueryVerifyAuditArgs(
    val kept: Iterable<KeptCheckpointInput>? = null,
    val study: String
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["kept"]?.let { kept -> (kept as List<Map<String, Any>>).map { KeptCheckpointInput(it) } },
      args["study"] as String
  )
}
data class QueryVerifyReceiptArgs(
    val receipt: String,
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["receipt"] as String,
      args["response"] as Any
  )
}
data class Query(
    val account: Account?,
    val accounts: AccountConnection,
    val answerRevisions: Iterable<AnswerRevision>,
    val comparison: Comparison?,
    val completion: Iterable<CompletionGroup>?,
    val dataExport: DataExport?,
    val deadJobs: DeadJobConnection,
    val departments: Iterable<Department>?,
    val freezeDiff: FreezeDiff?,
    val import: Import?,
    val mailPreview: MailPreview?,
    val mails: MailConnection?,
    val myApiTokens: Iterable<ApiToken>,
    val mySheet: Sheet?,
    val personalData: PersonalDataFile?,
    val previewSheet: SheetPreview?,
    val questionSet: QuestionSet?,
    val questionSetDiff: QuestionSetDiff?,
    val roundTypes: String?,
    val series: Series?,
    val sharedScales: Iterable<SharedScale>,
    val sheet: Sheet?,
    val sheetEvents: SheetEventConnection,
    val sheetFile: SheetFile?,
    val sheetQueries: Iterable<SheetQuery>?,
    val signInMethods: Iterable<SignInMethod>,
    val studies: Iterable<Study>,
    val study: Study?,
    val submissionDifferences: Iterable<SubmissionDifference>,
    val submissions: Iterable<Submission>,
    val template: Template?,
    val verifyAudit: AuditVerification?,
    val verifyReceipt: ReceiptVerification,
    val viewer: Viewer?
)

data class QueryInput(
    val question: String,
    val text: String
) {
  constructor(args: Map<String, Any>) : this(
      args["question"] as String,
      args["text"] as String
  )
}

data class QueryMessage(
    val at: java.time.OffsetDateTime,
    val author: Person,
    val text: String
)

data class QueryMessageInput(
    val query: Int,
    val response: Any,
    val text: String
) {
  constructor(args: Map<String, Any>) : this(
      args["query"] as Int,
      args["response"] as Any,
      args["text"] as String
  )
}

/** State of a reviewer's query. */
enum class QueryStatus(val label: String) {
      Answered("ANSWERED"),
      Closed("CLOSED"),
      Open("OPEN");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): QueryStatus? {
      return values().find { it.label == label }
    }
  }
}

data class QuestionHelpArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class QuestionTextArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class QuestionUnitArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Question(
    val code: String,
    val columns: Iterable<GridAxisItem>,
    val decimals: Int?,
    val grid: GridCell?,
    val help: String?,
    val helpTranslations: Iterable<Translation>,
    val max: Float?,
    val min: Float?,
    val module: String?,
    val plausible: AnswerCheck?,
    val polarity: Polarity,
    val prior: PriorPolicy,
    val reportsChangeOf: ReportedChange?,
    val required: Boolean,
    val requiredIf: String?,
    val rows: Iterable<GridAxisItem>,
    val scale: Scale?,
    val since: Since?,
    val text: String,
    val toleranceAbsolute: Float?,
    val tolerancePercent: Float?,
    val translations: Iterable<Translation>,
    val type: QuestionType,
    val unit: String?,
    val unitTranslations: Iterable<Translation>,
    val valid: AnswerCheck?,
    val visibleIf: String?
)

data class QuestionChangeProposalArgs(
    val locale: String = """de""".trimIndent()
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String? ?: """de""".trimIndent()
  )
}
data class QuestionChange(
    val affected: Iterable<AffectedSeries>,
    val aspects: Iterable<ChangeAspect>,
    val breaksSeries: Boolean,
    val code: String,
    val fields: Iterable<FieldChange>,
    val proposal: VerdictProposal?,
    val section: String,
    val texts: Iterable<TextChange>,
    val verdict: Verdict?
)

data class QuestionInput(
    val code: String,
    val columns: Iterable<GridAxisItemInput> = listOf(),
    val decimals: Int? = null,
    val help: Iterable<TranslationInput> = listOf(),
    val max: Float? = null,
    val min: Float? = null,
    val module: String? = null,
    val plausible: AnswerCheckInput? = null,
    val polarity: Polarity? = null,
    val prior: PriorPolicy? = null,
    val reportsChangeOf: ReportedChangeInput? = null,
    val required: Boolean = false,
    val requiredIf: String? = null,
    val rows: Iterable<GridAxisItemInput> = listOf(),
    val scale: String? = null,
    val since: SinceInput? = null,
    val text: Iterable<TranslationInput>,
    val toleranceAbsolute: Float? = null,
    val tolerancePercent: Float? = null,
    val type: QuestionType,
    val unit: Iterable<TranslationInput> = listOf(),
    val valid: AnswerCheckInput? = null,
    val visibleIf: String? = null
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["code"] as String,
      args["columns"]?.let { columns -> (columns as List<Map<String, Any>>).map { GridAxisItemInput(it) } } ?: listOf(),
      args["decimals"] as Int?,
      args["help"]?.let { help -> (help as List<Map<String, Any>>).map { TranslationInput(it) } } ?: listOf(),
      args["max"] as Float?,
      args["min"] as Float?,
      args["module"] as String?,
      args["plausible"]?.let { AnswerCheckInput(it as Map<String, Any>) },
      args["polarity"] as Polarity?,
      args["prior"] as PriorPolicy?,
      args["reportsChangeOf"]?.let { ReportedChangeInput(it as Map<String, Any>) },
      args["required"] as Boolean? ?: false,
      args["requiredIf"] as String?,
      args["rows"]?.let { rows -> (rows as List<Map<String, Any>>).map { GridAxisItemInput(it) } } ?: listOf(),
      args["scale"] as String?,
      args["since"]?.let { SinceInput(it as Map<String, Any>) },
      args["text"]!!.let { text -> (text as List<Map<String, Any>>).map { TranslationInput(it) } },
      args["toleranceAbsolute"] as Float?,
      args["tolerancePercent"] as Float?,
      args["type"] as QuestionType,
      args["unit"]?.let { unit -> (unit as List<Map<String, Any>>).map { TranslationInput(it) } } ?: listOf(),
      args["valid"]?.let { AnswerCheckInput(it as Map<String, Any>) },
      args["visibleIf"] as String?
  )
}

data class QuestionSetFileArgs(
    val format: QuestionnaireFormat,
    val previous: String? = null,
    val source: String? = null,
    val target: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["format"] as QuestionnaireFormat,
      args["previous"] as String?,
      args["source"] as String?,
      args["target"] as String?
  )
}
data class QuestionSetMissingTranslationsArgs(
    val locales: Iterable<String>
) {
  constructor(args: Map<String, Any>) : this(
      args["locales"] as Iterable<String>
  )
}
data class QuestionSet(
    val contentHash: String?,
    val file: QuestionnaireFile,
    val id: Any,
    val missingTranslations: Iterable<MissingTranslation>,
    val modules: Iterable<ModuleReference>,
    val publicationErrors: Iterable<PublishQuestionSetError>,
    val publishedAt: java.time.OffsetDateTime?,
    val revision: Int,
    val sections: Iterable<Section>,
    val status: QuestionSetStatus,
    val version: Int,
    val versions: Iterable<QuestionSetVersion>,
    val year: Int
)

data class QuestionSetDiffTextArgs(
    val format: DiffFormat = DiffFormat.MARKDOWN,
    val locale: String = """de""".trimIndent()
) {
  constructor(args: Map<String, Any>) : this(
      args["format"] as DiffFormat? ?: DiffFormat.MARKDOWN,
      args["locale"] as String? ?: """de""".trimIndent()
  )
}
data class QuestionSetDiff(
    val added: Iterable<ListedQuestion>,
    val addedSections: Iterable<String>,
    val brokenUnchanged: Iterable<String>,
    val changed: Iterable<QuestionChange>,
    val moved: Iterable<MovedQuestion>,
    val removed: Iterable<ListedQuestion>,
    val removedSections: Iterable<String>,
    val retitledSections: Iterable<SectionTitleChange>,
    val text: String,
    val unchanged: Int
)

data class QuestionSetDocumentInput(
    val modules: Iterable<ModuleReferenceInput> = listOf(),
    val scales: Iterable<ScaleInput>,
    val sections: Iterable<SectionInput>
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["modules"]?.let { modules -> (modules as List<Map<String, Any>>).map { ModuleReferenceInput(it) } } ?: listOf(),
      args["scales"]!!.let { scales -> (scales as List<Map<String, Any>>).map { ScaleInput(it) } },
      args["sections"]!!.let { sections -> (sections as List<Map<String, Any>>).map { SectionInput(it) } }
  )
}

data class QuestionSetReferenceInput(
    val revision: Int,
    val year: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["revision"] as Int,
      args["year"] as Int
  )
}

/** State of a question set. */
enum class QuestionSetStatus(val label: String) {
      Draft("DRAFT"),
      Published("PUBLISHED"),
      Retired("RETIRED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): QuestionSetStatus? {
      return values().find { it.label == label }
    }
  }
}

data class QuestionSetVersion(
    val restoredFrom: Int?,
    val savedAt: java.time.OffsetDateTime,
    val savedByName: String,
    val version: Int
)

/** What kind of answer a question takes. */
enum class QuestionType(val label: String) {
      Boolean("BOOLEAN"),
      Choice("CHOICE"),
      Grid("GRID"),
      MultiChoice("MULTI_CHOICE"),
      Number("NUMBER"),
      Scale("SCALE"),
      Text("TEXT");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): QuestionType? {
      return values().find { it.label == label }
    }
  }
}

data class QuestionnaireFault(
    val column: String?,
    val expected: String,
    val line: Int?,
    val message: String,
    val sheet: String?
)

data class QuestionnaireFile(
    val base64: String,
    val mediaType: String,
    val name: String
)

/** As what a question set leaves the system, or comes in. */
enum class QuestionnaireFormat(val label: String) {
      Json("JSON"),
      TranslationCsv("TRANSLATION_CSV"),
      Xliff("XLIFF"),
      Xlsform("XLSFORM"),
      Yaml("YAML");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): QuestionnaireFormat? {
      return values().find { it.label == label }
    }
  }
}

data class ReadQuestionnaireError(
    val code: ReadQuestionnaireErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a file was not saved. */
enum class ReadQuestionnaireErrorCode(val label: String) {
      InvalidDocument("INVALID_DOCUMENT"),
      InvalidFile("INVALID_FILE"),
      NotADraft("NOT_A_DRAFT"),
      NotFound("NOT_FOUND"),
      OtherTemplate("OTHER_TEMPLATE"),
      StaleVersion("STALE_VERSION"),
      UnknownUpload("UNKNOWN_UPLOAD"),
      UnknownVersion("UNKNOWN_VERSION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ReadQuestionnaireErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ReadQuestionnaireInput(
    val format: QuestionnaireFormat,
    val id: Any,
    val language: String? = null,
    val upload: Any,
    val version: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["format"] as QuestionnaireFormat,
      args["id"] as Any,
      args["language"] as String?,
      args["upload"] as Any,
      args["version"] as Int
  )
}

data class ReadQuestionnairePayload(
    val conflict: SaveConflict?,
    val errors: Iterable<ReadQuestionnaireError>,
    val faults: Iterable<QuestionnaireFault>,
    val merged: Iterable<MergedField>,
    val notTakenOver: Iterable<NotTakenOver>,
    val questionSet: QuestionSet?
)

data class ReadSheetFileError(
    val code: ReadSheetFileErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a file was not taken over. */
enum class ReadSheetFileErrorCode(val label: String) {
      NotFound("NOT_FOUND"),
      NotSaved("NOT_SAVED"),
      StaleVersion("STALE_VERSION"),
      UnreadableFile("UNREADABLE_FILE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ReadSheetFileErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ReadSheetFileInput(
    val base64: String,
    val dryRun: Boolean = true,
    val emptyDeletes: Boolean = false,
    val idempotencyKey: String,
    val response: Any,
    val version: Int? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["base64"] as String,
      args["dryRun"] as Boolean? ?: true,
      args["emptyDeletes"] as Boolean? ?: false,
      args["idempotencyKey"] as String,
      args["response"] as Any,
      args["version"] as Int?
  )
}

data class ReadSheetFilePayload(
    val conflicts: Iterable<AnswerConflict>,
    val differences: Iterable<SheetDifference>,
    val errors: Iterable<ReadSheetFileError>,
    val faults: Iterable<SheetFileFault>,
    val ignored: Iterable<IgnoredPart>,
    val response: Response?,
    val saved: Iterable<SavedAnswer>
)

data class ReceiptVerification(
    val submission: Submission?,
    val valid: Boolean
)

data class RedeemSignInLinkError(
    val code: RedeemSignInLinkErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why nobody was signed in. */
enum class RedeemSignInLinkErrorCode(val label: String) {
      InvalidLink("INVALID_LINK");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RedeemSignInLinkErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class RedeemSignInLinkInput(
    val secret: String
) {
  constructor(args: Map<String, Any>) : this(
      args["secret"] as String
  )
}

data class RedeemSignInLinkPayload(
    val errors: Iterable<RedeemSignInLinkError>,
    val expiresAt: java.time.OffsetDateTime?,
    val token: String?
)

data class ReleaseFreezeError(
    val code: ReleaseFreezeErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a freeze was not released. */
enum class ReleaseFreezeErrorCode(val label: String) {
      AlreadyReleased("ALREADY_RELEASED"),
      PanelChanged("PANEL_CHANGED"),
      UnknownFreeze("UNKNOWN_FREEZE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ReleaseFreezeErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ReleaseFreezeInput(
    val name: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["name"] as String,
      args["study"] as String
  )
}

data class ReleaseFreezePayload(
    val errors: Iterable<ReleaseFreezeError>,
    val freeze: Freeze?
)

data class ReportedChange(
    val question: String,
    val since: Int
)

data class ReportedChangeInput(
    val question: String,
    val since: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["question"] as String,
      args["since"] as Int
  )
}

data class RequestSignInLinkError(
    val code: RequestSignInLinkErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why no link is sent to anybody. */
enum class RequestSignInLinkErrorCode(val label: String) {
      NotConfigured("NOT_CONFIGURED"),
      TooManyRequests("TOO_MANY_REQUESTS");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RequestSignInLinkErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class RequestSignInLinkInput(
    val email: String
) {
  constructor(args: Map<String, Any>) : this(
      args["email"] as String
  )
}

data class RequestSignInLinkPayload(
    val errors: Iterable<RequestSignInLinkError>,
    val taken: Boolean
)

data class RequireLocalesError(
    val code: RequireLocalesErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why the languages were not changed. */
enum class RequireLocalesErrorCode(val label: String) {
      UnknownTemplate("UNKNOWN_TEMPLATE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RequireLocalesErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class RequireLocalesInput(
    val locales: Iterable<String>,
    val template: String
) {
  constructor(args: Map<String, Any>) : this(
      args["locales"] as Iterable<String>,
      args["template"] as String
  )
}

data class RequireLocalesPayload(
    val errors: Iterable<RequireLocalesError>,
    val locales: Iterable<String>
)

data class Response(
    val cursor: String,
    val id: Any,
    val receipt: String?,
    val status: ResponseStatus,
    val submissionNumber: Int?,
    val submittedAt: java.time.OffsetDateTime?,
    val version: Int
)

/** State of one municipality's sheet in one round. */
enum class ResponseStatus(val label: String) {
      Accepted("ACCEPTED"),
      Draft("DRAFT"),
      NotStarted("NOT_STARTED"),
      Returned("RETURNED"),
      Submitted("SUBMITTED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ResponseStatus? {
      return values().find { it.label == label }
    }
  }
}

data class RestoreQuestionSetInput(
    val id: Any,
    val to: Int,
    val version: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any,
      args["to"] as Int,
      args["version"] as Int
  )
}

data class RetryJobError(
    val code: RetryJobErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a job was not queued again. */
enum class RetryJobErrorCode(val label: String) {
      UnknownJob("UNKNOWN_JOB");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RetryJobErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class RetryJobInput(
    val job: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["job"] as Any
  )
}

data class RetryJobPayload(
    val errors: Iterable<RetryJobError>,
    val handler: String?
)

data class RetryMailError(
    val code: RetryMailErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a mail was not queued again. */
enum class RetryMailErrorCode(val label: String) {
      NotDead("NOT_DEAD"),
      SecretGone("SECRET_GONE"),
      UnknownMail("UNKNOWN_MAIL");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RetryMailErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class RetryMailInput(
    val mail: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["mail"] as Any
  )
}

data class RetryMailPayload(
    val errors: Iterable<RetryMailError>,
    val mail: Mail?
)

data class ReturnResponseInput(
    val queries: Iterable<QueryInput>? = null,
    val reason: String,
    val response: Any,
    val version: Int? = null
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["queries"]?.let { queries -> (queries as List<Map<String, Any>>).map { QueryInput(it) } },
      args["reason"] as String,
      args["response"] as Any,
      args["version"] as Int?
  )
}

data class ReviewError(
    val code: ReviewErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why an act of the review was refused. */
enum class ReviewErrorCode(val label: String) {
      NotAcceptable("NOT_ACCEPTABLE"),
      NotFound("NOT_FOUND"),
      NotHandedIn("NOT_HANDED_IN"),
      NotReturnable("NOT_RETURNABLE"),
      NotYoursToAnswer("NOT_YOURS_TO_ANSWER"),
      OpenQueries("OPEN_QUERIES"),
      QueryClosed("QUERY_CLOSED"),
      StaleVersion("STALE_VERSION"),
      UnknownQuery("UNKNOWN_QUERY"),
      UnknownQuestion("UNKNOWN_QUESTION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ReviewErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class ReviewPayload(
    val errors: Iterable<ReviewError>,
    val queries: Iterable<SheetQuery>,
    val response: Response?
)

data class RevokeApiTokenError(
    val code: RevokeApiTokenErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why nothing was revoked. */
enum class RevokeApiTokenErrorCode(val label: String) {
      NoSuchToken("NO_SUCH_TOKEN");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RevokeApiTokenErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class RevokeApiTokenInput(
    val id: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["id"] as Any
  )
}

data class RevokeApiTokenPayload(
    val apiToken: ApiToken?,
    val errors: Iterable<RevokeApiTokenError>
)

/** What a person may do. */
enum class Role(val label: String) {
      Admin("ADMIN"),
      Analyst("ANALYST"),
      Designer("DESIGNER"),
      Respondent("RESPONDENT"),
      Reviewer("REVIEWER");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): Role? {
      return values().find { it.label == label }
    }
  }
}

data class Round(
    val closesAt: java.time.OffsetDateTime,
    val code: String,
    val opensAt: java.time.OffsetDateTime,
    val questionSet: QuestionSet?,
    val status: RoundStatus,
    val year: Int
)

/** Mails that go to a whole round. */
enum class RoundMailKind(val label: String) {
      Invitation("INVITATION"),
      Reminder("REMINDER");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RoundMailKind? {
      return values().find { it.label == label }
    }
  }
}

/** Which of the two rounds of a comparison. */
enum class RoundSide(val label: String) {
      From("FROM"),
      To("TO");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RoundSide? {
      return values().find { it.label == label }
    }
  }
}

/** State of a round. */
enum class RoundStatus(val label: String) {
      Closed("CLOSED"),
      Open("OPEN"),
      Planned("PLANNED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): RoundStatus? {
      return values().find { it.label == label }
    }
  }
}

data class SaveAnswersError(
    val code: SaveAnswersErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why answers were not saved. */
enum class SaveAnswersErrorCode(val label: String) {
      DuplicateQuestion("DUPLICATE_QUESTION"),
      IdempotencyKeyReused("IDEMPOTENCY_KEY_REUSED"),
      InvalidValue("INVALID_VALUE"),
      NotEditable("NOT_EDITABLE"),
      NotFound("NOT_FOUND"),
      NotThePriorAnswer("NOT_THE_PRIOR_ANSWER"),
      NotYourSection("NOT_YOUR_SECTION"),
      RoundNotOpen("ROUND_NOT_OPEN"),
      UnknownQuestion("UNKNOWN_QUESTION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SaveAnswersErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class SaveAnswersInput(
    val answers: Iterable<AnswerInput>,
    val idempotencyKey: String,
    val response: Any
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["answers"]!!.let { answers -> (answers as List<Map<String, Any>>).map { AnswerInput(it) } },
      args["idempotencyKey"] as String,
      args["response"] as Any
  )
}

data class SaveAnswersPayload(
    val conflicts: Iterable<AnswerConflict>,
    val errors: Iterable<SaveAnswersError>,
    val response: Response?,
    val saved: Iterable<SavedAnswer>
)

data class SaveConflict(
    val fields: Iterable<FieldConflict>,
    val theirs: QuestionSet,
    val yours: QuestionSet
)

data class SaveDepartmentInput(
    val code: String,
    val municipality: String,
    val name: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["code"] as String,
      args["municipality"] as String,
      args["name"] as String,
      args["study"] as String
  )
}

data class SaveDepartmentPayload(
    val departments: Iterable<Department>,
    val errors: Iterable<SectionError>
)

data class SavePersonInput(
    val email: String? = null,
    val id: Any? = null,
    val locale: String = """de""".trimIndent(),
    val name: String,
    val roles: Iterable<AccountRoleInput>
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["email"] as String?,
      args["id"] as Any?,
      args["locale"] as String? ?: """de""".trimIndent(),
      args["name"] as String,
      args["roles"]!!.let { roles -> (roles as List<Map<String, Any>>).map { AccountRoleInput(it) } }
  )
}

data class SaveQuestionSetError(
    val code: SaveQuestionSetErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a draft was not saved. */
enum class SaveQuestionSetErrorCode(val label: String) {
      InvalidDocument("INVALID_DOCUMENT"),
      NotADraft("NOT_A_DRAFT"),
      NotFound("NOT_FOUND"),
      StaleVersion("STALE_VERSION"),
      UnknownVersion("UNKNOWN_VERSION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SaveQuestionSetErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class SaveQuestionSetInput(
    val document: QuestionSetDocumentInput,
    val id: Any,
    val version: Int
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      QuestionSetDocumentInput(args["document"] as Map<String, Any>),
      args["id"] as Any,
      args["version"] as Int
  )
}

data class SaveQuestionSetPayload(
    val conflict: SaveConflict?,
    val errors: Iterable<SaveQuestionSetError>,
    val merged: Iterable<MergedField>,
    val questionSet: QuestionSet?
)

data class SaveSharedScaleError(
    val code: SaveSharedScaleErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a scale was not saved. */
enum class SaveSharedScaleErrorCode(val label: String) {
      InvalidScale("INVALID_SCALE"),
      StaleRevision("STALE_REVISION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SaveSharedScaleErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class SaveSharedScaleInput(
    val revision: Int,
    val scale: ScaleInput
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["revision"] as Int,
      ScaleInput(args["scale"] as Map<String, Any>)
  )
}

data class SaveSharedScalePayload(
    val errors: Iterable<SaveSharedScaleError>,
    val sharedScale: SharedScale?
)

data class SavedAnswer(
    val question: String,
    val revision: Int
)

data class Scale(
    val boxes: Iterable<Box>,
    val code: String,
    val levels: Iterable<Level>,
    val missing: Iterable<MissingCode>,
    val ordered: Boolean,
    val polarity: Polarity
)

data class ScaleInput(
    val boxes: Iterable<BoxInput> = listOf(),
    val code: String,
    val levels: Iterable<LevelInput>,
    val missing: Iterable<MissingCodeInput> = listOf(),
    val ordered: Boolean,
    val polarity: Polarity = Polarity.NEUTRAL
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["boxes"]?.let { boxes -> (boxes as List<Map<String, Any>>).map { BoxInput(it) } } ?: listOf(),
      args["code"] as String,
      args["levels"]!!.let { levels -> (levels as List<Map<String, Any>>).map { LevelInput(it) } },
      args["missing"]?.let { missing -> (missing as List<Map<String, Any>>).map { MissingCodeInput(it) } } ?: listOf(),
      args["ordered"] as Boolean,
      args["polarity"] as Polarity? ?: Polarity.NEUTRAL
  )
}

data class SectionTitleArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Section(
    val code: String,
    val questions: Iterable<Question>,
    val title: String,
    val translations: Iterable<Translation>
)

data class SectionError(
    val code: SectionErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a section was not changed. */
enum class SectionErrorCode(val label: String) {
      InvalidValue("INVALID_VALUE"),
      NotEditable("NOT_EDITABLE"),
      NotFound("NOT_FOUND"),
      NotSignatory("NOT_SIGNATORY"),
      NotYourSection("NOT_YOUR_SECTION"),
      RoundNotOpen("ROUND_NOT_OPEN"),
      StaleRevision("STALE_REVISION"),
      UnknownDepartment("UNKNOWN_DEPARTMENT"),
      UnknownSection("UNKNOWN_SECTION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SectionErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class SectionInput(
    val code: String,
    val questions: Iterable<QuestionInput>,
    val title: Iterable<TranslationInput>
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["code"] as String,
      args["questions"]!!.let { questions -> (questions as List<Map<String, Any>>).map { QuestionInput(it) } },
      args["title"]!!.let { title -> (title as List<Map<String, Any>>).map { TranslationInput(it) } }
  )
}

data class SectionTitleChange(
    val code: String,
    val locale: String,
    val words: Iterable<WordChange>
)

data class SectionWork(
    val comment: String?,
    val department: String?,
    val doneAt: java.time.OffsetDateTime?,
    val doneByName: String?,
    val revision: Int
)

data class SendInvitationsInput(
    val municipalities: Iterable<String>? = null,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["municipalities"] as Iterable<String>?,
      args["round"] as String,
      args["study"] as String
  )
}

data class SendRemindersInput(
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["round"] as String,
      args["study"] as String
  )
}

data class Series(
    val points: Iterable<SeriesPoint>,
    val question: Question,
    val test: SeriesTest?
)

data class SeriesPointLevelShareArgs(
    val box: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["box"] as String?
  )
}
data class SeriesPoint(
    val comparability: Verdict?,
    val distribution: Iterable<LevelCount>,
    val levelShare: LevelShare?,
    val medianLevel: String?,
    val round: Round,
    val suppressed: Boolean,
    val tally: Tally?
)

data class SeriesTest(
    val chiSquared: Float,
    val degreesOfFreedom: Int,
    val method: SeriesTestMethod,
    val n: Int,
    val pValue: Float,
    val rounds: Iterable<String>
)

/** Test of a whole series. */
enum class SeriesTestMethod(val label: String) {
      CochranQ("COCHRAN_Q"),
      Friedman("FRIEDMAN");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SeriesTestMethod? {
      return values().find { it.label == label }
    }
  }
}

data class SetDisclosurePolicyError(
    val code: SetDisclosurePolicyErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why the policy was not set. */
enum class SetDisclosurePolicyErrorCode(val label: String) {
      UnknownAttribute("UNKNOWN_ATTRIBUTE"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SetDisclosurePolicyErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class SetDisclosurePolicyInput(
    val breakdowns: Iterable<String>,
    val singleAnswers: SingleAnswersRule,
    val smallestBase: Int,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["breakdowns"] as Iterable<String>,
      args["singleAnswers"] as SingleAnswersRule,
      args["smallestBase"] as Int,
      args["study"] as String
  )
}

data class SetDisclosurePolicyPayload(
    val errors: Iterable<SetDisclosurePolicyError>,
    val policy: DisclosurePolicy?
)

data class ShareInterval(
    val estimate: Float,
    val high: Float,
    val low: Float,
    val method: IntervalMethod
)

data class SharedScale(
    val revision: Int,
    val savedAt: java.time.OffsetDateTime,
    val savedByName: String,
    val scale: Scale
)

data class Sheet(
    val progress: SheetProgress,
    val response: Response,
    val round: Round,
    val sections: Iterable<SheetSection>,
    val window: SheetWindow
)

/** What can be done to a sheet. */
enum class SheetAct(val label: String) {
      Accept("ACCEPT"),
      AnswerQuery("ANSWER_QUERY"),
      AssignSection("ASSIGN_SECTION"),
      CloseQuery("CLOSE_QUERY"),
      CommentSection("COMMENT_SECTION"),
      Extend("EXTEND"),
      Invite("INVITE"),
      MarkSection("MARK_SECTION"),
      OpenQuery("OPEN_QUERY"),
      Return("RETURN"),
      SaveAnswer("SAVE_ANSWER"),
      Submit("SUBMIT");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SheetAct? {
      return values().find { it.label == label }
    }
  }
}

data class SheetAnswer(
    val comment: String?,
    val provenance: Provenance,
    val revision: Int,
    val savedAt: java.time.OffsetDateTime,
    val savedBy: Person,
    val value: Any?
)

data class SheetChange(
    val comment: String?,
    val cursor: String,
    val question: String,
    val revision: Int,
    val savedAt: java.time.OffsetDateTime,
    val savedBy: Person,
    val value: Any?
)

data class SheetDifference(
    val commentFrom: String?,
    val commentTo: String?,
    val from: String?,
    val kind: SheetDifferenceKind,
    val question: String,
    val to: String?
)

/** What becomes of an answer. */
enum class SheetDifferenceKind(val label: String) {
      Added("ADDED"),
      Changed("CHANGED"),
      Comment("COMMENT"),
      Removed("REMOVED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SheetDifferenceKind? {
      return values().find { it.label == label }
    }
  }
}

data class SheetEvent(
    val act: SheetAct,
    val actor: Person,
    val at: java.time.OffsetDateTime,
    val client: String?,
    val hash: String,
    val new: String?,
    val number: Int,
    val object: String?,
    val old: String?,
    val reason: String?,
    val role: String
)

data class SheetEventConnection(
    val edges: Iterable<SheetEventEdge>,
    val pageInfo: PageInfo
)

data class SheetEventEdge(
    val cursor: String,
    val node: SheetEvent
)

data class SheetFile(
    val base64: String,
    val mediaType: String,
    val name: String
)

data class SheetFileFault(
    val code: String,
    val column: String?,
    val expected: String,
    val message: String,
    val row: Int?,
    val sheet: String?
)

/** As what a sheet leaves. */
enum class SheetFileFormat(val label: String) {
      Csv("CSV"),
      Pdf("PDF"),
      Xlsx("XLSX");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SheetFileFormat? {
      return values().find { it.label == label }
    }
  }
}

data class SheetPreview(
    val errors: Iterable<PreviewError>,
    val progress: SheetProgress,
    val sections: Iterable<SheetSection>
)

data class SheetProgress(
    val answered: Int,
    val required: Int,
    val total: Int
)

data class SheetQuery(
    val messages: Iterable<QueryMessage>,
    val number: Int,
    val question: String,
    val status: QueryStatus,
    val submission: Int
)

data class SheetQuestion(
    val answer: SheetAnswer?,
    val previous: PreviousAnswer?,
    val question: Question,
    val required: Boolean,
    val visible: Boolean
)

data class SheetSectionTitleArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class SheetSection(
    val code: String,
    val questions: Iterable<SheetQuestion>,
    val title: String,
    val work: SectionWork
)

data class SheetWindow(
    val closesAt: java.time.OffsetDateTime?,
    val isLate: Boolean,
    val status: RoundStatus
)

/** A way in for browsers. */
enum class SignInMethod(val label: String) {
      Development("DEVELOPMENT"),
      Link("LINK"),
      Provider("PROVIDER");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SignInMethod? {
      return values().find { it.label == label }
    }
  }
}

data class SignTest(
    val decreased: Int,
    val increased: Int,
    val log10PValue: Float,
    val pValue: Float,
    val pValueBenjaminiHochberg: Float,
    val pValueHolm: Float
)

data class SignedRankTest(
    val changed: Int,
    val pValue: Float,
    val pValueExact: Float?,
    val z: Float?,
    val zeros: ZeroHandling
)

data class Since(
    val note: String?,
    val recode: Iterable<LevelMapping>,
    val revision: Int?,
    val verdict: Verdict,
    val year: Int
)

data class SinceInput(
    val note: String? = null,
    val recode: Iterable<LevelMappingInput> = listOf(),
    val revision: Int? = null,
    val verdict: Verdict,
    val year: Int
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["note"] as String?,
      args["recode"]?.let { recode -> (recode as List<Map<String, Any>>).map { LevelMappingInput(it) } } ?: listOf(),
      args["revision"] as Int?,
      args["verdict"] as Verdict,
      args["year"] as Int
  )
}

/** Which analysts see single answers. */
enum class SingleAnswersRule(val label: String) {
      Analysts("ANALYSTS"),
      Granted("GRANTED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SingleAnswersRule? {
      return values().find { it.label == label }
    }
  }
}

data class SplitInput(
    val carriedOnBy: String? = null,
    val into: Iterable<NewMunicipalityInput>,
    val municipality: String,
    val year: Int
) {
  @Suppress("UNCHECKED_CAST")
  constructor(args: Map<String, Any>) : this(
      args["carriedOnBy"] as String?,
      args["into"]!!.let { into -> (into as List<Map<String, Any>>).map { NewMunicipalityInput(it) } },
      args["municipality"] as String,
      args["year"] as Int
  )
}

data class StudyDescriptionArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class StudyMunicipalitiesArgs(
    val after: String? = null,
    val first: Int
) {
  constructor(args: Map<String, Any>) : this(
      args["after"] as String?,
      args["first"] as Int
  )
}
data class StudyTitleArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Study(
    val attributes: Iterable<Attribute>,
    val defaultLocale: String,
    val description: String?,
    val disclosure: DisclosurePolicy,
    val freezes: Iterable<Freeze>,
    val municipalities: MunicipalityConnection,
    val rounds: Iterable<Round>,
    val slug: String,
    val title: String
)

data class Submission(
    val late: Boolean,
    val number: Int,
    val onBehalf: Boolean,
    val reason: String?,
    val receipt: String,
    val submittedAt: java.time.OffsetDateTime,
    val submittedBy: Person
)

data class SubmissionDifference(
    val changedAt: java.time.OffsetDateTime?,
    val changedBy: Person?,
    val field: SubmissionField,
    val new: String?,
    val old: String?,
    val question: String,
    val reason: String?
)

/** A field of an answer. */
enum class SubmissionField(val label: String) {
      Comment("COMMENT"),
      Value("VALUE");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SubmissionField? {
      return values().find { it.label == label }
    }
  }
}

data class SubmitResponseError(
    val code: SubmitResponseErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why a sheet was not handed in. */
enum class SubmitResponseErrorCode(val label: String) {
      CommentRequired("COMMENT_REQUIRED"),
      InvalidValue("INVALID_VALUE"),
      NotFound("NOT_FOUND"),
      NotSignatory("NOT_SIGNATORY"),
      NotSubmittable("NOT_SUBMITTABLE"),
      Required("REQUIRED"),
      RoundNotOpen("ROUND_NOT_OPEN"),
      RuleNotMet("RULE_NOT_MET"),
      StaleVersion("STALE_VERSION");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): SubmitResponseErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class SubmitResponseInput(
    val reason: String? = null,
    val response: Any,
    val version: Int? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["reason"] as String?,
      args["response"] as Any,
      args["version"] as Int?
  )
}

data class SubmitResponsePayload(
    val errors: Iterable<SubmitResponseError>,
    val response: Response?
)

data class SubscriptionCompletionChangedArgs(
    val by: String? = null,
    val first: Int,
    val round: String,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["by"] as String?,
      args["first"] as Int,
      args["round"] as String,
      args["study"] as String
  )
}
data class SubscriptionPresenceChangedArgs(
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["response"] as Any
  )
}
data class SubscriptionSheetChangedArgs(
    val response: Any,
    val since: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["response"] as Any,
      args["since"] as String?
  )
}
data class Subscription(
    val completionChanged: Iterable<CompletionGroup>,
    val presenceChanged: Iterable<PresentPerson>,
    val sheetChanged: SheetChange
)

data class TakeFreezeError(
    val code: TakeFreezeErrorCode,
    val message: String,
    val path: Iterable<String>
)

/** Why no freeze was taken. */
enum class TakeFreezeErrorCode(val label: String) {
      NameTaken("NAME_TAKEN"),
      UnknownStudy("UNKNOWN_STUDY");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): TakeFreezeErrorCode? {
      return values().find { it.label == label }
    }
  }
}

data class TakeFreezeInput(
    val name: String,
    val note: String? = null,
    val study: String
) {
  constructor(args: Map<String, Any>) : this(
      args["name"] as String,
      args["note"] as String?,
      args["study"] as String
  )
}

data class TakeFreezePayload(
    val errors: Iterable<TakeFreezeError>,
    val freeze: Freeze?
)

data class Tally(
    val changed: Int,
    val comparable: Int,
    val decreased: Int?,
    val excluded: Int,
    val exclusions: Iterable<Exclusion>,
    val increased: Int?,
    val unchanged: Int
)

data class TemplateTitleArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class Template(
    val archivedQuestions: Iterable<ArchivedQuestion>,
    val locales: Iterable<String>,
    val modules: Iterable<Module>,
    val questionSets: Iterable<QuestionSet>,
    val slug: String,
    val title: String
)

data class TextChange(
    val field: String,
    val from: String?,
    val locale: String,
    val to: String?,
    val words: Iterable<WordChange>
)

data class TextPair(
    val from: Any?,
    val municipality: Municipality,
    val to: Any?
)

data class TextPairConnection(
    val edges: Iterable<TextPairEdge>,
    val pageInfo: PageInfo,
    val totalCount: Int
)

data class TextPairEdge(
    val cursor: String,
    val node: TextPair
)

data class TextValueLabelArgs(
    val locale: String? = null
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String?
  )
}
data class TextValue(
    val canonical: String,
    val label: String,
    val text: String
)

data class Transition(
    val count: Int,
    val from: String,
    val to: String
)

data class Translation(
    val locale: String,
    val text: String
)

data class TranslationInput(
    val locale: String,
    val text: String
) {
  constructor(args: Map<String, Any>) : this(
      args["locale"] as String,
      args["text"] as String
  )
}

data class UpdateSectionInput(
    val basedOnRevision: Int? = null,
    val comment: String? = null,
    val department: String? = null,
    val done: Boolean? = null,
    val response: Any,
    val section: String
) {
  constructor(args: Map<String, Any>) : this(
      args["basedOnRevision"] as Int?,
      args["comment"] as String?,
      args["department"] as String?,
      args["done"] as Boolean?,
      args["response"] as Any,
      args["section"] as String
  )
}

data class UpdateSectionPayload(
    val errors: Iterable<SectionError>,
    val work: SectionWork?
)

/** How a question compares with its predecessor, strongest first. */
enum class Verdict(val label: String) {
      Break("BREAK"),
      Comparable("COMPARABLE"),
      Editorial("EDITORIAL"),
      Identical("IDENTICAL"),
      Recoded("RECODED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): Verdict? {
      return values().find { it.label == label }
    }
  }
}

data class VerdictProposal(
    val reason: ProposalReason,
    val recode: Iterable<LevelMapping>,
    val verdict: Verdict
)

data class Viewer(
    val department: String?,
    val municipality: String?,
    val name: String,
    val roles: Iterable<Role>,
    val scopes: ViewerScopes?,
    val signatory: Boolean,
    val singleAnswers: Boolean,
    val studies: Iterable<String>?
)

data class ViewerScopes(
    val acting: String,
    val all: Iterable<String>
)

data class WithdrawExtensionInput(
    val reason: String,
    val response: Any
) {
  constructor(args: Map<String, Any>) : this(
      args["reason"] as String,
      args["response"] as Any
  )
}

data class WordChange(
    val op: WordOp,
    val text: String
)

/** What became of words. */
enum class WordOp(val label: String) {
      Added("ADDED"),
      Equal("EQUAL"),
      Removed("REMOVED");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): WordOp? {
      return values().find { it.label == label }
    }
  }
}

/** What the signed rank test does with those who did not change. */
enum class ZeroHandling(val label: String) {
      Pratt("PRATT"),
      Wilcoxon("WILCOXON");

  companion object {
    @JvmStatic
    fun valueOfLabel(label: String): ZeroHandling? {
      return values().find { it.label == label }
    }
  }
}