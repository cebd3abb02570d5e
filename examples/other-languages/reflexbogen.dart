import 'package:freezed_annotation/freezed_annotation.dart';
import 'package:flutter/foundation.dart';

part 'reflexbogen.freezed.dart';
part 'reflexbogen.g.dart';

@unfreezed
class AcceptResponseInput with _$AcceptResponseInput {
  const AcceptResponseInput._();

/// Accepts a sheet as checked and final.
  const factory AcceptResponseInput({
/// The response.
    required String response,
/// Version the reviewer has seen: refused when the sheet has changed since. Without it the current one.
    int? version,
  }) = _AcceptResponseInput;

  factory AcceptResponseInput.fromJson(Map<String, dynamic> json) => _$AcceptResponseInputFromJson(json);
}

@freezed
class Account with _$Account {
  const Account._();

/// A person with the means to sign in.
  const factory Account({
/// Since when the person is shut out; null: is not.
    DateTime? disabledAt,
/// Where sign-in links are sent to; null: nowhere.
    String? email,
/// Whether an identity provider signs the person in; such persons get no sign-in links.
    required bool hasProvider,
/// Identifies the person.
    required String id,
/// Language in which the person is written to, as BCP 47 tag.
    required String locale,
/// Display name; null before the first sign-in.
    String? name,
/// Roles kept here: for sign-in by link and for personal tokens. Tokens of an identity provider bring their own.
    required List<AccountRole> roles,
/// Sessions from before this time are over; null: none has been ended yet.
    DateTime? sessionsFrom,
  }) = _Account;

  factory Account.fromJson(Map<String, dynamic> json) => _$AccountFromJson(json);
}

@freezed
class AccountConnection with _$AccountConnection {
  const AccountConnection._();

/// A page of persons.
  const factory AccountConnection({
/// Entries of this page.
    required List<AccountEdge> edges,
/// Where the page ends.
    required PageInfo pageInfo,
/// Persons in the whole list.
    required int totalCount,
  }) = _AccountConnection;

  factory AccountConnection.fromJson(Map<String, dynamic> json) => _$AccountConnectionFromJson(json);
}

@freezed
class AccountEdge with _$AccountEdge {
  const AccountEdge._();

/// A person in a page.
  const factory AccountEdge({
/// Cursor of this entry, for `after`.
    required String cursor,
/// The person.
    required Account node,
  }) = _AccountEdge;

  factory AccountEdge.fromJson(Map<String, dynamic> json) => _$AccountEdgeFromJson(json);
}

@freezed
class AccountError with _$AccountError {
  const AccountError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory AccountError({
/// What is wrong, for programs.
    required AccountErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _AccountError;

  factory AccountError.fromJson(Map<String, dynamic> json) => _$AccountErrorFromJson(json);
}

/// Why nothing was changed.
enum AccountErrorCode {
  /// The identity provider says what this person is called.
  @JsonKey(name: 'NAMED_BY_PROVIDER')
  namedByProvider,
  /// The study has no municipality of this code.
  @JsonKey(name: 'NO_SUCH_MUNICIPALITY')
  noSuchMunicipality,
  /// There is no such person, or the person has rights outside the studies that you administer.
  @JsonKey(name: 'NO_SUCH_PERSON')
  noSuchPerson,
  /// There is no study of this slug.
  @JsonKey(name: 'NO_SUCH_STUDY')
  noSuchStudy,
  /// A role would reach beyond the studies that you administer.
  @JsonKey(name: 'OUTSIDE_YOUR_STUDIES')
  outsideYourStudies,
  /// The role takes no such study, municipality, department or signature, or needs one.
  @JsonKey(name: 'ROLE_DOES_NOT_FIT')
  roleDoesNotFit,
}

@freezed
class AccountPayload with _$AccountPayload {
  const AccountPayload._();

/// Outcome of an act on a person.
  const factory AccountPayload({
/// The person afterwards; null when there are errors.
    Account? account,
/// Why nothing was changed; empty on success.
    required List<AccountError> errors,
  }) = _AccountPayload;

  factory AccountPayload.fromJson(Map<String, dynamic> json) => _$AccountPayloadFromJson(json);
}

@freezed
class AccountRole with _$AccountRole {
  const AccountRole._();

/// A role that is kept here for a person.
  const factory AccountRole({
/// RESPONDENT: code of the department; null: every section.
    String? department,
/// RESPONDENT: code of the municipality; null otherwise.
    String? municipality,
/// The role.
    required Role role,
/// RESPONDENT: whether the person may hand the sheet in.
    required bool signatory,
/// Whether the person sees single answers in studies whose policy asks for the grant.
    required bool singleAnswers,
/// Slug of its study; null: every study.
    String? study,
  }) = _AccountRole;

  factory AccountRole.fromJson(Map<String, dynamic> json) => _$AccountRoleFromJson(json);
}

@unfreezed
class AccountRoleInput with _$AccountRoleInput {
  const AccountRoleInput._();

/// A role to keep for a person.
  const factory AccountRoleInput({
/// RESPONDENT: code of the department; without it every section.
    String? department,
/// RESPONDENT: code of the municipality.
    String? municipality,
/// The role.
    required Role role,
/// RESPONDENT: whether the person may hand the sheet in.
    required bool signatory,
/// Whether the person sees single answers where a policy asks for the grant.
    required bool singleAnswers,
/// Slug of its study; without it every study.
    String? study,
  }) = _AccountRoleInput;

  factory AccountRoleInput.fromJson(Map<String, dynamic> json) => _$AccountRoleInputFromJson(json);
}

@freezed
class AffectedSeries with _$AffectedSeries {
  const AffectedSeries._();

/// A study in which figures rest on a question.
  const factory AffectedSeries({
/// Names of the freezes that pin figures on it. At most 1000.
    required List<String> freezes,
/// Codes of the rounds that have asked it, earliest first.
    required List<String> rounds,
/// Slug of the study.
    required String study,
  }) = _AffectedSeries;

  factory AffectedSeries.fromJson(Map<String, dynamic> json) => _$AffectedSeriesFromJson(json);
}

@freezed
class Agreement with _$Agreement {
  const Agreement._();

/// A topic of which a study has both the computed and the reported change, side by side.
  const factory Agreement({
/// Of these, those in which both agree; null when suppressed.
    int? agree,
/// Municipalities that have both; null when suppressed.
    int? comparable,
/// The change computed from two answers.
    required Delta computed,
/// The municipalities in which both differ, in panel order; as many as comparable less agree.
    required DisagreementConnection disagreements,
/// The change as the municipalities reported it.
    required Delta reported,
  }) = _Agreement;

  factory Agreement.fromJson(Map<String, dynamic> json) => _$AgreementFromJson(json);
}

@freezed
class AnswerCheck with _$AnswerCheck {
  const AnswerCheck._();

/// A check of the answers of a sheet.
  const factory AnswerCheck({
/// What the respondent reads, in one language. Never empty.
    required String message,
/// CEL rule over the answers of the sheet.
    required String rule,
/// What the respondent reads, in every language.
    required List<Translation> translations,
  }) = _AnswerCheck;

  factory AnswerCheck.fromJson(Map<String, dynamic> json) => _$AnswerCheckFromJson(json);
}

@unfreezed
class AnswerCheckInput with _$AnswerCheckInput {
  const AnswerCheckInput._();

/// A check of answers.
  const factory AnswerCheckInput({
/// What the respondent reads, per language.
    required List<TranslationInput> message,
/// CEL rule over the answers of the sheet.
    required String rule,
  }) = _AnswerCheckInput;

  factory AnswerCheckInput.fromJson(Map<String, dynamic> json) => _$AnswerCheckInputFromJson(json);
}

@freezed
class AnswerConflict with _$AnswerConflict {
  const AnswerConflict._();

/// An answer that somebody else has saved in the meantime. Nothing was overwritten.
  const factory AnswerConflict({
/// Code of the question.
    required String question,
/// Revision that stands; 0 when the answer was never saved.
    required int revision,
/// When; null when nobody has.
    DateTime? savedAt,
/// Who saved it; null when nobody has.
    Person? savedBy,
/// The value that stands; null = emptied.
    AnswerValue? theirs,
/// The value that was sent; null = emptying.
    AnswerValue? yours,
  }) = _AnswerConflict;

  factory AnswerConflict.fromJson(Map<String, dynamic> json) => _$AnswerConflictFromJson(json);
}

@unfreezed
class AnswerInput with _$AnswerInput {
  const AnswerInput._();

/// One answer to save.
  const factory AnswerInput({
/// Revision of the answer that the editor has seen; null or 0 when there was none.
    int? basedOnRevision,
/// Comment; null removes it, leaving the field out keeps it.
    String? comment,
/// How the value came about; without it TYPED. CONFIRMED and CARRIED_OVER need last round's very answer and a question that allows it.
    Provenance? provenance,
/// Code of the question.
    required String question,
/// The value; null empties the answer.
    AnswerValueInput? value,
  }) = _AnswerInput;

  factory AnswerInput.fromJson(Map<String, dynamic> json) => _$AnswerInputFromJson(json);
}

@freezed
class AnswerRevision with _$AnswerRevision {
  const AnswerRevision._();

/// One save of one answer.
  const factory AnswerRevision({
/// Program it came through; null where it did not say.
    String? client,
/// Comment afterwards; null = none.
    String? comment,
/// Value before, in canonical text; null = none.
    String? from,
/// How it came about.
    required Provenance provenance,
/// From 1 without gaps.
    required int revision,
/// Role in which the person acted.
    required String role,
/// When.
    required DateTime savedAt,
/// Who.
    required Person savedBy,
/// Value afterwards, in canonical text; null = emptied.
    String? to,
  }) = _AnswerRevision;

  factory AnswerRevision.fromJson(Map<String, dynamic> json) => _$AnswerRevisionFromJson(json);
}

@unfreezed
class AnswerValueInput with _$AnswerValueInput {
  const AnswerValueInput._();

/// A typed answer: exactly one of the fields.
  const factory AnswerValueInput({
/// BOOLEAN: true for yes.
    bool? boolean,
/// SCALE and CHOICE: code of the level.
    String? level,
/// MULTI_CHOICE: codes of the chosen options.
    List<String>? levels,
/// A missing code of the scale.
    String? missing,
/// NUMBER: the number.
    double? number,
/// TEXT: the text, at most 10,000 characters.
    String? text,
  }) = _AnswerValueInput;

  factory AnswerValueInput.fromJson(Map<String, dynamic> json) => _$AnswerValueInputFromJson(json);
}

@freezed
class ApiToken with _$ApiToken {
  const ApiToken._();

/// A personal token for programs. Its text is shown once, when it is created.
  const factory ApiToken({
/// Whether it may write.
    required ApiTokenAccess access,
/// When it was created.
    required DateTime createdAt,
/// When it expires.
    required DateTime expiresAt,
/// Identifies the token, for revoking it.
    required String id,
/// When it was last used, to the minute; null: never.
    DateTime? lastUsedAt,
/// What it is for, as its owner named it.
    required String name,
/// When it was revoked; null: it was not.
    DateTime? revokedAt,
/// Roles it may use, as far as its owner has them at the time.
    required List<Role> roles,
  }) = _ApiToken;

  factory ApiToken.fromJson(Map<String, dynamic> json) => _$ApiTokenFromJson(json);
}

/// What a personal token may do.
enum ApiTokenAccess {
  /// Queries, and the mutations that only prepare a download.
  @JsonKey(name: 'READ')
  read,
  /// Everything that its roles may.
  @JsonKey(name: 'WRITE')
  write,
}

@freezed
class ArchiveQuestionsError with _$ArchiveQuestionsError {
  const ArchiveQuestionsError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ArchiveQuestionsError({
/// What is wrong, for programs.
    required ArchiveQuestionsErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ArchiveQuestionsError;

  factory ArchiveQuestionsError.fromJson(Map<String, dynamic> json) => _$ArchiveQuestionsErrorFromJson(json);
}

/// Why no question was archived.
enum ArchiveQuestionsErrorCode {
  /// The template has never asked a question of this code.
  @JsonKey(name: 'UNKNOWN_QUESTION')
  unknownQuestion,
  /// No template has this slug.
  @JsonKey(name: 'UNKNOWN_TEMPLATE')
  unknownTemplate,
}

@unfreezed
class ArchiveQuestionsInput with _$ArchiveQuestionsInput {
  const ArchiveQuestionsInput._();

/// Questions that are asked no more.
  const factory ArchiveQuestionsInput({
/// Codes of the questions.
    required List<String> questions,
/// Why.
    String? reason,
/// Slug of the template.
    required String template,
  }) = _ArchiveQuestionsInput;

  factory ArchiveQuestionsInput.fromJson(Map<String, dynamic> json) => _$ArchiveQuestionsInputFromJson(json);
}

@freezed
class ArchiveQuestionsPayload with _$ArchiveQuestionsPayload {
  const ArchiveQuestionsPayload._();

/// Outcome of archiveQuestions.
  const factory ArchiveQuestionsPayload({
/// All archived questions of the template, by code.
    required List<ArchivedQuestion> archivedQuestions,
/// Why nothing was archived; empty on success.
    required List<ArchiveQuestionsError> errors,
  }) = _ArchiveQuestionsPayload;

  factory ArchiveQuestionsPayload.fromJson(Map<String, dynamic> json) => _$ArchiveQuestionsPayloadFromJson(json);
}

@freezed
class ArchivedQuestion with _$ArchivedQuestion {
  const ArchivedQuestion._();

/// A question that is asked no more; its code means what it meant.
  const factory ArchivedQuestion({
/// Since when.
    required DateTime archivedAt,
/// Code of the question.
    required String code,
/// Why; null when no reason was given.
    String? reason,
  }) = _ArchivedQuestion;

  factory ArchivedQuestion.fromJson(Map<String, dynamic> json) => _$ArchivedQuestionFromJson(json);
}

@freezed
class Attribute with _$Attribute {
  const Attribute._();

/// A property of municipalities by which results are broken down.
  const factory Attribute({
/// Code, unique in the study.
    required String code,
/// Label in one language. Never empty.
    required String label,
/// Declared values; empty where any text is a category.
    required List<AttributeValue> values,
  }) = _Attribute;

  factory Attribute.fromJson(Map<String, dynamic> json) => _$AttributeFromJson(json);
}

@unfreezed
class AttributeFilterInput with _$AttributeFilterInput {
  const AttributeFilterInput._();

/// Municipalities by the value of one attribute.
  const factory AttributeFilterInput({
/// Round whose value counts.
    required RoundSide at,
/// Code of the attribute.
    required String code,
/// Values of which one must hold; null among them means "not stated".
    @JsonKey(name: 'in')
    required List<String?> in_,
  }) = _AttributeFilterInput;

  factory AttributeFilterInput.fromJson(Map<String, dynamic> json) => _$AttributeFilterInputFromJson(json);
}

@freezed
class AttributeGroup with _$AttributeGroup {
  const AttributeGroup._();

/// One attribute and its value, as part of a crossed group.
  const factory AttributeGroup({
/// Code of the attribute.
    required String attribute,
/// Value; null = not stated.
    String? value,
  }) = _AttributeGroup;

  factory AttributeGroup.fromJson(Map<String, dynamic> json) => _$AttributeGroupFromJson(json);
}

@freezed
class AttributeValue with _$AttributeValue {
  const AttributeValue._();

/// One declared value of an attribute.
  const factory AttributeValue({
/// Code of the value.
    required String code,
/// Label in one language. Never empty.
    required String label,
  }) = _AttributeValue;

  factory AttributeValue.fromJson(Map<String, dynamic> json) => _$AttributeValueFromJson(json);
}

@unfreezed
class AttributeValueInput with _$AttributeValueInput {
  const AttributeValueInput._();

/// A value of an attribute.
  const factory AttributeValueInput({
/// Code of the attribute.
    required String attribute,
/// Code of the value.
    required String value,
  }) = _AttributeValueInput;

  factory AttributeValueInput.fromJson(Map<String, dynamic> json) => _$AttributeValueInputFromJson(json);
}

@freezed
class AuditFault with _$AuditFault {
  const AuditFault._();

/// Something that was changed, removed or reordered.
  const factory AuditFault({
/// Where: "study", "checkpoints", or municipality and round.
    required String chain,
/// What, for programs.
    required AuditFaultKind kind,
/// What, for people.
    required String message,
/// Number of the entry.
    required int number,
  }) = _AuditFault;

  factory AuditFault.fromJson(Map<String, dynamic> json) => _$AuditFaultFromJson(json);
}

/// What is wrong with a chain.
enum AuditFaultKind {
  /// Something is not what was written.
  @JsonKey(name: 'CHANGED')
  changed,
  /// An entry is missing.
  @JsonKey(name: 'MISSING')
  missing,
  /// An entry stands at another place.
  @JsonKey(name: 'REORDERED')
  reordered,
  /// The end is missing.
  @JsonKey(name: 'TRUNCATED')
  truncated,
}

@freezed
class AuditVerification with _$AuditVerification {
  const AuditVerification._();

/// Outcome of checking every chain of a study.
  const factory AuditVerification({
/// Checkpoints that were checked.
    required int checkpoints,
/// Events that were checked.
    required int events,
/// What is wrong, at most 1000; empty: nothing was tampered with.
    required List<AuditFault> faults,
/// Sheets that were checked.
    required int sheets,
  }) = _AuditVerification;

  factory AuditVerification.fromJson(Map<String, dynamic> json) => _$AuditVerificationFromJson(json);
}

/// Where a change comes from.
enum Basis {
  /// The difference of the answers of two rounds.
  @JsonKey(name: 'COMPUTED')
  computed,
  /// The municipality was asked for the change itself, in the later round.
  @JsonKey(name: 'REPORTED')
  reported,
}

@freezed
class BooleanValue with _$BooleanValue {
  const BooleanValue._();

/// Yes or no.
  const factory BooleanValue({
/// True for yes.
    required bool boolean,
/// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
    required String canonical,
/// The value as a reader sees it, in one language. Never empty but for an empty text.
    required String label,
  }) = _BooleanValue;

  factory BooleanValue.fromJson(Map<String, dynamic> json) => _$BooleanValueFromJson(json);
}

@freezed
class Box with _$Box {
  const Box._();

/// A named group of levels, for figures such as "k of n rate it (very) big".
  const factory Box({
/// Codes of its levels.
    required List<String> levels,
/// Name of the group, e.g. high.
    required String name,
  }) = _Box;

  factory Box.fromJson(Map<String, dynamic> json) => _$BoxFromJson(json);
}

@unfreezed
class BoxInput with _$BoxInput {
  const BoxInput._();

/// A named group of levels.
  const factory BoxInput({
/// Level codes.
    required List<String> levels,
/// Name, e.g. high.
    required String name,
  }) = _BoxInput;

  factory BoxInput.fromJson(Map<String, dynamic> json) => _$BoxInputFromJson(json);
}

@freezed
class CarriedOver with _$CarriedOver {
  const CarriedOver._();

/// Something that a new round took over from an earlier one.
  const factory CarriedOver({
/// In words, in English.
    required String description,
/// What.
    required CarriedOverKind kind,
  }) = _CarriedOver;

  factory CarriedOver.fromJson(Map<String, dynamic> json) => _$CarriedOverFromJson(json);
}

/// What a new round took over.
enum CarriedOverKind {
  /// Who may see which figure: a policy of the study.
  @JsonKey(name: 'DISCLOSURE')
  disclosure,
  /// The municipalities that are members in the new year.
  @JsonKey(name: 'PANEL')
  panel,
  /// The days on which it opens and closes, moved to the new year.
  @JsonKey(name: 'WINDOW')
  window,
}

/// What of a question has changed.
enum ChangeAspect {
  /// Named groups of levels.
  @JsonKey(name: 'BOXES')
  boxes,
  /// Rows or columns.
  @JsonKey(name: 'GRID')
  grid,
  /// The explanation.
  @JsonKey(name: 'HELP')
  help,
  /// Levels came or went.
  @JsonKey(name: 'LEVELS')
  levels,
  /// Levels are no longer offered, or offered again.
  @JsonKey(name: 'LEVELS_ARCHIVED')
  levelsArchived,
  /// Levels are called otherwise.
  @JsonKey(name: 'LEVEL_LABELS')
  levelLabels,
  /// Levels stand in another order.
  @JsonKey(name: 'LEVEL_ORDER')
  levelOrder,
  /// Answers that are not values.
  @JsonKey(name: 'MISSING_CODES')
  missingCodes,
  /// The module that it is of.
  @JsonKey(name: 'MODULE')
  module,
  /// Whether the levels ascend.
  @JsonKey(name: 'ORDERED')
  ordered,
  /// Whether more is worse or better.
  @JsonKey(name: 'POLARITY')
  polarity,
  /// Whether last round's answer is shown.
  @JsonKey(name: 'PRIOR')
  prior,
  /// Bounds, decimals or tolerance of a number.
  @JsonKey(name: 'RANGE')
  range,
  /// Which change it asks for, or what its levels report.
  @JsonKey(name: 'REPORTS_CHANGE')
  reportsChange,
  /// Whether submitting needs an answer.
  @JsonKey(name: 'REQUIRED')
  required_,
  /// When it is shown, required, valid or plausible.
  @JsonKey(name: 'RULES')
  rules,
  /// The wording in the default language.
  @JsonKey(name: 'TEXT')
  text,
  /// A wording in another language.
  @JsonKey(name: 'TRANSLATION')
  translation,
  /// The kind of answer.
  @JsonKey(name: 'TYPE')
  type,
  /// The unit of a number.
  @JsonKey(name: 'UNIT')
  unit,
}

@freezed
class ChangePanelError with _$ChangePanelError {
  const ChangePanelError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ChangePanelError({
/// What is wrong, for programs.
    required ChangePanelErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ChangePanelError;

  factory ChangePanelError.fromJson(Map<String, dynamic> json) => _$ChangePanelErrorFromJson(json);
}

/// Why a panel was not changed.
enum ChangePanelErrorCode {
  /// The change contradicts the panel; `path` names it.
  @JsonKey(name: 'INVALID_CHANGE')
  invalidChange,
  /// The study has no such attribute, or the attribute no such value.
  @JsonKey(name: 'UNKNOWN_ATTRIBUTE')
  unknownAttribute,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class ChangePanelInput with _$ChangePanelInput {
  const ChangePanelInput._();

/// Changes of a panel, applied one after another: all of them or none.
  const factory ChangePanelInput({
/// The changes, in order. At most 1000.
    required List<PanelChangeInput> changes,
/// Slug of the study.
    required String study,
  }) = _ChangePanelInput;

  factory ChangePanelInput.fromJson(Map<String, dynamic> json) => _$ChangePanelInputFromJson(json);
}

@freezed
class ChangePanelPayload with _$ChangePanelPayload {
  const ChangePanelPayload._();

/// Outcome of changePanel.
  const factory ChangePanelPayload({
/// Everything that is in the way; empty on success.
    required List<ChangePanelError> errors,
/// Municipalities that came or changed.
    required List<Municipality> municipalities,
  }) = _ChangePanelPayload;

  factory ChangePanelPayload.fromJson(Map<String, dynamic> json) => _$ChangePanelPayloadFromJson(json);
}

@freezed
class ChangeSummary with _$ChangeSummary {
  const ChangeSummary._();

/// The change of a NUMBER in its unit, rounded to its decimals per municipality; the tolerance does not apply.
  const factory ChangeSummary({
/// Lower quartile (type 7); null as the median.
    double? lowerQuartile,
/// Largest change; null as the median.
    double? maximum,
/// Mean; null without any.
    double? mean,
/// Median; null without any or where it would show a single answer.
    double? median,
/// Smallest change; null as the median.
    double? minimum,
/// Municipalities with a number in both rounds.
    required int n,
/// With n − 1; null for fewer than two.
    double? standardDeviation,
/// Upper quartile (type 7); null as the median.
    double? upperQuartile,
  }) = _ChangeSummary;

  factory ChangeSummary.fromJson(Map<String, dynamic> json) => _$ChangeSummaryFromJson(json);
}

@freezed
class ChangeWindowError with _$ChangeWindowError {
  const ChangeWindowError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ChangeWindowError({
/// What is wrong, for programs.
    required ChangeWindowErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ChangeWindowError;

  factory ChangeWindowError.fromJson(Map<String, dynamic> json) => _$ChangeWindowErrorFromJson(json);
}

/// Why a window was not changed.
enum ChangeWindowErrorCode {
  /// The window would end before it starts.
  @JsonKey(name: 'INVALID_WINDOW')
  invalidWindow,
  /// Only an open round can be closed.
  @JsonKey(name: 'NOT_OPEN')
  notOpen,
  /// The study has no such round.
  @JsonKey(name: 'UNKNOWN_ROUND')
  unknownRound,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@freezed
class ChangeWindowPayload with _$ChangeWindowPayload {
  const ChangeWindowPayload._();

/// Outcome of closeRound and moveWindow.
  const factory ChangeWindowPayload({
/// Why nothing was changed; empty on success.
    required List<ChangeWindowError> errors,
/// The round now; null when there are errors.
    Round? round,
  }) = _ChangeWindowPayload;

  factory ChangeWindowPayload.fromJson(Map<String, dynamic> json) => _$ChangeWindowPayloadFromJson(json);
}

@freezed
class Checkpoint with _$Checkpoint {
  const Checkpoint._();

/// Where all chains of a study stood, signed. Keep it outside of the database.
  const factory Checkpoint({
/// When it was signed.
    required DateTime at,
/// SHA-256, hex.
    required String hash,
/// Chains that have moved since the checkpoint before.
    required int heads,
/// Identifies the key.
    required String keyId,
/// From 1 without gaps.
    required int number,
/// The public key, PEM.
    required String publicKey,
/// Ed25519 over the hash, base64.
    required String signature,
  }) = _Checkpoint;

  factory Checkpoint.fromJson(Map<String, dynamic> json) => _$CheckpointFromJson(json);
}

@unfreezed
class CloseQueryInput with _$CloseQueryInput {
  const CloseQueryInput._();

/// Settles a query.
  const factory CloseQueryInput({
/// Number of the query.
    required int query,
/// The response.
    required String response,
  }) = _CloseQueryInput;

  factory CloseQueryInput.fromJson(Map<String, dynamic> json) => _$CloseQueryInputFromJson(json);
}

@unfreezed
class CloseRoundInput with _$CloseRoundInput {
  const CloseRoundInput._();

/// Closes a round before its time.
  const factory CloseRoundInput({
/// Why. Goes on record.
    required String reason,
/// Code of the round.
    required String round,
/// Slug of the study.
    required String study,
  }) = _CloseRoundInput;

  factory CloseRoundInput.fromJson(Map<String, dynamic> json) => _$CloseRoundInputFromJson(json);
}

@freezed
class Comparison with _$Comparison {
  const Comparison._();

/// What changed between two rounds of a study. Counts only submissions, never drafts.
  const factory Comparison({
/// Topics that were both computed and reported, in the order of the reported questions.
    required List<Agreement> agreements,
/// One delta per question and option. TEXT questions have none.
    required List<Delta> deltas,
/// The earlier round.
    required Round from,
/// Municipalities that are members in either round and pass the filter.
    required int panelSize,
/// The texts of one TEXT question side by side, in panel order.
    required TextPairConnection texts,
/// The later round.
    required Round to,
  }) = _Comparison;

  factory Comparison.fromJson(Map<String, dynamic> json) => _$ComparisonFromJson(json);
}

@freezed
class CompletionCount with _$CompletionCount {
  const CompletionCount._();

/// How many sheets are at a stage, and which.
  const factory CompletionCount({
/// Number of municipalities, 0 to the members of the group.
    required int count,
/// The first municipalities behind the number in the order of the panel, as many as were asked for.
    required List<CompletionMunicipality> municipalities,
/// The stage.
    required CompletionStage stage,
  }) = _CompletionCount;

  factory CompletionCount.fromJson(Map<String, dynamic> json) => _$CompletionCountFromJson(json);
}

@freezed
class CompletionGroup with _$CompletionGroup {
  const CompletionGroup._();

/// Members of the panel that share a value of the attribute.
  const factory CompletionGroup({
/// One count a stage, in the order of work.
    required List<CompletionCount> counts,
/// Members of the panel in the year of the round.
    required int members,
/// Value of the attribute in this round; null for members without one, and where nothing divides the panel.
    String? value,
  }) = _CompletionGroup;

  factory CompletionGroup.fromJson(Map<String, dynamic> json) => _$CompletionGroupFromJson(json);
}

@freezed
class CompletionMunicipality with _$CompletionMunicipality {
  const CompletionMunicipality._();

/// A municipality behind a number.
  const factory CompletionMunicipality({
/// Code, unique in the study.
    required String code,
/// Name.
    required String name,
  }) = _CompletionMunicipality;

  factory CompletionMunicipality.fromJson(Map<String, dynamic> json) => _$CompletionMunicipalityFromJson(json);
}

/// How far a sheet is.
enum CompletionStage {
  /// The sheet is accepted now.
  @JsonKey(name: 'ACCEPTED')
  accepted,
  /// An invitation was written; stays so.
  @JsonKey(name: 'INVITED')
  invited,
  /// Somebody of the municipality has looked at the sheet; stays so.
  @JsonKey(name: 'OPENED')
  opened,
  /// The sheet is with the municipality for correction now.
  @JsonKey(name: 'RETURNED')
  returned,
  /// At least one answer was saved, or the sheet was handed in; stays so.
  @JsonKey(name: 'STARTED')
  started,
  /// The sheet is handed in now, accepted or not.
  @JsonKey(name: 'SUBMITTED')
  submitted,
}

@freezed
class CorrectRoundError with _$CorrectRoundError {
  const CorrectRoundError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory CorrectRoundError({
/// What is wrong, for programs.
    required CorrectRoundErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _CorrectRoundError;

  factory CorrectRoundError.fromJson(Map<String, dynamic> json) => _$CorrectRoundErrorFromJson(json);
}

/// Why a round was not corrected.
enum CorrectRoundErrorCode {
  /// It is no later revision of the round's own question set.
  @JsonKey(name: 'NOT_A_LATER_REVISION')
  notALaterRevision,
  /// More than wordings differ, or a change is not stated to be EDITORIAL; one error a question.
  @JsonKey(name: 'NOT_EDITORIAL')
  notEditorial,
  /// The question set is a draft or retired.
  @JsonKey(name: 'NOT_PUBLISHED')
  notPublished,
  /// The round is closed.
  @JsonKey(name: 'ROUND_CLOSED')
  roundClosed,
  /// There is no such question set.
  @JsonKey(name: 'UNKNOWN_QUESTION_SET')
  unknownQuestionSet,
  /// The study has no such round.
  @JsonKey(name: 'UNKNOWN_ROUND')
  unknownRound,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class CorrectRoundInput with _$CorrectRoundInput {
  const CorrectRoundInput._();

/// A round in the field, and a corrected wording of its questions.
  const factory CorrectRoundInput({
/// A later published revision of the round's question set.
    required String questionSet,
/// Code of the round.
    required String round,
/// Slug of the study.
    required String study,
  }) = _CorrectRoundInput;

  factory CorrectRoundInput.fromJson(Map<String, dynamic> json) => _$CorrectRoundInputFromJson(json);
}

@freezed
class CorrectRoundPayload with _$CorrectRoundPayload {
  const CorrectRoundPayload._();

/// Outcome of correctRound.
  const factory CorrectRoundPayload({
/// Everything that is in the way; empty on success.
    required List<CorrectRoundError> errors,
/// Sheets in work that moved to the corrected wording with all their answers.
    required int movedSheets,
/// The round; null when it was not found.
    Round? round,
  }) = _CorrectRoundPayload;

  factory CorrectRoundPayload.fromJson(Map<String, dynamic> json) => _$CorrectRoundPayloadFromJson(json);
}

@freezed
class CreateApiTokenError with _$CreateApiTokenError {
  const CreateApiTokenError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory CreateApiTokenError({
/// What is wrong, for programs.
    required CreateApiTokenErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _CreateApiTokenError;

  factory CreateApiTokenError.fromJson(Map<String, dynamic> json) => _$CreateApiTokenErrorFromJson(json);
}

/// Why no token was created.
enum CreateApiTokenErrorCode {
  /// A personal token cannot create another one: sign in yourself.
  @JsonKey(name: 'NOT_IN_PERSON')
  notInPerson,
  /// You do not have one of the roles, or it is known to your identity provider only.
  @JsonKey(name: 'NO_SUCH_ROLE')
  noSuchRole,
  /// You have 50 valid tokens: revoke some.
  @JsonKey(name: 'TOO_MANY_TOKENS')
  tooManyTokens,
}

@unfreezed
class CreateApiTokenInput with _$CreateApiTokenInput {
  const CreateApiTokenInput._();

/// A personal token to create.
  const factory CreateApiTokenInput({
/// Whether it may write.
    required ApiTokenAccess access,
/// Days until it expires, 1 to 365.
    required int expiresInDays,
/// What it is for, 1 to 100 characters.
    required String name,
/// Roles it may use: some of yours, at least one.
    required List<Role> roles,
  }) = _CreateApiTokenInput;

  factory CreateApiTokenInput.fromJson(Map<String, dynamic> json) => _$CreateApiTokenInputFromJson(json);
}

@freezed
class CreateApiTokenPayload with _$CreateApiTokenPayload {
  const CreateApiTokenPayload._();

/// Outcome of createApiToken.
  const factory CreateApiTokenPayload({
/// What is kept of it; null when there are errors.
    ApiToken? apiToken,
/// Why there is none; empty on success.
    required List<CreateApiTokenError> errors,
/// The token, for Authorization: Bearer. It is shown this once; null when there are errors.
    String? token,
  }) = _CreateApiTokenPayload;

  factory CreateApiTokenPayload.fromJson(Map<String, dynamic> json) => _$CreateApiTokenPayloadFromJson(json);
}

@freezed
class CrossedGroup with _$CrossedGroup {
  const CrossedGroup._();

/// The same delta for the municipalities with one combination of attribute values.
  const factory CrossedGroup({
/// Counts of the group.
    required Tally tally,
/// Transitions; empty for numbers and reported changes.
    required List<Transition> transitions,
/// The values, in the order of the attributes asked for.
    required List<AttributeGroup> values,
  }) = _CrossedGroup;

  factory CrossedGroup.fromJson(Map<String, dynamic> json) => _$CrossedGroupFromJson(json);
}

@freezed
class DataExport with _$DataExport {
  const DataExport._();

/// A study's submissions as one data file, read from one snapshot.
  const factory DataExport({
/// Path of the download on this service; null until READY. Takes Range, so that it can be resumed.
    String? downloadPath,
/// When the download ends; null until READY.
    DateTime? expiresAt,
/// Name under which it is downloaded.
    required String fileName,
/// Format.
    required DataFormat format,
/// Identifier.
    required String id,
/// Share that is written, in percent, 0 to 100.
    required int percent,
/// State.
    required DataExportStatus status,
  }) = _DataExport;

  factory DataExport.fromJson(Map<String, dynamic> json) => _$DataExportFromJson(json);
}

/// State of a data export.
enum DataExportStatus {
  /// The service failed; ask for it again.
  @JsonKey(name: 'FAILED')
  failed,
  /// Can be downloaded.
  @JsonKey(name: 'READY')
  ready,
  /// Being written.
  @JsonKey(name: 'RUNNING')
  running,
}

/// Format of a data file.
enum DataFormat {
  /// Metadata as DDI-Codebook 2.5 XML, with the verdicts on comparability.
  @JsonKey(name: 'DDI_CODEBOOK')
  ddiCodebook,
  /// Tidy CSV: one line per municipality, round and question.
  @JsonKey(name: 'LONG_CSV')
  longCsv,
  /// Parquet file: the wide table with typed columns.
  @JsonKey(name: 'PARQUET')
  parquet,
  /// R script that reads the wide CSV and labels it.
  @JsonKey(name: 'R_SCRIPT')
  rScript,
  /// Aggregates of all consecutive rounds as SDMX-CSV 2.0, with observation status and breaks.
  @JsonKey(name: 'SDMX_CSV')
  sdmxCsv,
  /// SPSS system file (.sav) with value labels and missing codes.
  @JsonKey(name: 'SPSS')
  spss,
  /// Stata file (.dta, version 118) with value labels and extended missing values.
  @JsonKey(name: 'STATA')
  stata,
  /// CSV with one line per submission and one column per revision of a question.
  @JsonKey(name: 'WIDE_CSV')
  wideCsv,
  /// Spreadsheet: the wide table, and a codebook.
  @JsonKey(name: 'XLSX')
  xlsx,
}

@freezed
class DeadJob with _$DeadJob {
  const DeadJob._();

/// A job of the service that was given up after its last attempt.
  const factory DeadJob({
/// Code of the last failure; null where its worker ended without a word.
    String? error,
/// When it was given up.
    required DateTime failedAt,
/// Kind of job, e.g. wake-stranded-mails.
    required String handler,
/// Identifies the job.
    required String id,
  }) = _DeadJob;

  factory DeadJob.fromJson(Map<String, dynamic> json) => _$DeadJobFromJson(json);
}

@freezed
class DeadJobConnection with _$DeadJobConnection {
  const DeadJobConnection._();

/// A page of jobs that were given up, latest first.
  const factory DeadJobConnection({
/// Entries of this page.
    required List<DeadJobEdge> edges,
/// Where the page ends.
    required PageInfo pageInfo,
/// Jobs in the whole list.
    required int totalCount,
  }) = _DeadJobConnection;

  factory DeadJobConnection.fromJson(Map<String, dynamic> json) => _$DeadJobConnectionFromJson(json);
}

@freezed
class DeadJobEdge with _$DeadJobEdge {
  const DeadJobEdge._();

/// A job in a list.
  const factory DeadJobEdge({
/// Cursor of this entry.
    required String cursor,
/// The job.
    required DeadJob node,
  }) = _DeadJobEdge;

  factory DeadJobEdge.fromJson(Map<String, dynamic> json) => _$DeadJobEdgeFromJson(json);
}

@freezed
class Delta with _$Delta {
  const Delta._();

/// What changed in one question (or one option of it) between two rounds.
  const factory Delta({
/// Computed from two answers, or reported directly.
    required Basis basis,
/// Mean and spread of the change of a NUMBER; null for every other question and when suppressed.
    ChangeSummary? change,
/// Path of the stable address that answers with this figure, its definition and its base; null unless a freeze is asked without a filter.
    String? citation,
/// Weakest verdict on the way from the earlier to the later wording; null for a reported change and where only one round asks.
    Verdict? comparability,
/// The same by several attributes at once: one group per combination of values that occurs.
    required List<CrossedGroup> crossedGroups,
/// Answers in one of the rounds by level, in scale order, levels without a case included; empty for numbers, for a round that did not ask, and when withheld.
    required List<LevelCount> distribution,
/// The same by the values of an attribute. Every column sums to the total.
    required List<DeltaGroup> groups,
/// How many answered with a level of a box in one of the rounds; null where the question has no such box or no levels.
    LevelShare? levelShare,
/// The municipalities behind the counts, in panel order.
    required DeltaMunicipalityConnection municipalities,
/// The designers' notes along the way, earliest first.
    required List<String> notes,
/// The option; null unless the question is a MULTI_CHOICE.
    DeltaOption? option,
/// Whether an increase is worse or better. Never changes a count.
    required Polarity polarity,
/// The question as asked in the later round, or in the earlier one where the later does not ask it.
    required Question question,
/// The figure in one sentence with its base and footnotes, in German or English.
    required String sentence,
/// Tests and intervals; null when suppressed.
    DeltaStatistics? statistics,
/// Whether the counts are withheld because they would disclose single answers.
    required bool suppressed,
/// The counts; null when suppressed.
    Tally? tally,
/// From which level to which; empty when suppressed, for numbers and reported changes.
    required List<Transition> transitions,
  }) = _Delta;

  factory Delta.fromJson(Map<String, dynamic> json) => _$DeltaFromJson(json);
}

@freezed
class DeltaGroup with _$DeltaGroup {
  const DeltaGroup._();

/// The same delta for the municipalities with one attribute value. Groups partition the panel.
  const factory DeltaGroup({
/// Whether the counts are withheld because they would disclose single answers.
    required bool suppressed,
/// Counts of the group; null when suppressed.
    Tally? tally,
/// Transitions of the group; empty when suppressed, for numbers and reported changes.
    required List<Transition> transitions,
/// Value of the attribute; null = not stated.
    String? value,
  }) = _DeltaGroup;

  factory DeltaGroup.fromJson(Map<String, dynamic> json) => _$DeltaGroupFromJson(json);
}

@freezed
class DeltaMunicipality with _$DeltaMunicipality {
  const DeltaMunicipality._();

/// One municipality behind a count, with its answers in both rounds.
  const factory DeltaMunicipality({
/// Direction of its change; null where it is excluded or levels have no order.
    Direction? direction,
/// Why it is excluded; null where it is comparable.
    ExclusionReason? exclusion,
/// Its answer in the earlier round; null where there is none.
    AnswerValue? from,
/// The municipality.
    required Municipality municipality,
/// Its answer in the later round; null where there is none.
    AnswerValue? to,
  }) = _DeltaMunicipality;

  factory DeltaMunicipality.fromJson(Map<String, dynamic> json) => _$DeltaMunicipalityFromJson(json);
}

@freezed
class DeltaMunicipalityConnection with _$DeltaMunicipalityConnection {
  const DeltaMunicipalityConnection._();

/// The municipalities behind a count, in panel order; as many as the count says.
  const factory DeltaMunicipalityConnection({
/// Entries of this page.
    required List<DeltaMunicipalityEdge> edges,
/// Where the page ends.
    required PageInfo pageInfo,
/// Municipalities in the whole list.
    required int totalCount,
  }) = _DeltaMunicipalityConnection;

  factory DeltaMunicipalityConnection.fromJson(Map<String, dynamic> json) => _$DeltaMunicipalityConnectionFromJson(json);
}

@freezed
class DeltaMunicipalityEdge with _$DeltaMunicipalityEdge {
  const DeltaMunicipalityEdge._();

/// A municipality in the list behind a count.
  const factory DeltaMunicipalityEdge({
/// Cursor of this entry.
    required String cursor,
/// The municipality and its answers.
    required DeltaMunicipality node,
  }) = _DeltaMunicipalityEdge;

  factory DeltaMunicipalityEdge.fromJson(Map<String, dynamic> json) => _$DeltaMunicipalityEdgeFromJson(json);
}

@freezed
class DeltaOption with _$DeltaOption {
  const DeltaOption._();

/// The option of a MULTI_CHOICE question that a delta is about.
  const factory DeltaOption({
/// Code of the option.
    required String code,
/// Label in one language. Never empty.
    required String label,
  }) = _DeltaOption;

  factory DeltaOption.fromJson(Map<String, dynamic> json) => _$DeltaOptionFromJson(json);
}

/// Order of the deltas; ties keep the order of the question set.
enum DeltaOrder {
  /// Most changed first.
  @JsonKey(name: 'CHANGED_DESC')
  changedDesc,
  /// Most decreased first; questions without an order of levels last.
  @JsonKey(name: 'DECREASED_DESC')
  decreasedDesc,
  /// Most changed for the better first, by the polarity of the question; neutral questions last.
  @JsonKey(name: 'IMPROVED_DESC')
  improvedDesc,
  /// Most increased first; questions without an order of levels last.
  @JsonKey(name: 'INCREASED_DESC')
  increasedDesc,
  /// Largest surplus of increases over decreases first; questions without an order of levels last.
  @JsonKey(name: 'NET_DESC')
  netDesc,
  /// Smallest p value of the sign test first; questions without an order of levels last.
  @JsonKey(name: 'P_VALUE_ASC')
  pValueAsc,
  /// Order of the later question set, then questions asked only earlier.
  @JsonKey(name: 'QUESTION')
  question,
  /// Most changed for the worse first, by the polarity of the question; neutral questions last.
  @JsonKey(name: 'WORSENED_DESC')
  worsenedDesc,
}

@freezed
class DeltaStatistics with _$DeltaStatistics {
  const DeltaStatistics._();

/// Tests and intervals of a delta. They take the municipalities for a sample; a panel that is the whole population needs none.
  const factory DeltaStatistics({
/// The assumption that the tests make.
    required String assumption,
/// Null for numbers and reported changes.
    MarginalHomogeneity? marginalHomogeneity,
/// Share of comparable municipalities that increased; null where levels have no order or nothing is comparable.
    ShareInterval? shareIncreased,
/// Null where levels have no order.
    SignTest? signTest,
/// For ordered scales and numbers; null for others and for reported changes.
    SignedRankTest? signedRank,
  }) = _DeltaStatistics;

  factory DeltaStatistics.fromJson(Map<String, dynamic> json) => _$DeltaStatisticsFromJson(json);
}

@freezed
class Department with _$Department {
  const Department._();

/// An office of a municipality that works on sheets.
  const factory Department({
/// Code, unique in the municipality.
    required String code,
/// Name.
    required String name,
  }) = _Department;

  factory Department.fromJson(Map<String, dynamic> json) => _$DepartmentFromJson(json);
}

/// How a difference is written.
enum DiffFormat {
  /// Markdown; wordings are escaped.
  @JsonKey(name: 'MARKDOWN')
  markdown,
  /// Plain text, removed words in [-…-], added ones in {+…+}.
  @JsonKey(name: 'TEXT')
  text,
}

/// Direction of a change from the earlier to the later round.
enum Direction {
  /// Lower in the later round.
  @JsonKey(name: 'DECREASED')
  decreased,
  /// Higher in the later round.
  @JsonKey(name: 'INCREASED')
  increased,
  /// Equal in both rounds, or within the tolerance.
  @JsonKey(name: 'UNCHANGED')
  unchanged,
}

@freezed
class Disagreement with _$Disagreement {
  const Disagreement._();

/// A municipality whose own report differs from its answers.
  const factory Disagreement({
/// Direction computed from its answers.
    required Direction computed,
/// The municipality.
    required Municipality municipality,
/// Direction it reported.
    required Direction reported,
  }) = _Disagreement;

  factory Disagreement.fromJson(Map<String, dynamic> json) => _$DisagreementFromJson(json);
}

@freezed
class DisagreementConnection with _$DisagreementConnection {
  const DisagreementConnection._();

/// A page of disagreements, in panel order.
  const factory DisagreementConnection({
/// Entries of this page.
    required List<DisagreementEdge> edges,
/// Where the page ends.
    required PageInfo pageInfo,
/// Municipalities in the whole list.
    required int totalCount,
  }) = _DisagreementConnection;

  factory DisagreementConnection.fromJson(Map<String, dynamic> json) => _$DisagreementConnectionFromJson(json);
}

@freezed
class DisagreementEdge with _$DisagreementEdge {
  const DisagreementEdge._();

/// A municipality in the list of disagreements.
  const factory DisagreementEdge({
/// Cursor of this entry.
    required String cursor,
/// The municipality and both directions.
    required Disagreement node,
  }) = _DisagreementEdge;

  factory DisagreementEdge.fromJson(Map<String, dynamic> json) => _$DisagreementEdgeFromJson(json);
}

@freezed
class DisclosurePolicy with _$DisclosurePolicy {
  const DisclosurePolicy._();

/// A study's policy on who sees which figure.
  const factory DisclosurePolicy({
/// Attributes by which protected analysts may break figures down, the most important first.
    required List<String> breakdowns,
/// Which analysts see single answers.
    required SingleAnswersRule singleAnswers,
/// Fewest municipalities that a figure for protected analysts rests on.
    required int smallestBase,
  }) = _DisclosurePolicy;

  factory DisclosurePolicy.fromJson(Map<String, dynamic> json) => _$DisclosurePolicyFromJson(json);
}

@freezed
class DraftQuestionSetError with _$DraftQuestionSetError {
  const DraftQuestionSetError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory DraftQuestionSetError({
/// What is wrong, for programs.
    required DraftQuestionSetErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _DraftQuestionSetError;

  factory DraftQuestionSetError.fromJson(Map<String, dynamic> json) => _$DraftQuestionSetErrorFromJson(json);
}

/// Why a draft was not made.
enum DraftQuestionSetErrorCode {
  /// The template has an unpublished draft for this year already.
  @JsonKey(name: 'DRAFT_EXISTS')
  draftExists,
  /// A module does not exist, or the modules contradict each other; `path` names the one.
  @JsonKey(name: 'INVALID_MODULES')
  invalidModules,
  /// The year lies before the one the draft is based on.
  @JsonKey(name: 'INVALID_YEAR')
  invalidYear,
  /// The template has no published question set of that year and revision.
  @JsonKey(name: 'UNKNOWN_BASE')
  unknownBase,
  /// No template has this slug.
  @JsonKey(name: 'UNKNOWN_TEMPLATE')
  unknownTemplate,
}

@unfreezed
class DraftQuestionSetInput with _$DraftQuestionSetInput {
  const DraftQuestionSetInput._();

/// A draft for a year, empty or taken over from a published set with every question code.
  const factory DraftQuestionSetInput({
/// Set to start from; without it the draft is empty.
    QuestionSetReferenceInput? basedOn,
/// Modules to compose the draft of; without any it takes over the set it is based on.
    required List<ModuleReferenceInput> modules,
/// Slug of the template.
    required String template,
/// Year the questions will be asked in.
    required int year,
  }) = _DraftQuestionSetInput;

  factory DraftQuestionSetInput.fromJson(Map<String, dynamic> json) => _$DraftQuestionSetInputFromJson(json);
}

@freezed
class DraftQuestionSetPayload with _$DraftQuestionSetPayload {
  const DraftQuestionSetPayload._();

/// Outcome of draftQuestionSet.
  const factory DraftQuestionSetPayload({
/// Why there is none; empty on success.
    required List<DraftQuestionSetError> errors,
/// The new draft; null when there are errors.
    QuestionSet? questionSet,
  }) = _DraftQuestionSetPayload;

  factory DraftQuestionSetPayload.fromJson(Map<String, dynamic> json) => _$DraftQuestionSetPayloadFromJson(json);
}

@unfreezed
class EndSessionsInput with _$EndSessionsInput {
  const EndSessionsInput._();

/// Whose sessions end.
  const factory EndSessionsInput({
/// Id of the person; without it your own.
    String? id,
  }) = _EndSessionsInput;

  factory EndSessionsInput.fromJson(Map<String, dynamic> json) => _$EndSessionsInputFromJson(json);
}

@freezed
class ErasePersonError with _$ErasePersonError {
  const ErasePersonError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ErasePersonError({
/// What is wrong, for programs.
    required ErasePersonErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ErasePersonError;

  factory ErasePersonError.fromJson(Map<String, dynamic> json) => _$ErasePersonErrorFromJson(json);
}

/// Why a person was not erased.
enum ErasePersonErrorCode {
  /// There is no such person, it is not yours to erase, or it was erased before.
  @JsonKey(name: 'UNKNOWN_PERSON')
  unknownPerson,
}

@unfreezed
class ErasePersonInput with _$ErasePersonInput {
  const ErasePersonInput._();

/// Erases a person (Article 17 GDPR). What the person did for a municipality stays, without a name.
  const factory ErasePersonInput({
/// The person.
    required String person,
/// Why. Goes on record, so it names nobody.
    required String reason,
  }) = _ErasePersonInput;

  factory ErasePersonInput.fromJson(Map<String, dynamic> json) => _$ErasePersonInputFromJson(json);
}

@freezed
class ErasePersonPayload with _$ErasePersonPayload {
  const ErasePersonPayload._();

/// Outcome of erasePerson.
  const factory ErasePersonPayload({
/// Whether the person was erased.
    required bool erased,
/// Why not; empty on success.
    required List<ErasePersonError> errors,
  }) = _ErasePersonPayload;

  factory ErasePersonPayload.fromJson(Map<String, dynamic> json) => _$ErasePersonPayloadFromJson(json);
}

@freezed
class Exclusion with _$Exclusion {
  const Exclusion._();

/// How many municipalities are not comparable for one reason.
  const factory Exclusion({
/// Municipalities, at least 1.
    required int count,
/// The reason.
    required ExclusionReason reason,
  }) = _Exclusion;

  factory Exclusion.fromJson(Map<String, dynamic> json) => _$ExclusionFromJson(json);
}

/// Why a municipality is not comparable. When several apply, the first in the order of comparison.md wins.
enum ExclusionReason {
  /// Taken over from the round before without a look, where excludeCarriedOver leaves such answers out.
  @JsonKey(name: 'CARRIED_OVER')
  carriedOver,
  /// Answered "don't know".
  @JsonKey(name: 'DONT_KNOW')
  dontKnow,
  /// Answered "not applicable".
  @JsonKey(name: 'NOT_APPLICABLE')
  notApplicable,
  /// The question was not in the set it answered.
  @JsonKey(name: 'NOT_ASKED')
  notAsked,
  /// The verdict is BREAK, or the recode leaves the level out.
  @JsonKey(name: 'NOT_COMPARABLE')
  notComparable,
  /// It joined after the earlier or left before the later round.
  @JsonKey(name: 'NOT_IN_PANEL')
  notInPanel,
  /// Shown and left empty.
  @JsonKey(name: 'NO_ANSWER')
  noAnswer,
  /// No submitted response in either round.
  @JsonKey(name: 'NO_RESPONSE_BOTH')
  noResponseBoth,
  /// No submitted response in the earlier round.
  @JsonKey(name: 'NO_RESPONSE_FROM')
  noResponseFrom,
  /// No submitted response in the later round.
  @JsonKey(name: 'NO_RESPONSE_TO')
  noResponseTo,
  /// Declined to answer.
  @JsonKey(name: 'REFUSED')
  refused,
  /// The question was hidden by its visibleIf rule.
  @JsonKey(name: 'SKIPPED')
  skipped,
  /// It was merged or split between the rounds.
  @JsonKey(name: 'UNIT_CHANGED')
  unitChanged,
}

@freezed
class ExportDataError with _$ExportDataError {
  const ExportDataError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ExportDataError({
/// What is wrong, for programs.
    required ExportDataErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ExportDataError;

  factory ExportDataError.fromJson(Map<String, dynamic> json) => _$ExportDataErrorFromJson(json);
}

/// Why no export was started.
enum ExportDataErrorCode {
  /// An export holds single answers, and your token does not see them.
  @JsonKey(name: 'SINGLE_ANSWERS_PROTECTED')
  singleAnswersProtected,
  /// As many exports are running as this service writes at once; try again later.
  @JsonKey(name: 'TOO_MANY_EXPORTS')
  tooManyExports,
  /// The study has no such freeze.
  @JsonKey(name: 'UNKNOWN_FREEZE')
  unknownFreeze,
  /// The study, or the freeze, has no such round.
  @JsonKey(name: 'UNKNOWN_ROUND')
  unknownRound,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class ExportDataInput with _$ExportDataInput {
  const ExportDataInput._();

/// A data file of a study.
  const factory ExportDataInput({
/// Format.
    required DataFormat format,
/// Name of a freeze: its submissions, panel and question sets.
    String? freeze,
/// Language of labels in files that hold one: de or en.
    required String locale,
/// Codes of rounds; without it all.
    List<String>? rounds,
/// Slug of the study.
    required String study,
  }) = _ExportDataInput;

  factory ExportDataInput.fromJson(Map<String, dynamic> json) => _$ExportDataInputFromJson(json);
}

@freezed
class ExportDataPayload with _$ExportDataPayload {
  const ExportDataPayload._();

/// Outcome of exportData: the export runs on; ask for it by id.
  const factory ExportDataPayload({
/// Why none was started; empty on success.
    required List<ExportDataError> errors,
/// The export; null when there are errors.
    @JsonKey(name: 'export')
    DataExport? export_,
  }) = _ExportDataPayload;

  factory ExportDataPayload.fromJson(Map<String, dynamic> json) => _$ExportDataPayloadFromJson(json);
}

@freezed
class ExportStudyError with _$ExportStudyError {
  const ExportStudyError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ExportStudyError({
/// What is wrong, for programs.
    required ExportStudyErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ExportStudyError;

  factory ExportStudyError.fromJson(Map<String, dynamic> json) => _$ExportStudyErrorFromJson(json);
}

/// Why there is no export.
enum ExportStudyErrorCode {
  /// An export holds single answers, and your token does not see them.
  @JsonKey(name: 'SINGLE_ANSWERS_PROTECTED')
  singleAnswersProtected,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class ExportStudyInput with _$ExportStudyInput {
  const ExportStudyInput._();

/// A study to export.
  const factory ExportStudyInput({
/// Slug of the study.
    required String study,
  }) = _ExportStudyInput;

  factory ExportStudyInput.fromJson(Map<String, dynamic> json) => _$ExportStudyInputFromJson(json);
}

@freezed
class ExportStudyPayload with _$ExportStudyPayload {
  const ExportStudyPayload._();

/// Outcome of exportStudy.
  const factory ExportStudyPayload({
/// Path of the package as .zip on this service, valid for ten minutes; null when there are errors.
    String? downloadPath,
/// Why there is none; empty on success.
    required List<ExportStudyError> errors,
  }) = _ExportStudyPayload;

  factory ExportStudyPayload.fromJson(Map<String, dynamic> json) => _$ExportStudyPayloadFromJson(json);
}

@freezed
class ExtensionError with _$ExtensionError {
  const ExtensionError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ExtensionError({
/// What is wrong, for programs.
    required ExtensionErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ExtensionError;

  factory ExtensionError.fromJson(Map<String, dynamic> json) => _$ExtensionErrorFromJson(json);
}

/// Why an extension was not granted or taken back.
enum ExtensionErrorCode {
  /// There is no such sheet, or your token does not cover it.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// The new end is not after the round's own.
  @JsonKey(name: 'NOT_LATER')
  notLater,
}

@freezed
class ExtensionPayload with _$ExtensionPayload {
  const ExtensionPayload._();

/// Outcome of grantExtension and withdrawExtension.
  const factory ExtensionPayload({
/// Why nothing was changed; empty on success.
    required List<ExtensionError> errors,
/// The response; null when it was not found.
    String? response,
/// The window now; null when there are errors.
    SheetWindow? window,
  }) = _ExtensionPayload;

  factory ExtensionPayload.fromJson(Map<String, dynamic> json) => _$ExtensionPayloadFromJson(json);
}

@freezed
class FieldChange with _$FieldChange {
  const FieldChange._();

/// A value that is another now.
  const factory FieldChange({
/// Which value, e.g. min, visibleIf, levels.
    required String field,
/// Before, as text; null = not stated.
    String? from,
/// Now, as text; null = not stated.
    String? to,
  }) = _FieldChange;

  factory FieldChange.fromJson(Map<String, dynamic> json) => _$FieldChangeFromJson(json);
}

@freezed
class FieldConflict with _$FieldConflict {
  const FieldConflict._();

/// A field that two designers have changed to different values.
  const factory FieldConflict({
/// As both had read it, canonical JSON; null = not there.
    String? base,
/// Which field, e.g. questions, staff, text, de. `order` and `questions` at the end: the order of a list.
    required List<String> path,
/// As it is stored now, canonical JSON; null = deleted.
    String? theirs,
/// As it was sent, canonical JSON; null = deleted.
    String? yours,
  }) = _FieldConflict;

  factory FieldConflict.fromJson(Map<String, dynamic> json) => _$FieldConflictFromJson(json);
}

@freezed
class FigureMove with _$FigureMove {
  const FigureMove._();

/// Municipalities that count otherwise, for one cause.
  const factory FigureMove({
/// The cause.
    required MoveCause cause,
/// Municipalities.
    required int count,
/// The first 100 of them, in panel order.
    required List<Municipality> municipalities,
  }) = _FigureMove;

  factory FigureMove.fromJson(Map<String, dynamic> json) => _$FigureMoveFromJson(json);
}

@freezed
class Freeze with _$Freeze {
  const Freeze._();

/// A named cut of a study: submissions, panel, attribute values and verdicts as they were. It never changes.
  const factory Freeze({
/// Name, unique in the study.
    required String name,
/// What it was taken for; null when not stated.
    String? note,
/// When it was released to analysts who do not see single answers; null before.
    DateTime? releasedAt,
/// When it was taken.
    required DateTime takenAt,
/// Who took it.
    required String takenByName,
  }) = _Freeze;

  factory Freeze.fromJson(Map<String, dynamic> json) => _$FreezeFromJson(json);
}

@freezed
class FreezeDiff with _$FreezeDiff {
  const FreezeDiff._();

/// Every figure that moved between two freezes of a study.
  const factory FreezeDiff({
/// The first freeze.
    required Freeze a,
/// The second freeze.
    required Freeze b,
/// The figures, by pair of rounds and question; empty where none moved.
    required List<MovedFigure> figures,
  }) = _FreezeDiff;

  factory FreezeDiff.fromJson(Map<String, dynamic> json) => _$FreezeDiffFromJson(json);
}

@unfreezed
class GrantExtensionInput with _$GrantExtensionInput {
  const GrantExtensionInput._();

/// More time for one municipality, in place of an earlier extension.
  const factory GrantExtensionInput({
/// New end, after the round's own; without it the sheet may come late, without an end.
    DateTime? closesAt,
/// Code of the municipality.
    required String municipality,
/// Why. Goes on record.
    required String reason,
/// Code of the round.
    required String round,
/// Slug of the study.
    required String study,
  }) = _GrantExtensionInput;

  factory GrantExtensionInput.fromJson(Map<String, dynamic> json) => _$GrantExtensionInputFromJson(json);
}

@freezed
class GridAxisItem with _$GridAxisItem {
  const GridAxisItem._();

/// A row or column of a grid.
  const factory GridAxisItem({
/// Code of the row or column.
    required String code,
/// Heading in one language. Never empty.
    required String text,
/// Heading in every language.
    required List<Translation> translations,
  }) = _GridAxisItem;

  factory GridAxisItem.fromJson(Map<String, dynamic> json) => _$GridAxisItemFromJson(json);
}

@unfreezed
class GridAxisItemInput with _$GridAxisItemInput {
  const GridAxisItemInput._();

/// A row or column of a grid.
  const factory GridAxisItemInput({
/// Code, unique among its siblings.
    required String code,
/// Heading per language.
    required List<TranslationInput> text,
  }) = _GridAxisItemInput;

  factory GridAxisItemInput.fromJson(Map<String, dynamic> json) => _$GridAxisItemInputFromJson(json);
}

@freezed
class GridCell with _$GridCell {
  const GridCell._();

/// Which cell of a grid a question is.
  const factory GridCell({
/// Code of the GRID question.
    required String code,
/// Code of the column.
    required String column,
/// Code of the row.
    required String row,
  }) = _GridCell;

  factory GridCell.fromJson(Map<String, dynamic> json) => _$GridCellFromJson(json);
}

@freezed
class IgnoredPart with _$IgnoredPart {
  const IgnoredPart._();

/// What a file holds beside the sheet and is not read.
  const factory IgnoredPart({
/// What.
    required String what,
/// Why.
    required String why,
  }) = _IgnoredPart;

  factory IgnoredPart.fromJson(Map<String, dynamic> json) => _$IgnoredPartFromJson(json);
}

@freezed
class Import with _$Import {
  const Import._();

/// The import of one study package. Writes everything or nothing.
  const factory Import({
/// Answers in the package.
    required int answers,
/// Whether it only checks.
    required bool dryRun,
/// Faults found, also beyond those listed.
    required int faultCount,
/// The first 1000 faults.
    required List<PackageFault> faults,
/// Identifier.
    required String id,
/// Municipalities in the package.
    required int municipalities,
/// Share of the package that has been read, in percent, 0 to 100.
    required int percent,
/// State.
    required ImportStatus status,
/// Slug of the study; null until study.yaml is read.
    String? study,
/// Submissions in the package.
    required int submissions,
/// Whether the package was in the service already, so that nothing changed. Meaningful once SUCCEEDED.
    required bool unchanged,
  }) = _Import;

  factory Import.fromJson(Map<String, dynamic> json) => _$ImportFromJson(json);
}

/// State of an import.
enum ImportStatus {
  /// The service failed; nothing was written. Repeat it.
  @JsonKey(name: 'FAILED')
  failed,
  /// The package has faults; nothing was written.
  @JsonKey(name: 'REFUSED')
  refused,
  /// Under way; nothing is visible yet.
  @JsonKey(name: 'RUNNING')
  running,
  /// Done, or checked without fault in a dry run.
  @JsonKey(name: 'SUCCEEDED')
  succeeded,
}

@freezed
class ImportStudyError with _$ImportStudyError {
  const ImportStudyError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ImportStudyError({
/// What is wrong, for programs.
    required ImportStudyErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ImportStudyError;

  factory ImportStudyError.fromJson(Map<String, dynamic> json) => _$ImportStudyErrorFromJson(json);
}

/// Why an import was not started.
enum ImportStudyErrorCode {
  /// There is no such upload of yours, or it was imported already.
  @JsonKey(name: 'UNKNOWN_UPLOAD')
  unknownUpload,
}

@unfreezed
class ImportStudyInput with _$ImportStudyInput {
  const ImportStudyInput._();

/// A study package that was uploaded to /exchange/uploads.
  const factory ImportStudyInput({
/// Check only, write nothing.
    required bool dryRun,
/// Identifier that the upload answered with.
    required String upload,
  }) = _ImportStudyInput;

  factory ImportStudyInput.fromJson(Map<String, dynamic> json) => _$ImportStudyInputFromJson(json);
}

@freezed
class ImportStudyPayload with _$ImportStudyPayload {
  const ImportStudyPayload._();

/// Outcome of importStudy: the import runs on; ask for it by id.
  const factory ImportStudyPayload({
/// Why none was started; empty on success.
    required List<ImportStudyError> errors,
/// The import; null when there are errors.
    @JsonKey(name: 'import')
    Import? import_,
  }) = _ImportStudyPayload;

  factory ImportStudyPayload.fromJson(Map<String, dynamic> json) => _$ImportStudyPayloadFromJson(json);
}

/// How a 95 % interval is made.
enum IntervalMethod {
  /// Exact interval of Clopper and Pearson (1934).
  @JsonKey(name: 'CLOPPER_PEARSON')
  clopperPearson,
  /// Score interval of Wilson (1927).
  @JsonKey(name: 'WILSON')
  wilson,
}

@freezed
class InvitationError with _$InvitationError {
  const InvitationError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory InvitationError({
/// What is wrong, for programs.
    required InvitationErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _InvitationError;

  factory InvitationError.fromJson(Map<String, dynamic> json) => _$InvitationErrorFromJson(json);
}

/// Why nobody was written to.
enum InvitationErrorCode {
  /// The panel has no such municipality, or it has no contact with an address.
  @JsonKey(name: 'UNKNOWN_MUNICIPALITY')
  unknownMunicipality,
  /// The study has no such round.
  @JsonKey(name: 'UNKNOWN_ROUND')
  unknownRound,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@freezed
class InvitationPayload with _$InvitationPayload {
  const InvitationPayload._();

/// Outcome of sendInvitations and sendReminders.
  const factory InvitationPayload({
/// Why nobody was written to; empty on success.
    required List<InvitationError> errors,
/// Mails that were queued now; those of earlier calls are not counted.
    required int mails,
/// Municipalities that were written to now.
    required int municipalities,
/// Codes of municipalities without a contact that has an address, at most 1000: nobody was written to.
    required List<String> withoutAddress,
  }) = _InvitationPayload;

  factory InvitationPayload.fromJson(Map<String, dynamic> json) => _$InvitationPayloadFromJson(json);
}

@freezed
class IssueDevelopmentTokenError with _$IssueDevelopmentTokenError {
  const IssueDevelopmentTokenError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory IssueDevelopmentTokenError({
/// What is wrong, for programs.
    required IssueDevelopmentTokenErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _IssueDevelopmentTokenError;

  factory IssueDevelopmentTokenError.fromJson(Map<String, dynamic> json) => _$IssueDevelopmentTokenErrorFromJson(json);
}

/// Why no token was issued.
enum IssueDevelopmentTokenErrorCode {
  /// The service runs in production or trusts an identity provider: sign in there.
  @JsonKey(name: 'NOT_IN_DEVELOPMENT')
  notInDevelopment,
  /// The development issuer answers callers on the same machine only.
  @JsonKey(name: 'NOT_LOCAL')
  notLocal,
  /// A RESPONDENT token needs study and municipality.
  @JsonKey(name: 'RESPONDENT_NEEDS_MUNICIPALITY')
  respondentNeedsMunicipality,
}

@unfreezed
class IssueDevelopmentTokenInput with _$IssueDevelopmentTokenInput {
  const IssueDevelopmentTokenInput._();

/// A token of the development issuer.
  const factory IssueDevelopmentTokenInput({
/// RESPONDENT: code of the department; without it every section.
    String? department,
/// RESPONDENT: code of the municipality.
    String? municipality,
/// Display name; without it the role.
    String? name,
/// Role in the token.
    required Role role,
/// RESPONDENT: whether the holder may hand the sheet in.
    required bool signatory,
/// Whether the holder sees single answers; without it only released freezes, protected.
    required bool singleAnswers,
/// Slug of the one study; without it every study.
    String? study,
/// Lifetime in seconds, 60 to 2,592,000 (30 days).
    required int ttlSeconds,
  }) = _IssueDevelopmentTokenInput;

  factory IssueDevelopmentTokenInput.fromJson(Map<String, dynamic> json) => _$IssueDevelopmentTokenInputFromJson(json);
}

@freezed
class IssueDevelopmentTokenPayload with _$IssueDevelopmentTokenPayload {
  const IssueDevelopmentTokenPayload._();

/// Outcome of issueDevelopmentToken.
  const factory IssueDevelopmentTokenPayload({
/// Why there is none; empty on success.
    required List<IssueDevelopmentTokenError> errors,
/// When it expires; null when there are errors.
    DateTime? expiresAt,
/// The bearer token; null when there are errors.
    String? token,
  }) = _IssueDevelopmentTokenPayload;

  factory IssueDevelopmentTokenPayload.fromJson(Map<String, dynamic> json) => _$IssueDevelopmentTokenPayloadFromJson(json);
}

@unfreezed
class JoinInput with _$JoinInput {
  const JoinInput._();

/// A municipality joins.
  const factory JoinInput({
/// Who.
    required NewMunicipalityInput municipality,
/// First year of membership.
    required int year,
  }) = _JoinInput;

  factory JoinInput.fromJson(Map<String, dynamic> json) => _$JoinInputFromJson(json);
}

@unfreezed
class KeptCheckpointInput with _$KeptCheckpointInput {
  const KeptCheckpointInput._();

/// A checkpoint that was kept outside of the database.
  const factory KeptCheckpointInput({
/// Its hash, 64 hex digits.
    required String hash,
/// Its number.
    required int number,
  }) = _KeptCheckpointInput;

  factory KeptCheckpointInput.fromJson(Map<String, dynamic> json) => _$KeptCheckpointInputFromJson(json);
}

@unfreezed
class LeaveInput with _$LeaveInput {
  const LeaveInput._();

/// A municipality leaves.
  const factory LeaveInput({
/// Code of the municipality.
    required String municipality,
/// First year in which it is no member any more.
    required int year,
  }) = _LeaveInput;

  factory LeaveInput.fromJson(Map<String, dynamic> json) => _$LeaveInputFromJson(json);
}

@freezed
class Level with _$Level {
  const Level._();

/// One category of a scale. Its rank is its position.
  const factory Level({
/// Whether it is no longer offered; its code stays taken.
    required bool archived,
/// Code of the level, unique in its scale.
    required String code,
/// What choosing this level reports; null unless the scale asks for a change directly.
    Direction? direction,
/// Label in one language. Never empty.
    required String label,
/// Label in every language.
    required List<Translation> translations,
  }) = _Level;

  factory Level.fromJson(Map<String, dynamic> json) => _$LevelFromJson(json);
}

@freezed
class LevelCount with _$LevelCount {
  const LevelCount._();

/// How many municipalities gave one answer.
  const factory LevelCount({
/// Municipalities.
    required int count,
/// Level code, true or false.
    required String value,
  }) = _LevelCount;

  factory LevelCount.fromJson(Map<String, dynamic> json) => _$LevelCountFromJson(json);
}

@unfreezed
class LevelInput with _$LevelInput {
  const LevelInput._();

/// One level of a scale.
  const factory LevelInput({
/// No longer offered; its code stays taken.
    required bool archived,
/// Code, unique in the scale.
    required String code,
/// What choosing it reports, on a scale that asks for a change.
    Direction? direction,
/// Label per language.
    required List<TranslationInput> label,
  }) = _LevelInput;

  factory LevelInput.fromJson(Map<String, dynamic> json) => _$LevelInputFromJson(json);
}

@freezed
class LevelMapping with _$LevelMapping {
  const LevelMapping._();

/// Where a level of an earlier scale goes on a later one.
  const factory LevelMapping({
/// Level code of the earlier scale.
    required String from,
/// Level code of the later scale.
    required String to,
  }) = _LevelMapping;

  factory LevelMapping.fromJson(Map<String, dynamic> json) => _$LevelMappingFromJson(json);
}

@unfreezed
class LevelMappingInput with _$LevelMappingInput {
  const LevelMappingInput._();

/// Where a level of an earlier scale goes on this one.
  const factory LevelMappingInput({
/// Level code of the earlier scale.
    required String from,
/// Level code of this scale.
    required String to,
  }) = _LevelMappingInput;

  factory LevelMappingInput.fromJson(Map<String, dynamic> json) => _$LevelMappingInputFromJson(json);
}

@freezed
class LevelShare with _$LevelShare {
  const LevelShare._();

/// "k of n rate it (very) big", in one round.
  const factory LevelShare({
/// Municipalities whose answer lies in the box.
    required int count,
/// Everybody else in the panel, by reason.
    required List<Exclusion> exclusions,
/// Municipalities with a valid answer in that round: the denominator.
    required int of,
  }) = _LevelShare;

  factory LevelShare.fromJson(Map<String, dynamic> json) => _$LevelShareFromJson(json);
}

@freezed
class LevelValue with _$LevelValue {
  const LevelValue._();

/// One level of a scale.
  const factory LevelValue({
/// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
    required String canonical,
/// The value as a reader sees it, in one language. Never empty but for an empty text.
    required String label,
/// Code of the level.
    required String level,
  }) = _LevelValue;

  factory LevelValue.fromJson(Map<String, dynamic> json) => _$LevelValueFromJson(json);
}

@freezed
class LevelsValue with _$LevelsValue {
  const LevelsValue._();

/// The chosen options, in scale order.
  const factory LevelsValue({
/// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
    required String canonical,
/// The value as a reader sees it, in one language. Never empty but for an empty text.
    required String label,
/// Codes of the options.
    required List<String> levels,
  }) = _LevelsValue;

  factory LevelsValue.fromJson(Map<String, dynamic> json) => _$LevelsValueFromJson(json);
}

@freezed
class ListedQuestion with _$ListedQuestion {
  const ListedQuestion._();

/// A question that only one of two sets asks.
  const factory ListedQuestion({
/// Its code.
    required String code,
/// Code of its section.
    required String section,
  }) = _ListedQuestion;

  factory ListedQuestion.fromJson(Map<String, dynamic> json) => _$ListedQuestionFromJson(json);
}

@freezed
class Mail with _$Mail {
  const Mail._();

/// A mail to one person.
  const factory Mail({
/// Times that sending was begun.
    required int attempts,
/// When it was asked for.
    required DateTime createdAt,
/// Identifies the mail.
    required String id,
/// What it is about.
    required MailKind kind,
/// Code of the last failure, e.g. 550 5.1.1 or ECONNECTION; null where there was none.
    String? lastError,
/// Code of the municipality; null where it is about none.
    String? municipality,
/// Address of the recipient today; null when erased or not stated.
    String? recipientAddress,
/// Name of the recipient today; null when erased or not stated.
    String? recipientName,
/// Code of the round; null where it is about none.
    String? round,
/// When it was sent; null before.
    DateTime? sentAt,
/// What became of it.
    required MailStatus status,
  }) = _Mail;

  factory Mail.fromJson(Map<String, dynamic> json) => _$MailFromJson(json);
}

@freezed
class MailConnection with _$MailConnection {
  const MailConnection._();

/// A page of mails, latest first.
  const factory MailConnection({
/// Entries of this page.
    required List<MailEdge> edges,
/// Whether this service has a mail server; without one every mail stays queued.
    required bool hasServer,
/// Where the page ends.
    required PageInfo pageInfo,
/// Mails in the whole list.
    required int totalCount,
  }) = _MailConnection;

  factory MailConnection.fromJson(Map<String, dynamic> json) => _$MailConnectionFromJson(json);
}

@freezed
class MailEdge with _$MailEdge {
  const MailEdge._();

/// A mail in a list.
  const factory MailEdge({
/// Cursor of this entry.
    required String cursor,
/// The mail.
    required Mail node,
  }) = _MailEdge;

  factory MailEdge.fromJson(Map<String, dynamic> json) => _$MailEdgeFromJson(json);
}

/// What a mail is about.
enum MailKind {
  /// The sheet was accepted.
  @JsonKey(name: 'ACCEPTED')
  accepted,
  /// The municipality was given more time.
  @JsonKey(name: 'EXTENSION')
  extension_,
  /// The municipality is invited to a round.
  @JsonKey(name: 'INVITATION')
  invitation,
  /// There is a query on the sheet.
  @JsonKey(name: 'QUERY')
  query,
  /// The sheet was handed in.
  @JsonKey(name: 'RECEIPT')
  receipt,
  /// The sheet is not handed in yet and the window closes.
  @JsonKey(name: 'REMINDER')
  reminder,
  /// The sheet was returned for correction.
  @JsonKey(name: 'RETURNED')
  returned,
  /// A link that signs in once.
  @JsonKey(name: 'SIGN_IN_LINK')
  signInLink,
}

@freezed
class MailPreview with _$MailPreview {
  const MailPreview._();

/// Whom a mail of a round would go to, and what it would say. Nothing is sent.
  const factory MailPreview({
/// Persons among them for whom it is queued or was sent before.
    required int alreadyThere,
/// The first mails, in panel order.
    required List<PreviewedMail> mails,
/// Persons it is meant for.
    required int recipients,
/// Persons among them without an address.
    required int withoutAddress,
  }) = _MailPreview;

  factory MailPreview.fromJson(Map<String, dynamic> json) => _$MailPreviewFromJson(json);
}

/// What became of a mail.
enum MailStatus {
  /// It is not sent: there is nobody to send it to any more, or no point in it.
  @JsonKey(name: 'CANCELLED')
  cancelled,
  /// It was given up: refused for good, or failed too often. It can be sent again.
  @JsonKey(name: 'DEAD')
  dead,
  /// It is to be sent, or sent again after a failure.
  @JsonKey(name: 'QUEUED')
  queued,
  /// The mail server has taken it.
  @JsonKey(name: 'SENT')
  sent,
}

@freezed
class MarginalHomogeneity with _$MarginalHomogeneity {
  const MarginalHomogeneity._();

/// Stuart–Maxwell test: whether the levels are as frequent in both rounds.
  const factory MarginalHomogeneity({
/// Test statistic, 0 or more; 0 where nobody changed.
    required double chiSquared,
/// Rank of the covariance matrix; 0 where nobody changed.
    required int degreesOfFreedom,
/// 0 to 1; 1 where nobody changed.
    required double pValue,
  }) = _MarginalHomogeneity;

  factory MarginalHomogeneity.fromJson(Map<String, dynamic> json) => _$MarginalHomogeneityFromJson(json);
}

@unfreezed
class MergeInput with _$MergeInput {
  const MergeInput._();

/// Municipalities are merged into a new one.
  const factory MergeInput({
/// Code of the part whose answers it carries on; without it its past is that of a changed unit.
    String? carriesOn,
/// The new municipality.
    required NewMunicipalityInput into,
/// Codes of the parts, at least two.
    required List<String> parts,
/// First year of the new municipality.
    required int year,
  }) = _MergeInput;

  factory MergeInput.fromJson(Map<String, dynamic> json) => _$MergeInputFromJson(json);
}

@freezed
class MergedField with _$MergedField {
  const MergedField._();

/// A field in which another designer's edit was kept.
  const factory MergedField({
/// Which field, e.g. questions, staff, text, de.
    required List<String> path,
  }) = _MergedField;

  factory MergedField.fromJson(Map<String, dynamic> json) => _$MergedFieldFromJson(json);
}

@freezed
class MissingCode with _$MissingCode {
  const MissingCode._();

/// An answer that is not a value.
  const factory MissingCode({
/// Code of the answer, unique among levels and missing codes of the scale.
    required String code,
/// The reason under which figures exclude it.
    required MissingKind kind,
/// Label in one language. Never empty.
    required String label,
/// Label in every language.
    required List<Translation> translations,
  }) = _MissingCode;

  factory MissingCode.fromJson(Map<String, dynamic> json) => _$MissingCodeFromJson(json);
}

@unfreezed
class MissingCodeInput with _$MissingCodeInput {
  const MissingCodeInput._();

/// An answer that is not a value.
  const factory MissingCodeInput({
/// Code, unique among levels and missing codes of the scale.
    required String code,
/// Reason under which figures exclude it.
    required MissingKind kind,
/// Label per language.
    required List<TranslationInput> label,
  }) = _MissingCodeInput;

  factory MissingCodeInput.fromJson(Map<String, dynamic> json) => _$MissingCodeInputFromJson(json);
}

/// Why an answer is not a value.
enum MissingKind {
  /// The respondent does not know.
  @JsonKey(name: 'DONT_KNOW')
  dontKnow,
  /// The question does not apply.
  @JsonKey(name: 'NOT_APPLICABLE')
  notApplicable,
  /// The respondent declined to answer.
  @JsonKey(name: 'REFUSED')
  refused,
}

@freezed
class MissingTranslation with _$MissingTranslation {
  const MissingTranslation._();

/// A text that a language lacks.
  const factory MissingTranslation({
/// Which text, e.g. questions.staff.text.
    required String key,
/// BCP 47 language tag.
    required String locale,
/// The text in the language that has it.
    required String source,
  }) = _MissingTranslation;

  factory MissingTranslation.fromJson(Map<String, dynamic> json) => _$MissingTranslationFromJson(json);
}

@freezed
class MissingValue with _$MissingValue {
  const MissingValue._();

/// An answer that is not a value, e.g. "don't know".
  const factory MissingValue({
/// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
    required String canonical,
/// Reason under which figures exclude it.
    required MissingKind kind,
/// The value as a reader sees it, in one language. Never empty but for an empty text.
    required String label,
/// Missing code of the scale.
    required String missing,
  }) = _MissingValue;

  factory MissingValue.fromJson(Map<String, dynamic> json) => _$MissingValueFromJson(json);
}

@freezed
class Module with _$Module {
  const Module._();

/// A named group of questions of a template: the core asked every year, a rotating topic.
  const factory Module({
/// Code, unique in the template.
    required String code,
/// Its revisions, the first one first.
    required List<ModuleRevision> revisions,
/// Title in one language. Never empty.
    required String title,
  }) = _Module;

  factory Module.fromJson(Map<String, dynamic> json) => _$ModuleFromJson(json);
}

@freezed
class ModuleReference with _$ModuleReference {
  const ModuleReference._();

/// The revision of a module that a question set was composed of.
  const factory ModuleReference({
/// Code of the module.
    required String code,
/// Its revision, from 1.
    required int revision,
  }) = _ModuleReference;

  factory ModuleReference.fromJson(Map<String, dynamic> json) => _$ModuleReferenceFromJson(json);
}

@unfreezed
class ModuleReferenceInput with _$ModuleReferenceInput {
  const ModuleReferenceInput._();

/// A revision of a module of the same template.
  const factory ModuleReferenceInput({
/// Code of the module.
    required String code,
/// Its revision, from 1.
    required int revision,
  }) = _ModuleReferenceInput;

  factory ModuleReferenceInput.fromJson(Map<String, dynamic> json) => _$ModuleReferenceInputFromJson(json);
}

@freezed
class ModuleRevision with _$ModuleRevision {
  const ModuleRevision._();

/// One revision of a module. Immutable.
  const factory ModuleRevision({
/// SHA-256 over its canonical content, hex.
    required String contentHash,
/// Instant of publication.
    required DateTime publishedAt,
/// From 1.
    required int revision,
/// Its questions, by section.
    required List<Section> sections,
  }) = _ModuleRevision;

  factory ModuleRevision.fromJson(Map<String, dynamic> json) => _$ModuleRevisionFromJson(json);
}

/// Why a municipality counts otherwise in a later freeze.
enum MoveCause {
  /// It joined or left the panel, or changed its unit.
  @JsonKey(name: 'CHANGED_PANEL')
  changedPanel,
  /// The question sets between the rounds, or a verdict in them, have changed.
  @JsonKey(name: 'CHANGED_VERDICT')
  changedVerdict,
  /// It handed in a sheet again.
  @JsonKey(name: 'CORRECTION')
  correction,
  /// It handed in a sheet that the earlier freeze lacks.
  @JsonKey(name: 'LATE_SUBMISSION')
  lateSubmission,
}

@unfreezed
class MoveWindowInput with _$MoveWindowInput {
  const MoveWindowInput._();

/// Moves the window of a round. Ends that are left out stay where they are.
  const factory MoveWindowInput({
/// New end, after the start.
    DateTime? closesAt,
/// New start.
    DateTime? opensAt,
/// Why. Goes on record.
    required String reason,
/// Code of the round.
    required String round,
/// Slug of the study.
    required String study,
  }) = _MoveWindowInput;

  factory MoveWindowInput.fromJson(Map<String, dynamic> json) => _$MoveWindowInputFromJson(json);
}

@freezed
class MovedFigure with _$MovedFigure {
  const MovedFigure._();

/// A figure that differs between two freezes.
  const factory MovedFigure({
/// Counts in the second freeze; null where it lacks the figure.
    Tally? after,
/// Counts in the first freeze; null where it lacks the figure.
    Tally? before,
/// Comparability in the second freeze.
    Verdict? comparabilityAfter,
/// Comparability in the first freeze.
    Verdict? comparabilityBefore,
/// Code of the earlier round.
    required String from,
/// Why, municipality by municipality; a cause without any is left out.
    required List<FigureMove> moves,
/// The option; null unless MULTI_CHOICE.
    DeltaOption? option,
/// The question.
    required Question question,
/// Code of the later round.
    required String to,
  }) = _MovedFigure;

  factory MovedFigure.fromJson(Map<String, dynamic> json) => _$MovedFigureFromJson(json);
}

@freezed
class MovedQuestion with _$MovedQuestion {
  const MovedQuestion._();

/// A question that stands elsewhere, apart from what came or went before it.
  const factory MovedQuestion({
/// Its code.
    required String code,
/// Position before, from 0; a grid counts once.
    required int fromPosition,
/// Code of the section it stood in.
    required String fromSection,
/// Position now, from 0.
    required int toPosition,
/// Code of the section it stands in.
    required String toSection,
  }) = _MovedQuestion;

  factory MovedQuestion.fromJson(Map<String, dynamic> json) => _$MovedQuestionFromJson(json);
}

@freezed
class Municipality with _$Municipality {
  const Municipality._();

/// A member of the panel.
  const factory Municipality({
/// Attribute values, by attribute and round.
    required List<MunicipalityAttribute> attributes,
/// Code, unique in the study.
    required String code,
/// Name.
    required String name,
/// Official key (AGS, NUTS or LAU); null when not stated.
    String? officialKey,
  }) = _Municipality;

  factory Municipality.fromJson(Map<String, dynamic> json) => _$MunicipalityFromJson(json);
}

@freezed
class MunicipalityAttribute with _$MunicipalityAttribute {
  const MunicipalityAttribute._();

/// The value of one attribute of one municipality.
  const factory MunicipalityAttribute({
/// Code of the attribute.
    required String attribute,
/// Round the value holds in; null for all rounds without one of their own.
    String? round,
/// Code of the value.
    required String value,
  }) = _MunicipalityAttribute;

  factory MunicipalityAttribute.fromJson(Map<String, dynamic> json) => _$MunicipalityAttributeFromJson(json);
}

@freezed
class MunicipalityConnection with _$MunicipalityConnection {
  const MunicipalityConnection._();

/// A page of municipalities, in panel order.
  const factory MunicipalityConnection({
/// Entries of this page.
    required List<MunicipalityEdge> edges,
/// Where the page ends.
    required PageInfo pageInfo,
/// Municipalities in the whole list.
    required int totalCount,
  }) = _MunicipalityConnection;

  factory MunicipalityConnection.fromJson(Map<String, dynamic> json) => _$MunicipalityConnectionFromJson(json);
}

@freezed
class MunicipalityEdge with _$MunicipalityEdge {
  const MunicipalityEdge._();

/// A municipality in a list.
  const factory MunicipalityEdge({
/// Cursor of this entry.
    required String cursor,
/// The municipality.
    required Municipality node,
  }) = _MunicipalityEdge;

  factory MunicipalityEdge.fromJson(Map<String, dynamic> json) => _$MunicipalityEdgeFromJson(json);
}

@unfreezed
class MunicipalityFilter with _$MunicipalityFilter {
  const MunicipalityFilter._();

/// Narrows the panel. All given conditions must hold; an empty filter lets everybody pass.
  const factory MunicipalityFilter({
/// All of these must hold.
    List<MunicipalityFilter>? and,
/// By attribute.
    AttributeFilterInput? attribute,
/// By code of the municipality.
    List<String>? codes,
/// This must not hold.
    MunicipalityFilter? not,
/// At least one of these must hold.
    List<MunicipalityFilter>? or,
  }) = _MunicipalityFilter;

  factory MunicipalityFilter.fromJson(Map<String, dynamic> json) => _$MunicipalityFilterFromJson(json);
}

@unfreezed
class NewMunicipalityInput with _$NewMunicipalityInput {
  const NewMunicipalityInput._();

/// A municipality that comes into the panel.
  const factory NewMunicipalityInput({
/// Values of attributes, each attribute once.
    required List<AttributeValueInput> attributes,
/// Code, unique in the study for ever.
    required String code,
/// Name.
    required String name,
/// Official key (AGS, NUTS or LAU); null = not stated.
    String? officialKey,
  }) = _NewMunicipalityInput;

  factory NewMunicipalityInput.fromJson(Map<String, dynamic> json) => _$NewMunicipalityInputFromJson(json);
}

@freezed
class NotTakenOver with _$NotTakenOver {
  const NotTakenOver._();

/// Something of a form that a question set has no equal for.
  const factory NotTakenOver({
/// Letter of the column; null = the row as a whole.
    String? column,
/// Row, from 1.
    required int row,
/// Name of the sheet.
    required String sheet,
/// What it is.
    required String what,
/// Why it was left out.
    required String why,
  }) = _NotTakenOver;

  factory NotTakenOver.fromJson(Map<String, dynamic> json) => _$NotTakenOverFromJson(json);
}

@freezed
class NumberValue with _$NumberValue {
  const NumberValue._();

/// A decimal number.
  const factory NumberValue({
/// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
    required String canonical,
/// The value as a reader sees it, in one language. Never empty but for an empty text.
    required String label,
/// The number, in the unit of the question; exact up to 15 digits.
    required double number,
  }) = _NumberValue;

  factory NumberValue.fromJson(Map<String, dynamic> json) => _$NumberValueFromJson(json);
}

@unfreezed
class OpenQueryInput with _$OpenQueryInput {
  const OpenQueryInput._();

/// Asks about one question of a sheet that was handed in.
  const factory OpenQueryInput({
/// Code of the question.
    required String question,
/// The response.
    required String response,
/// What is asked.
    required String text,
  }) = _OpenQueryInput;

  factory OpenQueryInput.fromJson(Map<String, dynamic> json) => _$OpenQueryInputFromJson(json);
}

@freezed
class OpenRoundError with _$OpenRoundError {
  const OpenRoundError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory OpenRoundError({
/// What is wrong, for programs.
    required OpenRoundErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _OpenRoundError;

  factory OpenRoundError.fromJson(Map<String, dynamic> json) => _$OpenRoundErrorFromJson(json);
}

/// Why a round was not opened.
enum OpenRoundErrorCode {
  /// The study has a round of this code.
  @JsonKey(name: 'CODE_TAKEN')
  codeTaken,
  /// The window ends before it starts.
  @JsonKey(name: 'INVALID_WINDOW')
  invalidWindow,
  /// The question set is a draft or retired.
  @JsonKey(name: 'NOT_PUBLISHED')
  notPublished,
  /// The question set belongs to another template than the study.
  @JsonKey(name: 'OTHER_TEMPLATE')
  otherTemplate,
  /// There is no such question set.
  @JsonKey(name: 'UNKNOWN_QUESTION_SET')
  unknownQuestionSet,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class OpenRoundInput with _$OpenRoundInput {
  const OpenRoundInput._();

/// A new round, opened on a published question set.
  const factory OpenRoundInput({
/// End of the window, after its start.
    required DateTime closesAt,
/// Code of the round, unique in the study.
    required String code,
/// Start of the window; without it now.
    DateTime? opensAt,
/// A published question set of the study's template; the round's year is the set's.
    required String questionSet,
/// Slug of the study.
    required String study,
  }) = _OpenRoundInput;

  factory OpenRoundInput.fromJson(Map<String, dynamic> json) => _$OpenRoundInputFromJson(json);
}

@freezed
class OpenRoundPayload with _$OpenRoundPayload {
  const OpenRoundPayload._();

/// Outcome of openRound.
  const factory OpenRoundPayload({
/// Why there is none; empty on success.
    required List<OpenRoundError> errors,
/// The open round; null when there are errors.
    Round? round,
  }) = _OpenRoundPayload;

  factory OpenRoundPayload.fromJson(Map<String, dynamic> json) => _$OpenRoundPayloadFromJson(json);
}

@freezed
class PackageFault with _$PackageFault {
  const PackageFault._();

/// One fault of a study package, at its place.
  const factory PackageFault({
/// What is wrong, for programs, e.g. UNKNOWN_LEVEL.
    required String code,
/// Column from 1, in characters; null where the line or file as a whole is meant.
    int? column,
/// What was expected instead.
    required String expected,
/// File inside the package.
    required String file,
/// Line from 1; null where the file as a whole is meant.
    int? line,
/// What is wrong, for people.
    required String message,
  }) = _PackageFault;

  factory PackageFault.fromJson(Map<String, dynamic> json) => _$PackageFaultFromJson(json);
}

@freezed
class PageInfo with _$PageInfo {
  const PageInfo._();

/// Where a page of a connection ends.
  const factory PageInfo({
/// Cursor of the last entry of this page, for `after`; null on an empty page.
    String? endCursor,
/// Whether there are more entries after this page.
    required bool hasNextPage,
  }) = _PageInfo;

  factory PageInfo.fromJson(Map<String, dynamic> json) => _$PageInfoFromJson(json);
}

@unfreezed
class PanelChangeInput with _$PanelChangeInput {
  const PanelChangeInput._();

/// One change of a panel: exactly one of the fields.
  const factory PanelChangeInput({
/// A municipality joins.
    JoinInput? join,
/// A municipality leaves.
    LeaveInput? leave,
/// Municipalities are merged.
    MergeInput? merge,
/// A municipality is split.
    SplitInput? split,
  }) = _PanelChangeInput;

  factory PanelChangeInput.fromJson(Map<String, dynamic> json) => _$PanelChangeInputFromJson(json);
}

@freezed
class Person with _$Person {
  const Person._();

/// Somebody who worked on a sheet.
  const factory Person({
/// Display name; a dash once the person's data were erased.
    required String name,
  }) = _Person;

  factory Person.fromJson(Map<String, dynamic> json) => _$PersonFromJson(json);
}

@unfreezed
class PersonInput with _$PersonInput {
  const PersonInput._();

/// Names a person.
  const factory PersonInput({
/// Id of the person.
    required String id,
  }) = _PersonInput;

  factory PersonInput.fromJson(Map<String, dynamic> json) => _$PersonInputFromJson(json);
}

@freezed
class PersonalDataFile with _$PersonalDataFile {
  const PersonalDataFile._();

/// Everything that is kept about a person (Article 15 GDPR), as JSON.
  const factory PersonalDataFile({
/// Its content in base64.
    required String base64,
/// Its media type.
    required String mediaType,
/// A name for the file.
    required String name,
  }) = _PersonalDataFile;

  factory PersonalDataFile.fromJson(Map<String, dynamic> json) => _$PersonalDataFileFromJson(json);
}

@freezed
class PlanRoundError with _$PlanRoundError {
  const PlanRoundError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory PlanRoundError({
/// What is wrong, for programs.
    required PlanRoundErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _PlanRoundError;

  factory PlanRoundError.fromJson(Map<String, dynamic> json) => _$PlanRoundErrorFromJson(json);
}

/// Why a round was not planned.
enum PlanRoundErrorCode {
  /// The study has a round of this code.
  @JsonKey(name: 'CODE_TAKEN')
  codeTaken,
  /// The window ends before it starts.
  @JsonKey(name: 'INVALID_WINDOW')
  invalidWindow,
  /// The question set is of an earlier year than the round that it should follow.
  @JsonKey(name: 'NOT_LATER')
  notLater,
  /// The question set is a draft or retired.
  @JsonKey(name: 'NOT_PUBLISHED')
  notPublished,
  /// The question set belongs to another template than the study.
  @JsonKey(name: 'OTHER_TEMPLATE')
  otherTemplate,
  /// There is no such question set.
  @JsonKey(name: 'UNKNOWN_QUESTION_SET')
  unknownQuestionSet,
  /// The study has no round of the code that it should follow.
  @JsonKey(name: 'UNKNOWN_ROUND')
  unknownRound,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class PlanRoundInput with _$PlanRoundInput {
  const PlanRoundInput._();

/// Next year's round, after the example of an earlier one.
  const factory PlanRoundInput({
/// Code of the round that it follows.
    required String basedOn,
/// End of the window; without it the same day as in the earlier round.
    DateTime? closesAt,
/// Code of the new round, unique in the study.
    required String code,
/// Start of the window; without it the same day as in the earlier round.
    DateTime? opensAt,
/// A published question set of the study's template; the round's year is the set's.
    required String questionSet,
/// Slug of the study.
    required String study,
  }) = _PlanRoundInput;

  factory PlanRoundInput.fromJson(Map<String, dynamic> json) => _$PlanRoundInputFromJson(json);
}

@freezed
class PlanRoundPayload with _$PlanRoundPayload {
  const PlanRoundPayload._();

/// Outcome of planRound.
  const factory PlanRoundPayload({
/// What it took over from the earlier round.
    required List<CarriedOver> carriedOver,
/// Why there is none; empty on success.
    required List<PlanRoundError> errors,
/// The planned round; null when there are errors.
    Round? round,
  }) = _PlanRoundPayload;

  factory PlanRoundPayload.fromJson(Map<String, dynamic> json) => _$PlanRoundPayloadFromJson(json);
}

/// Whether a higher level is worse or better. Never changes a count.
enum Polarity {
  /// An increase is an improvement.
  @JsonKey(name: 'HIGHER_IS_BETTER')
  higherIsBetter,
  /// An increase is a deterioration.
  @JsonKey(name: 'HIGHER_IS_WORSE')
  higherIsWorse,
  /// An increase is neither.
  @JsonKey(name: 'NEUTRAL')
  neutral,
}

@freezed
class PresentPerson with _$PresentPerson {
  const PresentPerson._();

/// Somebody who is at a sheet at this moment.
  const factory PresentPerson({
/// Who.
    required Person person,
/// Code of the section.
    required String section,
/// Last sign of life.
    required DateTime seenAt,
  }) = _PresentPerson;

  factory PresentPerson.fromJson(Map<String, dynamic> json) => _$PresentPersonFromJson(json);
}

@unfreezed
class PreviewAnswerInput with _$PreviewAnswerInput {
  const PreviewAnswerInput._();

/// An answer to try a question set with.
  const factory PreviewAnswerInput({
/// Comment; null = none.
    String? comment,
/// What the municipality is to have answered in the round before; null = nothing.
    AnswerValueInput? previous,
/// Code of the question.
    required String question,
/// The value; null = unanswered.
    AnswerValueInput? value,
  }) = _PreviewAnswerInput;

  factory PreviewAnswerInput.fromJson(Map<String, dynamic> json) => _$PreviewAnswerInputFromJson(json);
}

@freezed
class PreviewError with _$PreviewError {
  const PreviewError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory PreviewError({
/// What is wrong, for programs.
    required PreviewErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _PreviewError;

  factory PreviewError.fromJson(Map<String, dynamic> json) => _$PreviewErrorFromJson(json);
}

/// Why the sheet could not be handed in.
enum PreviewErrorCode {
  /// An answer is implausible and has no comment.
  @JsonKey(name: 'COMMENT_REQUIRED')
  commentRequired,
  /// An answer does not fit its question.
  @JsonKey(name: 'INVALID_VALUE')
  invalidValue,
  /// A required question has no answer.
  @JsonKey(name: 'REQUIRED')
  required_,
  /// A check of the designer is not met.
  @JsonKey(name: 'RULE_NOT_MET')
  ruleNotMet,
  /// The set does not ask this question.
  @JsonKey(name: 'UNKNOWN_QUESTION')
  unknownQuestion,
}

@unfreezed
class PreviewSheetInput with _$PreviewSheetInput {
  const PreviewSheetInput._();

/// A question set, drafts included, and answers to try it with.
  const factory PreviewSheetInput({
/// Answers, each question at most once.
    required List<PreviewAnswerInput> answers,
/// The question set.
    required String questionSet,
  }) = _PreviewSheetInput;

  factory PreviewSheetInput.fromJson(Map<String, dynamic> json) => _$PreviewSheetInputFromJson(json);
}

@freezed
class PreviewedMail with _$PreviewedMail {
  const PreviewedMail._();

/// A mail as it would be sent.
  const factory PreviewedMail({
/// The message as an HTML document.
    required String html,
/// Whether it is queued or was sent before, and so would not be sent again.
    required bool isThereAlready,
/// Language, de or en.
    required String locale,
/// Code of the municipality.
    required String municipality,
/// Address of the recipient; null: nothing can be sent.
    String? recipientAddress,
/// Name of the recipient; null when not stated.
    String? recipientName,
/// Subject.
    required String subject,
/// The message as text.
    required String text,
  }) = _PreviewedMail;

  factory PreviewedMail.fromJson(Map<String, dynamic> json) => _$PreviewedMailFromJson(json);
}

@freezed
class PreviousAnswer with _$PreviousAnswer {
  const PreviousAnswer._();

/// What the municipality submitted to the same question in the round before.
  const factory PreviousAnswer({
/// How the two questions compare; a BREAK is never shown.
    required Verdict comparability,
/// That round.
    required Round round,
/// The submitted value.
    required AnswerValue value,
  }) = _PreviousAnswer;

  factory PreviousAnswer.fromJson(Map<String, dynamic> json) => _$PreviousAnswerFromJson(json);
}

/// Whether last round's answer is shown to the municipality beside a question.
enum PriorPolicy {
  /// Beside the question, to be confirmed in one act.
  @JsonKey(name: 'CONFIRM')
  confirm,
  /// Never.
  @JsonKey(name: 'NONE')
  none,
  /// Beside the question.
  @JsonKey(name: 'SHOW')
  show_,
  /// Once the municipality has an answer of its own.
  @JsonKey(name: 'SHOW_AFTER')
  showAfter,
}

/// Why a verdict is proposed.
enum ProposalReason {
  /// The levels are called otherwise.
  @JsonKey(name: 'LABELS_EDITED')
  labelsEdited,
  /// No level is found again.
  @JsonKey(name: 'LEVELS_CHANGED')
  levelsChanged,
  /// Levels are found again by code or label.
  @JsonKey(name: 'LEVELS_MAPPED')
  levelsMapped,
  /// Text, unit and levels are the same.
  @JsonKey(name: 'SAME')
  same,
  /// Up to 15 of 100 characters differ.
  @JsonKey(name: 'TEXT_EDITED')
  textEdited,
  /// More than 15 of 100 characters differ.
  @JsonKey(name: 'TEXT_REWRITTEN')
  textRewritten,
  /// Another kind of answer.
  @JsonKey(name: 'TYPE_CHANGED')
  typeChanged,
  /// Another unit.
  @JsonKey(name: 'UNIT_CHANGED')
  unitChanged,
}

/// How an answer came about.
enum Provenance {
  /// Last round's answer was taken over without a look at each.
  @JsonKey(name: 'CARRIED_OVER')
  carriedOver,
  /// Last round's answer was shown, and confirmed.
  @JsonKey(name: 'CONFIRMED')
  confirmed,
  /// Read from a file.
  @JsonKey(name: 'IMPORTED')
  imported,
  /// Entered in this round.
  @JsonKey(name: 'TYPED')
  typed,
}

@freezed
class PublishModuleError with _$PublishModuleError {
  const PublishModuleError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory PublishModuleError({
/// What is wrong, for programs.
    required PublishModuleErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _PublishModuleError;

  factory PublishModuleError.fromJson(Map<String, dynamic> json) => _$PublishModuleErrorFromJson(json);
}

/// Why a module was not published.
enum PublishModuleErrorCode {
  /// The module breaks a rule; `path` names the place.
  @JsonKey(name: 'INVALID_DOCUMENT')
  invalidDocument,
  /// The last revision says the same, or somebody else has published one in the meantime.
  @JsonKey(name: 'UNCHANGED')
  unchanged,
  /// No template has this slug.
  @JsonKey(name: 'UNKNOWN_TEMPLATE')
  unknownTemplate,
}

@unfreezed
class PublishModuleInput with _$PublishModuleInput {
  const PublishModuleInput._();

/// The next revision of a module, complete in itself.
  const factory PublishModuleInput({
/// Code of the module; one that the template lacks begins with revision 1.
    required String code,
/// Scales its questions use.
    required List<ScaleInput> scales,
/// Its questions, by section.
    required List<SectionInput> sections,
/// Slug of the template.
    required String template,
/// Title per language; that of a module which exists stays.
    required List<TranslationInput> title,
  }) = _PublishModuleInput;

  factory PublishModuleInput.fromJson(Map<String, dynamic> json) => _$PublishModuleInputFromJson(json);
}

@freezed
class PublishModulePayload with _$PublishModulePayload {
  const PublishModulePayload._();

/// Outcome of publishModule.
  const factory PublishModulePayload({
/// Everything that is in the way; empty on success.
    required List<PublishModuleError> errors,
/// The module; null when there are errors.
    Module? module,
  }) = _PublishModulePayload;

  factory PublishModulePayload.fromJson(Map<String, dynamic> json) => _$PublishModulePayloadFromJson(json);
}

@freezed
class PublishQuestionSetError with _$PublishQuestionSetError {
  const PublishQuestionSetError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory PublishQuestionSetError({
/// What is wrong, for programs.
    required PublishQuestionSetErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _PublishQuestionSetError;

  factory PublishQuestionSetError.fromJson(Map<String, dynamic> json) => _$PublishQuestionSetErrorFromJson(json);
}

/// Why a question set was not published.
enum PublishQuestionSetErrorCode {
  /// The code is that of an archived question.
  @JsonKey(name: 'CODE_ARCHIVED')
  codeArchived,
  /// The document breaks a rule; `path` names the place.
  @JsonKey(name: 'INVALID_DOCUMENT')
  invalidDocument,
  /// The question is not what the module that it names asks.
  @JsonKey(name: 'MODULE_DIFFERS')
  moduleDiffers,
  /// No answers whatever make the question visible.
  @JsonKey(name: 'NEVER_VISIBLE')
  neverVisible,
  /// It is published already.
  @JsonKey(name: 'NOT_A_DRAFT')
  notADraft,
  /// There is no such question set.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// Somebody has saved since; read the current version first.
  @JsonKey(name: 'STALE_VERSION')
  staleVersion,
  /// A text lacks a language that the template requires.
  @JsonKey(name: 'TRANSLATION_MISSING')
  translationMissing,
  /// A question differs from its predecessor and has no verdict on how the two compare.
  @JsonKey(name: 'VERDICT_MISSING')
  verdictMissing,
}

@unfreezed
class PublishQuestionSetInput with _$PublishQuestionSetInput {
  const PublishQuestionSetInput._();

/// The draft to publish, at the version the designer has seen.
  const factory PublishQuestionSetInput({
/// The draft.
    required String id,
/// Version to publish; without it the current one.
    int? version,
  }) = _PublishQuestionSetInput;

  factory PublishQuestionSetInput.fromJson(Map<String, dynamic> json) => _$PublishQuestionSetInputFromJson(json);
}

@freezed
class PublishQuestionSetPayload with _$PublishQuestionSetPayload {
  const PublishQuestionSetPayload._();

/// Outcome of publishQuestionSet.
  const factory PublishQuestionSetPayload({
/// The complete list of what is in the way; empty on success.
    required List<PublishQuestionSetError> errors,
/// The set as it is stored now; null when there is none.
    QuestionSet? questionSet,
  }) = _PublishQuestionSetPayload;

  factory PublishQuestionSetPayload.fromJson(Map<String, dynamic> json) => _$PublishQuestionSetPayloadFromJson(json);
}

@unfreezed
class QueryInput with _$QueryInput {
  const QueryInput._();

/// A query on one question.
  const factory QueryInput({
/// Code of the question.
    required String question,
/// What is asked.
    required String text,
  }) = _QueryInput;

  factory QueryInput.fromJson(Map<String, dynamic> json) => _$QueryInputFromJson(json);
}

@freezed
class QueryMessage with _$QueryMessage {
  const QueryMessage._();

/// What somebody said in a query.
  const factory QueryMessage({
/// When.
    required DateTime at,
/// Who.
    required Person author,
/// What.
    required String text,
  }) = _QueryMessage;

  factory QueryMessage.fromJson(Map<String, dynamic> json) => _$QueryMessageFromJson(json);
}

@unfreezed
class QueryMessageInput with _$QueryMessageInput {
  const QueryMessageInput._();

/// Something said in a query.
  const factory QueryMessageInput({
/// Number of the query.
    required int query,
/// The response.
    required String response,
/// What is said.
    required String text,
  }) = _QueryMessageInput;

  factory QueryMessageInput.fromJson(Map<String, dynamic> json) => _$QueryMessageInputFromJson(json);
}

/// State of a reviewer's query.
enum QueryStatus {
  /// Waits for the reviewer.
  @JsonKey(name: 'ANSWERED')
  answered,
  /// Settled.
  @JsonKey(name: 'CLOSED')
  closed,
  /// Waits for the municipality.
  @JsonKey(name: 'OPEN')
  open,
}

@freezed
class Question with _$Question {
  const Question._();

/// A question of one question set, as it was asked there. Its code is its identity across years.
  const factory Question({
/// Identity of the question: never reused, never changed. A grid cell has the code `grid.row.column`.
    required String code,
/// GRID: its columns; empty otherwise.
    required List<GridAxisItem> columns,
/// NUMBER: decimals an answer may have, 0 to 9; null for other types.
    int? decimals,
/// Which cell of which grid; null for a question of its own.
    GridCell? grid,
/// Explanation in one language; null when there is none.
    String? help,
/// Explanation in every language; empty when there is none.
    required List<Translation> helpTranslations,
/// NUMBER: largest allowed value; null = unbounded.
    double? max,
/// NUMBER: smallest allowed value; null = unbounded.
    double? min,
/// Code of the module that the question is of; null = of none.
    String? module,
/// Where this rule is true the answer needs a comment; null = no such check.
    AnswerCheck? plausible,
/// Whether more is worse or better.
    required Polarity polarity,
/// Whether last round's answer is shown to the municipality.
    required PriorPolicy prior,
/// Set where the question asks for a change directly; null otherwise.
    ReportedChange? reportsChangeOf,
/// Whether submitting needs an answer, apart from `requiredIf`.
    @JsonKey(name: 'required')
    required bool required_,
/// CEL rule: required where it is true; null = see `required`.
    String? requiredIf,
/// GRID: its rows; empty otherwise.
    required List<GridAxisItem> rows,
/// Scale of the answers; null where the answer has no levels and no missing codes.
    Scale? scale,
/// Comparability with an earlier year; null when no statement was made.
    Since? since,
/// Wording in one language. Never empty.
    required String text,
/// NUMBER: a change up to this many units counts as unchanged; null = none or relative.
    double? toleranceAbsolute,
/// NUMBER: a change up to this percentage of the earlier value counts as unchanged; null = none or absolute.
    double? tolerancePercent,
/// Wording in every language.
    required List<Translation> translations,
/// Kind of answer.
    required QuestionType type,
/// NUMBER: unit in one language; null when there is none.
    String? unit,
/// NUMBER: unit in every language; empty when there is none.
    required List<Translation> unitTranslations,
/// A sheet on which this rule is false cannot be submitted; null = no such check.
    AnswerCheck? valid,
/// CEL rule: shown only where it is true; null = always.
    String? visibleIf,
  }) = _Question;

  factory Question.fromJson(Map<String, dynamic> json) => _$QuestionFromJson(json);
}

@freezed
class QuestionChange with _$QuestionChange {
  const QuestionChange._();

/// A question that both sets ask, and not the same way.
  const factory QuestionChange({
/// Studies whose figures rest on the question: where a break would be seen.
    required List<AffectedSeries> affected,
/// What has changed; never empty.
    required List<ChangeAspect> aspects,
/// Whether nobody is comparable any more: a BREAK, stated or for want of a verdict.
    required bool breaksSeries,
/// Its code.
    required String code,
/// Values that are others now.
    required List<FieldChange> fields,
/// A verdict that a computer would propose; null for a grid without cells. Never applied by itself.
    VerdictProposal? proposal,
/// Code of its section in the later set.
    required String section,
/// Texts that read otherwise, word by word.
    required List<TextChange> texts,
/// How the two compare, the weakest of the way; null for a grid without common cells.
    Verdict? verdict,
  }) = _QuestionChange;

  factory QuestionChange.fromJson(Map<String, dynamic> json) => _$QuestionChangeFromJson(json);
}

@unfreezed
class QuestionInput with _$QuestionInput {
  const QuestionInput._();

/// A question as a designer writes it.
  const factory QuestionInput({
/// Identity across years.
    required String code,
/// GRID: columns.
    required List<GridAxisItemInput> columns,
/// NUMBER: decimals an answer may have, 0 to 9.
    int? decimals,
/// Explanation per language.
    required List<TranslationInput> help,
/// NUMBER: largest allowed value.
    double? max,
/// NUMBER: smallest allowed value.
    double? min,
/// Code of the template's module that the question is of.
    String? module,
/// Where it is true the answer needs a comment.
    AnswerCheckInput? plausible,
/// Overrides the scale's polarity.
    Polarity? polarity,
/// Whether last round's answer is shown to the municipality; without it SHOW.
    PriorPolicy? prior,
/// Set where the question asks for a change directly.
    ReportedChangeInput? reportsChangeOf,
/// Whether submitting needs an answer.
    @JsonKey(name: 'required')
    required bool required_,
/// CEL rule: required where true.
    String? requiredIf,
/// GRID: rows.
    required List<GridAxisItemInput> rows,
/// Code of the scale.
    String? scale,
/// Comparability with an earlier year.
    SinceInput? since,
/// Wording per language.
    required List<TranslationInput> text,
/// NUMBER: changes up to this many units count as unchanged.
    double? toleranceAbsolute,
/// NUMBER: changes up to this percentage count as unchanged; not together with toleranceAbsolute.
    double? tolerancePercent,
/// Kind of answer.
    required QuestionType type,
/// NUMBER: unit per language.
    required List<TranslationInput> unit,
/// A sheet on which it is false cannot be submitted.
    AnswerCheckInput? valid,
/// CEL rule: shown only where true.
    String? visibleIf,
  }) = _QuestionInput;

  factory QuestionInput.fromJson(Map<String, dynamic> json) => _$QuestionInputFromJson(json);
}

@freezed
class QuestionSet with _$QuestionSet {
  const QuestionSet._();

/// The questions asked in one year, in one revision. Immutable once published.
  const factory QuestionSet({
/// SHA-256 over the canonical document, hex, equal for equal content; null for a draft.
    String? contentHash,
/// The set as a file; drafts as they are saved now.
    required QuestionnaireFile file,
/// Identifier of this revision.
    required String id,
/// Every text that one of these languages lacks, by language, in the order of the set.
    required List<MissingTranslation> missingTranslations,
/// Modules it was composed of; empty where it was written freely.
    required List<ModuleReference> modules,
/// What publishQuestionSet would answer now: everything in the way; empty for a published set.
    required List<PublishQuestionSetError> publicationErrors,
/// Instant of publication; null for a draft.
    DateTime? publishedAt,
/// Revision within the year, from 1.
    required int revision,
/// Sections in order.
    required List<Section> sections,
/// Whether it can still be edited.
    required QuestionSetStatus status,
/// Counts the saves of a draft, from 1; to be sent back with the next save.
    required int version,
/// Saves of the draft, latest first; kept when it is published. At most 1000.
    required List<QuestionSetVersion> versions,
/// Year the questions are asked in.
    required int year,
  }) = _QuestionSet;

  factory QuestionSet.fromJson(Map<String, dynamic> json) => _$QuestionSetFromJson(json);
}

@freezed
class QuestionSetDiff with _$QuestionSetDiff {
  const QuestionSetDiff._();

/// What changed from one question set to another, by question.
  const factory QuestionSetDiff({
/// Questions that only the later set asks, in its order.
    required List<ListedQuestion> added,
/// Codes of new sections.
    required List<String> addedSections,
/// Codes of questions that read the same and whose series breaks all the same, since a statement says so.
    required List<String> brokenUnchanged,
/// Questions that are asked otherwise, in the order of the later set.
    required List<QuestionChange> changed,
/// Questions that stand elsewhere.
    required List<MovedQuestion> moved,
/// Questions that only the earlier set asks, in its order.
    required List<ListedQuestion> removed,
/// Codes of sections that are gone.
    required List<String> removedSections,
/// Sections that are titled otherwise.
    required List<SectionTitleChange> retitledSections,
/// The whole difference as a text for people.
    required String text,
/// Questions of both sets that read the same.
    required int unchanged,
  }) = _QuestionSetDiff;

  factory QuestionSetDiff.fromJson(Map<String, dynamic> json) => _$QuestionSetDiffFromJson(json);
}

@unfreezed
class QuestionSetDocumentInput with _$QuestionSetDocumentInput {
  const QuestionSetDocumentInput._();

/// A question set as one document. Year and revision stay those of the draft.
  const factory QuestionSetDocumentInput({
/// Modules that its questions are of.
    required List<ModuleReferenceInput> modules,
/// Scales its questions use.
    required List<ScaleInput> scales,
/// Sections in order.
    required List<SectionInput> sections,
  }) = _QuestionSetDocumentInput;

  factory QuestionSetDocumentInput.fromJson(Map<String, dynamic> json) => _$QuestionSetDocumentInputFromJson(json);
}

@unfreezed
class QuestionSetReferenceInput with _$QuestionSetReferenceInput {
  const QuestionSetReferenceInput._();

/// A published question set of the same template.
  const factory QuestionSetReferenceInput({
/// Its revision.
    required int revision,
/// Its year.
    required int year,
  }) = _QuestionSetReferenceInput;

  factory QuestionSetReferenceInput.fromJson(Map<String, dynamic> json) => _$QuestionSetReferenceInputFromJson(json);
}

/// State of a question set.
enum QuestionSetStatus {
  /// May still be edited; no round can ask it.
  @JsonKey(name: 'DRAFT')
  draft,
  /// Immutable; rounds may ask it.
  @JsonKey(name: 'PUBLISHED')
  published,
  /// Immutable; no new round may ask it.
  @JsonKey(name: 'RETIRED')
  retired,
}

@freezed
class QuestionSetVersion with _$QuestionSetVersion {
  const QuestionSetVersion._();

/// One save of a draft.
  const factory QuestionSetVersion({
/// The version whose document was saved again; null for an ordinary save.
    int? restoredFrom,
/// When it was saved.
    required DateTime savedAt,
/// Who saved it.
    required String savedByName,
/// Counts the saves, from 1.
    required int version,
  }) = _QuestionSetVersion;

  factory QuestionSetVersion.fromJson(Map<String, dynamic> json) => _$QuestionSetVersionFromJson(json);
}

/// What kind of answer a question takes.
enum QuestionType {
  /// Yes or no.
  @JsonKey(name: 'BOOLEAN')
  boolean,
  /// One of several options.
  @JsonKey(name: 'CHOICE')
  choice,
  /// A table of SCALE questions, one per cell, with code `grid.row.column`.
  @JsonKey(name: 'GRID')
  grid,
  /// Any number of options; in a comparison each option is a yes/no question of its own.
  @JsonKey(name: 'MULTI_CHOICE')
  multiChoice,
  /// A decimal number.
  @JsonKey(name: 'NUMBER')
  number,
  /// One level of a scale.
  @JsonKey(name: 'SCALE')
  scale,
  /// Free text; never compared, only listed.
  @JsonKey(name: 'TEXT')
  text,
}

@freezed
class QuestionnaireFault with _$QuestionnaireFault {
  const QuestionnaireFault._();

/// One thing wrong with a file, at its place.
  const factory QuestionnaireFault({
/// Column: a number from 1, or the letter of a sheet; null = the line as a whole.
    String? column,
/// What was expected.
    required String expected,
/// Line, or row of the sheet, from 1; null = the file as a whole.
    int? line,
/// What is wrong.
    required String message,
/// Spreadsheets: name of the sheet; null for other files.
    String? sheet,
  }) = _QuestionnaireFault;

  factory QuestionnaireFault.fromJson(Map<String, dynamic> json) => _$QuestionnaireFaultFromJson(json);
}

@freezed
class QuestionnaireFile with _$QuestionnaireFile {
  const QuestionnaireFile._();

/// A question set as a file.
  const factory QuestionnaireFile({
/// Its content in base64.
    required String base64,
/// Its media type.
    required String mediaType,
/// A name for it, with its suffix.
    required String name,
  }) = _QuestionnaireFile;

  factory QuestionnaireFile.fromJson(Map<String, dynamic> json) => _$QuestionnaireFileFromJson(json);
}

/// As what a question set leaves the system, or comes in.
enum QuestionnaireFormat {
  /// The same as JSON.
  @JsonKey(name: 'JSON')
  json,
  /// The same as CSV.
  @JsonKey(name: 'TRANSLATION_CSV')
  translationCsv,
  /// All texts of one language beside another, for translators: XLIFF 2.1.
  @JsonKey(name: 'XLIFF')
  xliff,
  /// A spreadsheet form of ODK and KoboToolbox (.xlsx).
  @JsonKey(name: 'XLSFORM')
  xlsform,
  /// The whole set, for people and version control; see docs/questionnaire.schema.json.
  @JsonKey(name: 'YAML')
  yaml,
}

@freezed
class ReadQuestionnaireError with _$ReadQuestionnaireError {
  const ReadQuestionnaireError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ReadQuestionnaireError({
/// What is wrong, for programs.
    required ReadQuestionnaireErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ReadQuestionnaireError;

  factory ReadQuestionnaireError.fromJson(Map<String, dynamic> json) => _$ReadQuestionnaireErrorFromJson(json);
}

/// Why a file was not saved.
enum ReadQuestionnaireErrorCode {
  /// The document breaks a rule; `path` names the place.
  @JsonKey(name: 'INVALID_DOCUMENT')
  invalidDocument,
  /// The file cannot be read; see `faults`.
  @JsonKey(name: 'INVALID_FILE')
  invalidFile,
  /// It is published and can no longer change.
  @JsonKey(name: 'NOT_A_DRAFT')
  notADraft,
  /// There is no such question set.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// The file is of another template.
  @JsonKey(name: 'OTHER_TEMPLATE')
  otherTemplate,
  /// Somebody has saved since, and the edits contradict each other; see `conflict`.
  @JsonKey(name: 'STALE_VERSION')
  staleVersion,
  /// There is no such upload of yours; uploads are kept for an hour.
  @JsonKey(name: 'UNKNOWN_UPLOAD')
  unknownUpload,
  /// The draft has no save of this version.
  @JsonKey(name: 'UNKNOWN_VERSION')
  unknownVersion,
}

@unfreezed
class ReadQuestionnaireInput with _$ReadQuestionnaireInput {
  const ReadQuestionnaireInput._();

/// A file to save as a draft, at the version that the designer has seen.
  const factory ReadQuestionnaireInput({
/// What the file is.
    required QuestionnaireFormat format,
/// The draft.
    required String id,
/// XLSForm: language of wordings that state none; und without.
    String? language,
/// The uploaded file, see POST /uploads. At most 16 MB.
    required String upload,
/// Version of the draft that the file was made from.
    required int version,
  }) = _ReadQuestionnaireInput;

  factory ReadQuestionnaireInput.fromJson(Map<String, dynamic> json) => _$ReadQuestionnaireInputFromJson(json);
}

@freezed
class ReadQuestionnairePayload with _$ReadQuestionnairePayload {
  const ReadQuestionnairePayload._();

/// Outcome of readQuestionnaire.
  const factory ReadQuestionnairePayload({
/// Set with STALE_VERSION where edits contradict.
    SaveConflict? conflict,
/// Why nothing was saved; empty on success.
    required List<ReadQuestionnaireError> errors,
/// Everything wrong with the file. At most 1000.
    required List<QuestionnaireFault> faults,
/// Where somebody had saved in between: the fields kept of theirs.
    required List<MergedField> merged,
/// XLSForm: everything that was left out. At most 10,000.
    required List<NotTakenOver> notTakenOver,
/// The set as it is stored now; null when there is none.
    QuestionSet? questionSet,
  }) = _ReadQuestionnairePayload;

  factory ReadQuestionnairePayload.fromJson(Map<String, dynamic> json) => _$ReadQuestionnairePayloadFromJson(json);
}

@freezed
class ReadSheetFileError with _$ReadSheetFileError {
  const ReadSheetFileError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ReadSheetFileError({
/// What is wrong, for programs.
    required ReadSheetFileErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ReadSheetFileError;

  factory ReadSheetFileError.fromJson(Map<String, dynamic> json) => _$ReadSheetFileErrorFromJson(json);
}

/// Why a file was not taken over.
enum ReadSheetFileErrorCode {
  /// There is no such response, or your token does not cover it.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// The sheet does not take these answers now; the message says why.
  @JsonKey(name: 'NOT_SAVED')
  notSaved,
  /// The sheet has changed since the dry run.
  @JsonKey(name: 'STALE_VERSION')
  staleVersion,
  /// The file has faults; with any of them nothing is taken over.
  @JsonKey(name: 'UNREADABLE_FILE')
  unreadableFile,
}

@unfreezed
class ReadSheetFileInput with _$ReadSheetFileInput {
  const ReadSheetFileInput._();

/// A sheet that was filled in as a file.
  const factory ReadSheetFileInput({
/// The file in base64, at most 5 MB.
    required String base64,
/// Only say what the file would change; write nothing.
    required bool dryRun,
/// Whether an empty cell empties the stored answer; else it says nothing.
    required bool emptyDeletes,
/// UUID made by the client for this act: repeating it has no further effect and gives the same result.
    required String idempotencyKey,
/// The response.
    required String response,
/// Version of the sheet that the dry run has shown: refused when it has changed since.
    int? version,
  }) = _ReadSheetFileInput;

  factory ReadSheetFileInput.fromJson(Map<String, dynamic> json) => _$ReadSheetFileInputFromJson(json);
}

@freezed
class ReadSheetFilePayload with _$ReadSheetFilePayload {
  const ReadSheetFilePayload._();

/// Outcome of readSheetFile.
  const factory ReadSheetFilePayload({
/// What was not, because somebody else was faster.
    required List<AnswerConflict> conflicts,
/// Every difference between file and sheet, in the order of the sheet.
    required List<SheetDifference> differences,
/// Why nothing was taken over; empty on success.
    required List<ReadSheetFileError> errors,
/// Everything wrong with the file, at most 1000.
    required List<SheetFileFault> faults,
/// What of the file was not read, and why.
    required List<IgnoredPart> ignored,
/// The response now; null when it was not found.
    Response? response,
/// What was saved; empty in a dry run.
    required List<SavedAnswer> saved,
  }) = _ReadSheetFilePayload;

  factory ReadSheetFilePayload.fromJson(Map<String, dynamic> json) => _$ReadSheetFilePayloadFromJson(json);
}

@freezed
class ReceiptVerification with _$ReceiptVerification {
  const ReceiptVerification._();

/// Whether a receipt is that of a submission.
  const factory ReceiptVerification({
/// The submission; null when there is none of this receipt.
    Submission? submission,
/// Whether the receipt is the hash of what is stored.
    required bool valid,
  }) = _ReceiptVerification;

  factory ReceiptVerification.fromJson(Map<String, dynamic> json) => _$ReceiptVerificationFromJson(json);
}

@freezed
class RedeemSignInLinkError with _$RedeemSignInLinkError {
  const RedeemSignInLinkError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory RedeemSignInLinkError({
/// What is wrong, for programs.
    required RedeemSignInLinkErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _RedeemSignInLinkError;

  factory RedeemSignInLinkError.fromJson(Map<String, dynamic> json) => _$RedeemSignInLinkErrorFromJson(json);
}

/// Why nobody was signed in.
enum RedeemSignInLinkErrorCode {
  /// The link was used, is older than 15 minutes, or never was one.
  @JsonKey(name: 'INVALID_LINK')
  invalidLink,
}

@unfreezed
class RedeemSignInLinkInput with _$RedeemSignInLinkInput {
  const RedeemSignInLinkInput._();

/// A link from an e-mail.
  const factory RedeemSignInLinkInput({
/// What stands behind the # of the link.
    required String secret,
  }) = _RedeemSignInLinkInput;

  factory RedeemSignInLinkInput.fromJson(Map<String, dynamic> json) => _$RedeemSignInLinkInputFromJson(json);
}

@freezed
class RedeemSignInLinkPayload with _$RedeemSignInLinkPayload {
  const RedeemSignInLinkPayload._();

/// Outcome of redeemSignInLink.
  const factory RedeemSignInLinkPayload({
/// Why there is none; empty on success.
    required List<RedeemSignInLinkError> errors,
/// When it expires; null when there are errors.
    DateTime? expiresAt,
/// Bearer token; null when there are errors.
    String? token,
  }) = _RedeemSignInLinkPayload;

  factory RedeemSignInLinkPayload.fromJson(Map<String, dynamic> json) => _$RedeemSignInLinkPayloadFromJson(json);
}

@freezed
class ReleaseFreezeError with _$ReleaseFreezeError {
  const ReleaseFreezeError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ReleaseFreezeError({
/// What is wrong, for programs.
    required ReleaseFreezeErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ReleaseFreezeError;

  factory ReleaseFreezeError.fromJson(Map<String, dynamic> json) => _$ReleaseFreezeErrorFromJson(json);
}

/// Why a freeze was not released.
enum ReleaseFreezeErrorCode {
  /// It was released before; a release is never changed.
  @JsonKey(name: 'ALREADY_RELEASED')
  alreadyReleased,
  /// An earlier release rests on another panel, so that their difference cannot be judged.
  @JsonKey(name: 'PANEL_CHANGED')
  panelChanged,
  /// There is no such freeze, or your token does not cover its study.
  @JsonKey(name: 'UNKNOWN_FREEZE')
  unknownFreeze,
}

@unfreezed
class ReleaseFreezeInput with _$ReleaseFreezeInput {
  const ReleaseFreezeInput._();

/// A freeze to release.
  const factory ReleaseFreezeInput({
/// Name of the freeze.
    required String name,
/// Slug of the study.
    required String study,
  }) = _ReleaseFreezeInput;

  factory ReleaseFreezeInput.fromJson(Map<String, dynamic> json) => _$ReleaseFreezeInputFromJson(json);
}

@freezed
class ReleaseFreezePayload with _$ReleaseFreezePayload {
  const ReleaseFreezePayload._();

/// Outcome of releaseFreeze.
  const factory ReleaseFreezePayload({
/// Why it was not released; empty on success.
    required List<ReleaseFreezeError> errors,
/// The released freeze; null when there are errors.
    Freeze? freeze,
  }) = _ReleaseFreezePayload;

  factory ReleaseFreezePayload.fromJson(Map<String, dynamic> json) => _$ReleaseFreezePayloadFromJson(json);
}

@freezed
class ReportedChange with _$ReportedChange {
  const ReportedChange._();

/// That a question asks directly for the change of another one.
  const factory ReportedChange({
/// Code of the question whose change is reported.
    required String question,
/// Year since which the change is reported.
    required int since,
  }) = _ReportedChange;

  factory ReportedChange.fromJson(Map<String, dynamic> json) => _$ReportedChangeFromJson(json);
}

@unfreezed
class ReportedChangeInput with _$ReportedChangeInput {
  const ReportedChangeInput._();

/// That a question asks directly for the change of another one.
  const factory ReportedChangeInput({
/// Code of the question whose change is reported.
    required String question,
/// Year since which.
    required int since,
  }) = _ReportedChangeInput;

  factory ReportedChangeInput.fromJson(Map<String, dynamic> json) => _$ReportedChangeInputFromJson(json);
}

@freezed
class RequestSignInLinkError with _$RequestSignInLinkError {
  const RequestSignInLinkError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory RequestSignInLinkError({
/// What is wrong, for programs.
    required RequestSignInLinkErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _RequestSignInLinkError;

  factory RequestSignInLinkError.fromJson(Map<String, dynamic> json) => _$RequestSignInLinkErrorFromJson(json);
}

/// Why no link is sent to anybody.
enum RequestSignInLinkErrorCode {
  /// This service sends no e-mail.
  @JsonKey(name: 'NOT_CONFIGURED')
  notConfigured,
  /// More than 5 requests for this address, or 30 from this network, within an hour.
  @JsonKey(name: 'TOO_MANY_REQUESTS')
  tooManyRequests,
}

@unfreezed
class RequestSignInLinkInput with _$RequestSignInLinkInput {
  const RequestSignInLinkInput._();

/// Who wants to sign in.
  const factory RequestSignInLinkInput({
/// E-mail address, at most 254 characters.
    required String email,
  }) = _RequestSignInLinkInput;

  factory RequestSignInLinkInput.fromJson(Map<String, dynamic> json) => _$RequestSignInLinkInputFromJson(json);
}

@freezed
class RequestSignInLinkPayload with _$RequestSignInLinkPayload {
  const RequestSignInLinkPayload._();

/// Outcome of requestSignInLink: the same whether or not the address is known.
  const factory RequestSignInLinkPayload({
/// Why it was not taken; empty on success.
    required List<RequestSignInLinkError> errors,
/// Whether the request was taken: a link is on its way if the address belongs to somebody.
    required bool taken,
  }) = _RequestSignInLinkPayload;

  factory RequestSignInLinkPayload.fromJson(Map<String, dynamic> json) => _$RequestSignInLinkPayloadFromJson(json);
}

@freezed
class RequireLocalesError with _$RequireLocalesError {
  const RequireLocalesError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory RequireLocalesError({
/// What is wrong, for programs.
    required RequireLocalesErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _RequireLocalesError;

  factory RequireLocalesError.fromJson(Map<String, dynamic> json) => _$RequireLocalesErrorFromJson(json);
}

/// Why the languages were not changed.
enum RequireLocalesErrorCode {
  /// No template has this slug.
  @JsonKey(name: 'UNKNOWN_TEMPLATE')
  unknownTemplate,
}

@unfreezed
class RequireLocalesInput with _$RequireLocalesInput {
  const RequireLocalesInput._();

/// Languages in which everything that a template publishes must be there.
  const factory RequireLocalesInput({
/// BCP 47 language tags; none = no language is required.
    required List<String> locales,
/// Slug of the template.
    required String template,
  }) = _RequireLocalesInput;

  factory RequireLocalesInput.fromJson(Map<String, dynamic> json) => _$RequireLocalesInputFromJson(json);
}

@freezed
class RequireLocalesPayload with _$RequireLocalesPayload {
  const RequireLocalesPayload._();

/// Outcome of requireLocales.
  const factory RequireLocalesPayload({
/// Why nothing was changed; empty on success.
    required List<RequireLocalesError> errors,
/// The languages now required.
    required List<String> locales,
  }) = _RequireLocalesPayload;

  factory RequireLocalesPayload.fromJson(Map<String, dynamic> json) => _$RequireLocalesPayloadFromJson(json);
}

@freezed
class Response with _$Response {
  const Response._();

/// One municipality's sheet in one round.
  const factory Response({
/// Where the sheet stands: `since` of sheetChanged gives everything after it.
    required String cursor,
/// Identifier; contains the municipality.
    required String id,
/// SHA-256 of the last submission's answers, hex: the municipality's receipt. Null before the first.
    String? receipt,
/// State.
    required ResponseStatus status,
/// Number of the last submission, from 1; null before the first.
    int? submissionNumber,
/// Instant of the last submission; null before the first.
    DateTime? submittedAt,
/// Counts every change of the sheet, from 0.
    required int version,
  }) = _Response;

  factory Response.fromJson(Map<String, dynamic> json) => _$ResponseFromJson(json);
}

/// State of one municipality's sheet in one round.
enum ResponseStatus {
  /// Checked and final.
  @JsonKey(name: 'ACCEPTED')
  accepted,
  /// Being filled; counts in no figure.
  @JsonKey(name: 'DRAFT')
  draft,
  /// Nothing has been written yet.
  @JsonKey(name: 'NOT_STARTED')
  notStarted,
  /// Given back for correction; figures count the last submission until the next.
  @JsonKey(name: 'RETURNED')
  returned,
  /// Handed in; figures count this submission.
  @JsonKey(name: 'SUBMITTED')
  submitted,
}

@unfreezed
class RestoreQuestionSetInput with _$RestoreQuestionSetInput {
  const RestoreQuestionSetInput._();

/// A draft, and an earlier save of it to go back to.
  const factory RestoreQuestionSetInput({
/// The draft.
    required String id,
/// Version to go back to; its document is saved as the next one.
    required int to,
/// Version that the designer has seen last.
    required int version,
  }) = _RestoreQuestionSetInput;

  factory RestoreQuestionSetInput.fromJson(Map<String, dynamic> json) => _$RestoreQuestionSetInputFromJson(json);
}

@freezed
class RetryJobError with _$RetryJobError {
  const RetryJobError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory RetryJobError({
/// What is wrong, for programs.
    required RetryJobErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _RetryJobError;

  factory RetryJobError.fromJson(Map<String, dynamic> json) => _$RetryJobErrorFromJson(json);
}

/// Why a job was not queued again.
enum RetryJobErrorCode {
  /// No job of this id was given up, or it was queued again before.
  @JsonKey(name: 'UNKNOWN_JOB')
  unknownJob,
}

@unfreezed
class RetryJobInput with _$RetryJobInput {
  const RetryJobInput._();

/// A job to run once more.
  const factory RetryJobInput({
/// Its id.
    required String job,
  }) = _RetryJobInput;

  factory RetryJobInput.fromJson(Map<String, dynamic> json) => _$RetryJobInputFromJson(json);
}

@freezed
class RetryJobPayload with _$RetryJobPayload {
  const RetryJobPayload._();

/// Outcome of retryJob.
  const factory RetryJobPayload({
/// Why it was not; empty on success.
    required List<RetryJobError> errors,
/// Kind of the job queued again; null when there are errors.
    String? handler,
  }) = _RetryJobPayload;

  factory RetryJobPayload.fromJson(Map<String, dynamic> json) => _$RetryJobPayloadFromJson(json);
}

@freezed
class RetryMailError with _$RetryMailError {
  const RetryMailError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory RetryMailError({
/// What is wrong, for programs.
    required RetryMailErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _RetryMailError;

  factory RetryMailError.fromJson(Map<String, dynamic> json) => _$RetryMailErrorFromJson(json);
}

/// Why a mail was not queued again.
enum RetryMailErrorCode {
  /// Only mails that were given up are sent again.
  @JsonKey(name: 'NOT_DEAD')
  notDead,
  /// A sign-in link is not kept; its reader asks for a new one.
  @JsonKey(name: 'SECRET_GONE')
  secretGone,
  /// There is no such mail, or your token does not cover its study.
  @JsonKey(name: 'UNKNOWN_MAIL')
  unknownMail,
}

@unfreezed
class RetryMailInput with _$RetryMailInput {
  const RetryMailInput._();

/// A mail to send once more.
  const factory RetryMailInput({
/// Its id.
    required String mail,
  }) = _RetryMailInput;

  factory RetryMailInput.fromJson(Map<String, dynamic> json) => _$RetryMailInputFromJson(json);
}

@freezed
class RetryMailPayload with _$RetryMailPayload {
  const RetryMailPayload._();

/// Outcome of retryMail.
  const factory RetryMailPayload({
/// Why it was not; empty on success.
    required List<RetryMailError> errors,
/// The mail, queued again; null when there are errors.
    Mail? mail,
  }) = _RetryMailPayload;

  factory RetryMailPayload.fromJson(Map<String, dynamic> json) => _$RetryMailPayloadFromJson(json);
}

@unfreezed
class ReturnResponseInput with _$ReturnResponseInput {
  const ReturnResponseInput._();

/// Gives a sheet back for correction.
  const factory ReturnResponseInput({
/// Queries to open with it, at most 100.
    List<QueryInput>? queries,
/// Why. Goes on record and to the municipality.
    required String reason,
/// The response.
    required String response,
/// Version the reviewer has seen: refused when the sheet has changed since. Without it the current one.
    int? version,
  }) = _ReturnResponseInput;

  factory ReturnResponseInput.fromJson(Map<String, dynamic> json) => _$ReturnResponseInputFromJson(json);
}

@freezed
class ReviewError with _$ReviewError {
  const ReviewError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory ReviewError({
/// What is wrong, for programs.
    required ReviewErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _ReviewError;

  factory ReviewError.fromJson(Map<String, dynamic> json) => _$ReviewErrorFromJson(json);
}

/// Why an act of the review was refused.
enum ReviewErrorCode {
  /// Only a sheet that was handed in can be accepted.
  @JsonKey(name: 'NOT_ACCEPTABLE')
  notAcceptable,
  /// There is no such response, or your token does not cover it.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// Queries are asked about sheets that were handed in and are not final.
  @JsonKey(name: 'NOT_HANDED_IN')
  notHandedIn,
  /// Only a sheet that was handed in can be given back.
  @JsonKey(name: 'NOT_RETURNABLE')
  notReturnable,
  /// A query is answered by the municipality or by staff who run the round.
  @JsonKey(name: 'NOT_YOURS_TO_ANSWER')
  notYoursToAnswer,
  /// Queries are not closed yet.
  @JsonKey(name: 'OPEN_QUERIES')
  openQueries,
  /// The query is settled.
  @JsonKey(name: 'QUERY_CLOSED')
  queryClosed,
  /// The sheet has changed since the version that was seen.
  @JsonKey(name: 'STALE_VERSION')
  staleVersion,
  /// The sheet has no such query.
  @JsonKey(name: 'UNKNOWN_QUERY')
  unknownQuery,
  /// The sheet has no such question.
  @JsonKey(name: 'UNKNOWN_QUESTION')
  unknownQuestion,
}

@freezed
class ReviewPayload with _$ReviewPayload {
  const ReviewPayload._();

/// Outcome of an act of the review.
  const factory ReviewPayload({
/// Why nothing was changed; empty on success.
    required List<ReviewError> errors,
/// All queries of the sheet, the first one first.
    required List<SheetQuery> queries,
/// The response now; null when it was not found.
    Response? response,
  }) = _ReviewPayload;

  factory ReviewPayload.fromJson(Map<String, dynamic> json) => _$ReviewPayloadFromJson(json);
}

@freezed
class RevokeApiTokenError with _$RevokeApiTokenError {
  const RevokeApiTokenError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory RevokeApiTokenError({
/// What is wrong, for programs.
    required RevokeApiTokenErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _RevokeApiTokenError;

  factory RevokeApiTokenError.fromJson(Map<String, dynamic> json) => _$RevokeApiTokenErrorFromJson(json);
}

/// Why nothing was revoked.
enum RevokeApiTokenErrorCode {
  /// You have no token of this id.
  @JsonKey(name: 'NO_SUCH_TOKEN')
  noSuchToken,
}

@unfreezed
class RevokeApiTokenInput with _$RevokeApiTokenInput {
  const RevokeApiTokenInput._();

/// A personal token of yours to revoke.
  const factory RevokeApiTokenInput({
/// Id of the token.
    required String id,
  }) = _RevokeApiTokenInput;

  factory RevokeApiTokenInput.fromJson(Map<String, dynamic> json) => _$RevokeApiTokenInputFromJson(json);
}

@freezed
class RevokeApiTokenPayload with _$RevokeApiTokenPayload {
  const RevokeApiTokenPayload._();

/// Outcome of revokeApiToken.
  const factory RevokeApiTokenPayload({
/// The revoked token; null when there are errors.
    ApiToken? apiToken,
/// Why nothing was revoked; empty on success.
    required List<RevokeApiTokenError> errors,
  }) = _RevokeApiTokenPayload;

  factory RevokeApiTokenPayload.fromJson(Map<String, dynamic> json) => _$RevokeApiTokenPayloadFromJson(json);
}

/// What a person may do.
enum Role {
  /// Everything within the studies of the token.
  @JsonKey(name: 'ADMIN')
  admin,
  /// Read figures.
  @JsonKey(name: 'ANALYST')
  analyst,
  /// Design, publish and import.
  @JsonKey(name: 'DESIGNER')
  designer,
  /// Fill and submit the sheet of one municipality.
  @JsonKey(name: 'RESPONDENT')
  respondent,
  /// Run a round: windows, contacts, return and accept sheets, enter on behalf.
  @JsonKey(name: 'REVIEWER')
  reviewer,
}

@freezed
class Round with _$Round {
  const Round._();

/// One collection wave: the panel is asked one question set within a window.
  const factory Round({
/// End of the window.
    required DateTime closesAt,
/// Code, unique in the study.
    required String code,
/// Start of the window.
    required DateTime opensAt,
/// The question set asked.
    QuestionSet? questionSet,
/// State at the moment of the request, by act and by clock.
    required RoundStatus status,
/// Year the round asks about.
    required int year,
  }) = _Round;

  factory Round.fromJson(Map<String, dynamic> json) => _$RoundFromJson(json);
}

/// Mails that go to a whole round.
enum RoundMailKind {
  /// To everybody who works on a sheet of the round.
  @JsonKey(name: 'INVITATION')
  invitation,
  /// To those whose sheet is not handed in and whose window has an end.
  @JsonKey(name: 'REMINDER')
  reminder,
}

/// Which of the two rounds of a comparison.
enum RoundSide {
  /// The earlier round.
  @JsonKey(name: 'FROM')
  from,
  /// The later round.
  @JsonKey(name: 'TO')
  to,
}

/// State of a round.
enum RoundStatus {
  /// No more submissions.
  @JsonKey(name: 'CLOSED')
  closed,
  /// Sheets can be filled and submitted.
  @JsonKey(name: 'OPEN')
  open,
  /// Not yet open.
  @JsonKey(name: 'PLANNED')
  planned,
}

@freezed
class SaveAnswersError with _$SaveAnswersError {
  const SaveAnswersError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory SaveAnswersError({
/// What is wrong, for programs.
    required SaveAnswersErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _SaveAnswersError;

  factory SaveAnswersError.fromJson(Map<String, dynamic> json) => _$SaveAnswersErrorFromJson(json);
}

/// Why answers were not saved.
enum SaveAnswersErrorCode {
  /// The same question is given twice.
  @JsonKey(name: 'DUPLICATE_QUESTION')
  duplicateQuestion,
  /// The key was used for another payload.
  @JsonKey(name: 'IDEMPOTENCY_KEY_REUSED')
  idempotencyKeyReused,
  /// The value does not fit the question; the message says what was expected.
  @JsonKey(name: 'INVALID_VALUE')
  invalidValue,
  /// The sheet is submitted or accepted.
  @JsonKey(name: 'NOT_EDITABLE')
  notEditable,
  /// There is no such response, or your token does not cover it.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// The value is not last round's answer, or the question does not let it be taken over.
  @JsonKey(name: 'NOT_THE_PRIOR_ANSWER')
  notThePriorAnswer,
  /// Another department works on the section.
  @JsonKey(name: 'NOT_YOUR_SECTION')
  notYourSection,
  /// The window is not open for this municipality; the message names it.
  @JsonKey(name: 'ROUND_NOT_OPEN')
  roundNotOpen,
  /// The sheet has no such question.
  @JsonKey(name: 'UNKNOWN_QUESTION')
  unknownQuestion,
}

@unfreezed
class SaveAnswersInput with _$SaveAnswersInput {
  const SaveAnswersInput._();

/// Answers to save on one sheet. Each succeeds or conflicts on its own; an invalid value refuses all.
  const factory SaveAnswersInput({
/// 1 to 250 answers, each question at most once.
    required List<AnswerInput> answers,
/// UUID made by the client for this act: repeating it has no further effect and gives the same result.
    required String idempotencyKey,
/// The response.
    required String response,
  }) = _SaveAnswersInput;

  factory SaveAnswersInput.fromJson(Map<String, dynamic> json) => _$SaveAnswersInputFromJson(json);
}

@freezed
class SaveAnswersPayload with _$SaveAnswersPayload {
  const SaveAnswersPayload._();

/// Outcome of saveAnswers.
  const factory SaveAnswersPayload({
/// What was not, because somebody else was faster.
    required List<AnswerConflict> conflicts,
/// Why nothing at all was saved; empty otherwise.
    required List<SaveAnswersError> errors,
/// The response now; null when it was not found.
    Response? response,
/// What was saved.
    required List<SavedAnswer> saved,
  }) = _SaveAnswersPayload;

  factory SaveAnswersPayload.fromJson(Map<String, dynamic> json) => _$SaveAnswersPayloadFromJson(json);
}

@freezed
class SaveConflict with _$SaveConflict {
  const SaveConflict._();

/// Both documents and what they differ in, where somebody has saved in between and edits contradict.
  const factory SaveConflict({
/// Every field that contradicts. Edits of other fields would merge.
    required List<FieldConflict> fields,
/// What is stored now, with its version.
    required QuestionSet theirs,
/// What was sent. Stored nowhere.
    required QuestionSet yours,
  }) = _SaveConflict;

  factory SaveConflict.fromJson(Map<String, dynamic> json) => _$SaveConflictFromJson(json);
}

@unfreezed
class SaveDepartmentInput with _$SaveDepartmentInput {
  const SaveDepartmentInput._();

/// Adds a department, or gives it another name.
  const factory SaveDepartmentInput({
/// Code, unique in the municipality.
    required String code,
/// Code of the municipality.
    required String municipality,
/// Name.
    required String name,
/// Slug of the study.
    required String study,
  }) = _SaveDepartmentInput;

  factory SaveDepartmentInput.fromJson(Map<String, dynamic> json) => _$SaveDepartmentInputFromJson(json);
}

@freezed
class SaveDepartmentPayload with _$SaveDepartmentPayload {
  const SaveDepartmentPayload._();

/// Outcome of saveDepartment.
  const factory SaveDepartmentPayload({
/// All departments of the municipality by code; empty on errors.
    required List<Department> departments,
/// Why nothing was changed; empty on success.
    required List<SectionError> errors,
  }) = _SaveDepartmentPayload;

  factory SaveDepartmentPayload.fromJson(Map<String, dynamic> json) => _$SaveDepartmentPayloadFromJson(json);
}

@unfreezed
class SavePersonInput with _$SavePersonInput {
  const SavePersonInput._();

/// A person with everything that is kept: what is left out is removed.
  const factory SavePersonInput({
/// E-mail address; without it no links.
    String? email,
/// Who is changed; without it a new person.
    String? id,
/// Language in which the person is written to, as BCP 47 tag.
    required String locale,
/// Display name, 1 to 200 characters.
    required String name,
/// All roles, at most 50.
    required List<AccountRoleInput> roles,
  }) = _SavePersonInput;

  factory SavePersonInput.fromJson(Map<String, dynamic> json) => _$SavePersonInputFromJson(json);
}

@freezed
class SaveQuestionSetError with _$SaveQuestionSetError {
  const SaveQuestionSetError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory SaveQuestionSetError({
/// What is wrong, for programs.
    required SaveQuestionSetErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _SaveQuestionSetError;

  factory SaveQuestionSetError.fromJson(Map<String, dynamic> json) => _$SaveQuestionSetErrorFromJson(json);
}

/// Why a draft was not saved.
enum SaveQuestionSetErrorCode {
  /// The document breaks a rule; `path` names the place.
  @JsonKey(name: 'INVALID_DOCUMENT')
  invalidDocument,
  /// It is published and can no longer change.
  @JsonKey(name: 'NOT_A_DRAFT')
  notADraft,
  /// There is no such question set.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// Somebody has saved since, and the edits contradict each other; see `conflict`.
  @JsonKey(name: 'STALE_VERSION')
  staleVersion,
  /// The draft has no save of this version.
  @JsonKey(name: 'UNKNOWN_VERSION')
  unknownVersion,
}

@unfreezed
class SaveQuestionSetInput with _$SaveQuestionSetInput {
  const SaveQuestionSetInput._();

/// A whole draft, with the version it was read at.
  const factory SaveQuestionSetInput({
/// The whole document; what it lacks is removed.
    required QuestionSetDocumentInput document,
/// The draft.
    required String id,
/// Version the document was read at.
    required int version,
  }) = _SaveQuestionSetInput;

  factory SaveQuestionSetInput.fromJson(Map<String, dynamic> json) => _$SaveQuestionSetInputFromJson(json);
}

@freezed
class SaveQuestionSetPayload with _$SaveQuestionSetPayload {
  const SaveQuestionSetPayload._();

/// Outcome of saveQuestionSet.
  const factory SaveQuestionSetPayload({
/// Set with STALE_VERSION where edits contradict.
    SaveConflict? conflict,
/// Every reason why nothing was saved; empty on success.
    required List<SaveQuestionSetError> errors,
/// Where somebody had saved in between: the fields in which their edits were kept. Empty otherwise.
    required List<MergedField> merged,
/// The set as it is stored now; null when there is none.
    QuestionSet? questionSet,
  }) = _SaveQuestionSetPayload;

  factory SaveQuestionSetPayload.fromJson(Map<String, dynamic> json) => _$SaveQuestionSetPayloadFromJson(json);
}

@freezed
class SaveSharedScaleError with _$SaveSharedScaleError {
  const SaveSharedScaleError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory SaveSharedScaleError({
/// What is wrong, for programs.
    required SaveSharedScaleErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _SaveSharedScaleError;

  factory SaveSharedScaleError.fromJson(Map<String, dynamic> json) => _$SaveSharedScaleErrorFromJson(json);
}

/// Why a scale was not saved.
enum SaveSharedScaleErrorCode {
  /// The scale breaks a rule, or gives a code that was taken another meaning; `path` names the place.
  @JsonKey(name: 'INVALID_SCALE')
  invalidScale,
  /// Somebody has saved it since; read the current revision first.
  @JsonKey(name: 'STALE_REVISION')
  staleRevision,
}

@unfreezed
class SaveSharedScaleInput with _$SaveSharedScaleInput {
  const SaveSharedScaleInput._();

/// A scale for the library.
  const factory SaveSharedScaleInput({
/// Revision that it was read at; 0 for a new scale.
    required int revision,
/// The whole scale.
    required ScaleInput scale,
  }) = _SaveSharedScaleInput;

  factory SaveSharedScaleInput.fromJson(Map<String, dynamic> json) => _$SaveSharedScaleInputFromJson(json);
}

@freezed
class SaveSharedScalePayload with _$SaveSharedScalePayload {
  const SaveSharedScalePayload._();

/// Outcome of saveSharedScale.
  const factory SaveSharedScalePayload({
/// Everything that is in the way; empty on success.
    required List<SaveSharedScaleError> errors,
/// The scale as it is stored now; null when there is none.
    SharedScale? sharedScale,
  }) = _SaveSharedScalePayload;

  factory SaveSharedScalePayload.fromJson(Map<String, dynamic> json) => _$SaveSharedScalePayloadFromJson(json);
}

@freezed
class SavedAnswer with _$SavedAnswer {
  const SavedAnswer._();

/// An answer that was saved.
  const factory SavedAnswer({
/// Code of the question.
    required String question,
/// Its revision now.
    required int revision,
  }) = _SavedAnswer;

  factory SavedAnswer.fromJson(Map<String, dynamic> json) => _$SavedAnswerFromJson(json);
}

@freezed
class Scale with _$Scale {
  const Scale._();

/// The levels a question can be answered with.
  const factory Scale({
/// Named groups of levels, by name.
    required List<Box> boxes,
/// Code of the scale; `boolean` for yes/no questions.
    required String code,
/// Levels, lowest first. At most 1000.
    required List<Level> levels,
/// Answers that are not values. At most 40.
    required List<MissingCode> missing,
/// Whether the levels ascend. A nominal scale only knows same and different.
    required bool ordered,
/// Whether a higher level is worse or better.
    required Polarity polarity,
  }) = _Scale;

  factory Scale.fromJson(Map<String, dynamic> json) => _$ScaleFromJson(json);
}

@unfreezed
class ScaleInput with _$ScaleInput {
  const ScaleInput._();

/// A scale as one whole.
  const factory ScaleInput({
/// Named groups of levels.
    required List<BoxInput> boxes,
/// Code, unique in the set.
    required String code,
/// Levels, lowest first.
    required List<LevelInput> levels,
/// Answers that are not values.
    required List<MissingCodeInput> missing,
/// Whether the levels ascend.
    required bool ordered,
/// Whether a higher level is worse or better.
    required Polarity polarity,
  }) = _ScaleInput;

  factory ScaleInput.fromJson(Map<String, dynamic> json) => _$ScaleInputFromJson(json);
}

@freezed
class Section with _$Section {
  const Section._();

/// A group of questions of one question set.
  const factory Section({
/// Code, unique in the set.
    required String code,
/// Questions as the designer wrote them, in order; a GRID is one question here.
    required List<Question> questions,
/// Title in one language. Never empty.
    required String title,
/// Title in every language.
    required List<Translation> translations,
  }) = _Section;

  factory Section.fromJson(Map<String, dynamic> json) => _$SectionFromJson(json);
}

@freezed
class SectionError with _$SectionError {
  const SectionError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory SectionError({
/// What is wrong, for programs.
    required SectionErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _SectionError;

  factory SectionError.fromJson(Map<String, dynamic> json) => _$SectionErrorFromJson(json);
}

/// Why a section was not changed.
enum SectionErrorCode {
  /// The comment does not fit; the message says what was expected.
  @JsonKey(name: 'INVALID_VALUE')
  invalidValue,
  /// The sheet is submitted or accepted.
  @JsonKey(name: 'NOT_EDITABLE')
  notEditable,
  /// There is no such sheet or municipality, or your token does not cover it.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// Sections are given to departments by the signatory or by staff.
  @JsonKey(name: 'NOT_SIGNATORY')
  notSignatory,
  /// Another department works on the section.
  @JsonKey(name: 'NOT_YOUR_SECTION')
  notYourSection,
  /// The window is not open for this municipality; the message names it.
  @JsonKey(name: 'ROUND_NOT_OPEN')
  roundNotOpen,
  /// Somebody has changed the section since the revision that was seen.
  @JsonKey(name: 'STALE_REVISION')
  staleRevision,
  /// The municipality has no such department.
  @JsonKey(name: 'UNKNOWN_DEPARTMENT')
  unknownDepartment,
  /// The sheet has no such section.
  @JsonKey(name: 'UNKNOWN_SECTION')
  unknownSection,
}

@unfreezed
class SectionInput with _$SectionInput {
  const SectionInput._();

/// A group of questions.
  const factory SectionInput({
/// Code, unique in the set.
    required String code,
/// Questions in order.
    required List<QuestionInput> questions,
/// Title per language.
    required List<TranslationInput> title,
  }) = _SectionInput;

  factory SectionInput.fromJson(Map<String, dynamic> json) => _$SectionInputFromJson(json);
}

@freezed
class SectionTitleChange with _$SectionTitleChange {
  const SectionTitleChange._();

/// A section that is titled otherwise in one language.
  const factory SectionTitleChange({
/// Code of the section.
    required String code,
/// BCP 47 language tag.
    required String locale,
/// Word by word, in reading order.
    required List<WordChange> words,
  }) = _SectionTitleChange;

  factory SectionTitleChange.fromJson(Map<String, dynamic> json) => _$SectionTitleChangeFromJson(json);
}

@freezed
class SectionWork with _$SectionWork {
  const SectionWork._();

/// Who works on a section of a sheet, and whether it is done.
  const factory SectionWork({
/// Comment of the municipality on the section; null = none.
    String? comment,
/// Code of the department; null = everybody.
    String? department,
/// When it was marked as done; null = it is not.
    DateTime? doneAt,
/// Who marked it; null = nobody.
    String? doneByName,
/// Counts the changes, from 0.
    required int revision,
  }) = _SectionWork;

  factory SectionWork.fromJson(Map<String, dynamic> json) => _$SectionWorkFromJson(json);
}

@unfreezed
class SendInvitationsInput with _$SendInvitationsInput {
  const SendInvitationsInput._();

/// Invites municipalities to a round. Who was invited is not written to again.
  const factory SendInvitationsInput({
/// Codes of the municipalities, at most 1000; without them all members of the panel.
    List<String>? municipalities,
/// Code of the round.
    required String round,
/// Slug of the study.
    required String study,
  }) = _SendInvitationsInput;

  factory SendInvitationsInput.fromJson(Map<String, dynamic> json) => _$SendInvitationsInputFromJson(json);
}

@unfreezed
class SendRemindersInput with _$SendRemindersInput {
  const SendRemindersInput._();

/// Reminds everybody whose sheet is not handed in, now; at most once a day.
  const factory SendRemindersInput({
/// Code of the round.
    required String round,
/// Slug of the study.
    required String study,
  }) = _SendRemindersInput;

  factory SendRemindersInput.fromJson(Map<String, dynamic> json) => _$SendRemindersInputFromJson(json);
}

@freezed
class Series with _$Series {
  const Series._();

/// One question over all rounds of a study that asked it, earliest first.
  const factory Series({
/// One point per round that asked it; a round that did not is a gap.
    required List<SeriesPoint> points,
/// The question as asked last.
    required Question question,
/// Test over all rounds that asked; null where levels have no order, below three rounds, across a recode or a break, and for protected analysts.
    SeriesTest? test,
  }) = _Series;

  factory Series.fromJson(Map<String, dynamic> json) => _$SeriesFromJson(json);
}

@freezed
class SeriesPoint with _$SeriesPoint {
  const SeriesPoint._();

/// One round of a series.
  const factory SeriesPoint({
/// Comparability with the previous point; null at the first.
    Verdict? comparability,
/// Answers by level, in scale order, levels without a case included; empty for numbers and texts.
    required List<LevelCount> distribution,
/// Share of a box in this round; null without a box or where the question has no such box.
    LevelShare? levelShare,
/// Median level: a level, never between two; null where levels have no order, where nobody answered and when suppressed.
    String? medianLevel,
/// The round.
    required Round round,
/// Whether the counts of this point are withheld because they would disclose single answers.
    required bool suppressed,
/// Change against the previous point; null at the first and when suppressed.
    Tally? tally,
  }) = _SeriesPoint;

  factory SeriesPoint.fromJson(Map<String, dynamic> json) => _$SeriesPointFromJson(json);
}

@freezed
class SeriesTest with _$SeriesTest {
  const SeriesTest._();

/// Whether a question is answered alike in all rounds that asked it.
  const factory SeriesTest({
/// Test statistic; 0 where no municipality varies.
    required double chiSquared,
/// Rounds less one.
    required int degreesOfFreedom,
/// Which test.
    required SeriesTestMethod method,
/// Complete cases: municipalities with a valid answer in each of them.
    required int n,
/// 0 to 1; 1 where no municipality varies.
    required double pValue,
/// Codes of the rounds compared.
    required List<String> rounds,
  }) = _SeriesTest;

  factory SeriesTest.fromJson(Map<String, dynamic> json) => _$SeriesTestFromJson(json);
}

/// Test of a whole series.
enum SeriesTestMethod {
  /// Cochran's Q, for yes/no.
  @JsonKey(name: 'COCHRAN_Q')
  cochranQ,
  /// Friedman's rank test with tie correction, for ordered scales and numbers.
  @JsonKey(name: 'FRIEDMAN')
  friedman,
}

@freezed
class SetDisclosurePolicyError with _$SetDisclosurePolicyError {
  const SetDisclosurePolicyError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory SetDisclosurePolicyError({
/// What is wrong, for programs.
    required SetDisclosurePolicyErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _SetDisclosurePolicyError;

  factory SetDisclosurePolicyError.fromJson(Map<String, dynamic> json) => _$SetDisclosurePolicyErrorFromJson(json);
}

/// Why the policy was not set.
enum SetDisclosurePolicyErrorCode {
  /// The study has no such attribute.
  @JsonKey(name: 'UNKNOWN_ATTRIBUTE')
  unknownAttribute,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class SetDisclosurePolicyInput with _$SetDisclosurePolicyInput {
  const SetDisclosurePolicyInput._();

/// The policy of a study on who sees which figure.
  const factory SetDisclosurePolicyInput({
/// Codes of attributes, the most important first; at most 10.
    required List<String> breakdowns,
/// Which analysts see single answers.
    required SingleAnswersRule singleAnswers,
/// Fewest municipalities that a figure rests on, 3 to 100.
    required int smallestBase,
/// Slug of the study.
    required String study,
  }) = _SetDisclosurePolicyInput;

  factory SetDisclosurePolicyInput.fromJson(Map<String, dynamic> json) => _$SetDisclosurePolicyInputFromJson(json);
}

@freezed
class SetDisclosurePolicyPayload with _$SetDisclosurePolicyPayload {
  const SetDisclosurePolicyPayload._();

/// Outcome of setDisclosurePolicy. It counts for releases from now on; releases before keep theirs.
  const factory SetDisclosurePolicyPayload({
/// Why it was not set; empty on success.
    required List<SetDisclosurePolicyError> errors,
/// The policy; null when there are errors.
    DisclosurePolicy? policy,
  }) = _SetDisclosurePolicyPayload;

  factory SetDisclosurePolicyPayload.fromJson(Map<String, dynamic> json) => _$SetDisclosurePolicyPayloadFromJson(json);
}

@freezed
class ShareInterval with _$ShareInterval {
  const ShareInterval._();

/// A share with its 95 % confidence interval.
  const factory ShareInterval({
/// The share, 0 to 1, unrounded.
    required double estimate,
/// Upper bound, 0 to 1.
    required double high,
/// Lower bound, 0 to 1.
    required double low,
/// How the interval is made.
    required IntervalMethod method,
  }) = _ShareInterval;

  factory ShareInterval.fromJson(Map<String, dynamic> json) => _$ShareIntervalFromJson(json);
}

@freezed
class SharedScale with _$SharedScale {
  const SharedScale._();

/// A scale of the library that templates share. Question sets own copies, so that changing it here moves no figure.
  const factory SharedScale({
/// Counts its revisions, from 1; to be sent back with the next save.
    required int revision,
/// When it was saved.
    required DateTime savedAt,
/// Who saved it.
    required String savedByName,
/// The scale as of this revision.
    required Scale scale,
  }) = _SharedScale;

  factory SharedScale.fromJson(Map<String, dynamic> json) => _$SharedScaleFromJson(json);
}

@freezed
class Sheet with _$Sheet {
  const Sheet._();

/// A municipality's view of its response: questions, answers, and what it said before.
  const factory Sheet({
/// How far it is.
    required SheetProgress progress,
/// The response behind the sheet.
    required Response response,
/// The round.
    required Round round,
/// Sections in order.
    required List<SheetSection> sections,
/// The window of this municipality, extensions included.
    required SheetWindow window,
  }) = _Sheet;

  factory Sheet.fromJson(Map<String, dynamic> json) => _$SheetFromJson(json);
}

/// What can be done to a sheet.
enum SheetAct {
  /// The sheet was accepted.
  @JsonKey(name: 'ACCEPT')
  accept,
  /// A query was answered.
  @JsonKey(name: 'ANSWER_QUERY')
  answerQuery,
  /// A section was given to a department.
  @JsonKey(name: 'ASSIGN_SECTION')
  assignSection,
  /// A query was settled.
  @JsonKey(name: 'CLOSE_QUERY')
  closeQuery,
  /// A comment on a section was changed.
  @JsonKey(name: 'COMMENT_SECTION')
  commentSection,
  /// The window was extended, or an extension taken back.
  @JsonKey(name: 'EXTEND')
  extend,
  /// The municipality was invited.
  @JsonKey(name: 'INVITE')
  invite,
  /// A section was marked as done, or as open again.
  @JsonKey(name: 'MARK_SECTION')
  markSection,
  /// A query was opened, or asked again.
  @JsonKey(name: 'OPEN_QUERY')
  openQuery,
  /// The sheet was given back.
  @JsonKey(name: 'RETURN')
  return_,
  /// An answer was saved.
  @JsonKey(name: 'SAVE_ANSWER')
  saveAnswer,
  /// The sheet was handed in.
  @JsonKey(name: 'SUBMIT')
  submit,
}

@freezed
class SheetAnswer with _$SheetAnswer {
  const SheetAnswer._();

/// The working copy of one answer.
  const factory SheetAnswer({
/// Comment of the municipality; null = none.
    String? comment,
/// How it came about.
    required Provenance provenance,
/// Counts the saves of this answer, from 1; to be sent back as basedOnRevision.
    required int revision,
/// Instant of the last save.
    required DateTime savedAt,
/// Who saved last.
    required Person savedBy,
/// The value; null where it was emptied again.
    AnswerValue? value,
  }) = _SheetAnswer;

  factory SheetAnswer.fromJson(Map<String, dynamic> json) => _$SheetAnswerFromJson(json);
}

@freezed
class SheetChange with _$SheetChange {
  const SheetChange._();

/// An answer that somebody at the sheet has saved.
  const factory SheetChange({
/// Comment; null = none.
    String? comment,
/// Where the sheet stands with it: `since` for what comes after.
    required String cursor,
/// Code of the question.
    required String question,
/// Revision of the answer.
    required int revision,
/// When.
    required DateTime savedAt,
/// Who.
    required Person savedBy,
/// The value; null where it was emptied.
    AnswerValue? value,
  }) = _SheetChange;

  factory SheetChange.fromJson(Map<String, dynamic> json) => _$SheetChangeFromJson(json);
}

@freezed
class SheetDifference with _$SheetDifference {
  const SheetDifference._();

/// What a file changes in one question.
  const factory SheetDifference({
/// Stored comment; null = none.
    String? commentFrom,
/// Comment afterwards; null = none.
    String? commentTo,
/// Stored value in canonical text; null = none.
    String? from,
/// What becomes of the answer.
    required SheetDifferenceKind kind,
/// Code of the question.
    required String question,
/// Value of the file in canonical text; null = none.
    String? to,
  }) = _SheetDifference;

  factory SheetDifference.fromJson(Map<String, dynamic> json) => _$SheetDifferenceFromJson(json);
}

/// What becomes of an answer.
enum SheetDifferenceKind {
  /// There was none.
  @JsonKey(name: 'ADDED')
  added,
  /// It becomes another.
  @JsonKey(name: 'CHANGED')
  changed,
  /// Only its comment changes.
  @JsonKey(name: 'COMMENT')
  comment,
  /// It is emptied.
  @JsonKey(name: 'REMOVED')
  removed,
}

@freezed
class SheetEvent with _$SheetEvent {
  const SheetEvent._();

/// Something that was done to a sheet: its history and audit. Never changed.
  const factory SheetEvent({
/// What.
    required SheetAct act,
/// Who.
    required Person actor,
/// When.
    required DateTime at,
/// Program it came through; null where it did not say.
    String? client,
/// SHA-256 over everything up to this event, hex.
    required String hash,
/// What was afterwards, as text; null = nothing.
    @JsonKey(name: 'new')
    String? new_,
/// Number within the sheet, from 1 without gaps.
    required int number,
/// To what: code of a question or section, number of a submission or query; null = the sheet.
    String? object,
/// What was before, as text; null = nothing.
    String? old,
/// Why; null = not said.
    String? reason,
/// Role in which the person acted.
    required String role,
  }) = _SheetEvent;

  factory SheetEvent.fromJson(Map<String, dynamic> json) => _$SheetEventFromJson(json);
}

@freezed
class SheetEventConnection with _$SheetEventConnection {
  const SheetEventConnection._();

/// A page of the history of a sheet.
  const factory SheetEventConnection({
/// Events in order.
    required List<SheetEventEdge> edges,
/// Where the page ends.
    required PageInfo pageInfo,
  }) = _SheetEventConnection;

  factory SheetEventConnection.fromJson(Map<String, dynamic> json) => _$SheetEventConnectionFromJson(json);
}

@freezed
class SheetEventEdge with _$SheetEventEdge {
  const SheetEventEdge._();

/// An entry of the history.
  const factory SheetEventEdge({
/// For `after`.
    required String cursor,
/// The event.
    required SheetEvent node,
  }) = _SheetEventEdge;

  factory SheetEventEdge.fromJson(Map<String, dynamic> json) => _$SheetEventEdgeFromJson(json);
}

@freezed
class SheetFile with _$SheetFile {
  const SheetFile._();

/// One municipality's sheet as a file to fill in, with what is answered so far.
  const factory SheetFile({
/// Its content in base64.
    required String base64,
/// Its media type.
    required String mediaType,
/// A name for it, with its suffix.
    required String name,
  }) = _SheetFile;

  factory SheetFile.fromJson(Map<String, dynamic> json) => _$SheetFileFromJson(json);
}

@freezed
class SheetFileFault with _$SheetFileFault {
  const SheetFileFault._();

/// One thing wrong with a sheet file, at its place.
  const factory SheetFileFault({
/// What is wrong, for programs.
    required String code,
/// Letter of the column; null = the row as a whole.
    String? column,
/// What was expected.
    required String expected,
/// What is wrong, for people.
    required String message,
/// Row or line, from 1; null = the file as a whole.
    int? row,
/// Name of the sheet; null for CSV or the file as a whole.
    String? sheet,
  }) = _SheetFileFault;

  factory SheetFileFault.fromJson(Map<String, dynamic> json) => _$SheetFileFaultFromJson(json);
}

/// As what a sheet leaves.
enum SheetFileFormat {
  /// Semicolons, UTF-8 with byte-order mark, as German spreadsheets open it.
  @JsonKey(name: 'CSV')
  csv,
  /// For paper, and for reading: tagged for screen readers, with boxes to tick and lines to write on.
  @JsonKey(name: 'PDF')
  pdf,
  /// A workbook with lists to choose from.
  @JsonKey(name: 'XLSX')
  xlsx,
}

@freezed
class SheetPreview with _$SheetPreview {
  const SheetPreview._();

/// A throw-away sheet: what a question set would show. Stored nowhere, counted nowhere.
  const factory SheetPreview({
/// What would keep it from being handed in; empty = nothing.
    required List<PreviewError> errors,
/// How far it is.
    required SheetProgress progress,
/// Sections in order.
    required List<SheetSection> sections,
  }) = _SheetPreview;

  factory SheetPreview.fromJson(Map<String, dynamic> json) => _$SheetPreviewFromJson(json);
}

@freezed
class SheetProgress with _$SheetProgress {
  const SheetProgress._();

/// How far a sheet is, in visible questions.
  const factory SheetProgress({
/// Visible questions with an answer.
    required int answered,
/// Visible questions that submitting needs and that lack an answer or have one.
    @JsonKey(name: 'required')
    required int required_,
/// Visible questions.
    required int total,
  }) = _SheetProgress;

  factory SheetProgress.fromJson(Map<String, dynamic> json) => _$SheetProgressFromJson(json);
}

@freezed
class SheetQuery with _$SheetQuery {
  const SheetQuery._();

/// A reviewer's query on one question of a sheet.
  const factory SheetQuery({
/// What was said, in order; the first one is the query itself.
    required List<QueryMessage> messages,
/// Number within the sheet, from 1.
    required int number,
/// Code of the question.
    required String question,
/// State.
    required QueryStatus status,
/// Number of the submission that it is about.
    required int submission,
  }) = _SheetQuery;

  factory SheetQuery.fromJson(Map<String, dynamic> json) => _$SheetQueryFromJson(json);
}

@freezed
class SheetQuestion with _$SheetQuestion {
  const SheetQuestion._();

/// A question on a sheet, with its answer.
  const factory SheetQuestion({
/// The answer; null before the first save.
    SheetAnswer? answer,
/// The answer of the round before, where the verdict allows showing it; null otherwise.
    PreviousAnswer? previous,
/// The question.
    required Question question,
/// Whether submitting needs an answer now.
    @JsonKey(name: 'required')
    required bool required_,
/// Whether its visibleIf rule holds for the answers so far.
    required bool visible,
  }) = _SheetQuestion;

  factory SheetQuestion.fromJson(Map<String, dynamic> json) => _$SheetQuestionFromJson(json);
}

@freezed
class SheetSection with _$SheetSection {
  const SheetSection._();

/// A section of a sheet.
  const factory SheetSection({
/// Code of the section.
    required String code,
/// Its questions in order, grids cell by cell.
    required List<SheetQuestion> questions,
/// Title in one language. Never empty.
    required String title,
/// Who works on it, and whether it is done.
    required SectionWork work,
  }) = _SheetSection;

  factory SheetSection.fromJson(Map<String, dynamic> json) => _$SheetSectionFromJson(json);
}

@freezed
class SheetWindow with _$SheetWindow {
  const SheetWindow._();

/// When a municipality may hand its sheet in.
  const factory SheetWindow({
/// End, an extension included: what comes at this instant is too late. Null = late, without an end.
    DateTime? closesAt,
/// Whether what is handed in now comes after the end of the round.
    required bool isLate,
/// State at the moment of the request.
    required RoundStatus status,
  }) = _SheetWindow;

  factory SheetWindow.fromJson(Map<String, dynamic> json) => _$SheetWindowFromJson(json);
}

/// A way in for browsers.
enum SignInMethod {
  /// On a laptop: issueDevelopmentToken, whose token POST /auth/development takes.
  @JsonKey(name: 'DEVELOPMENT')
  development,
  /// A link by e-mail: requestSignInLink.
  @JsonKey(name: 'LINK')
  link,
  /// Your organisation's identity provider: GET /auth/sign-in.
  @JsonKey(name: 'PROVIDER')
  provider,
}

@freezed
class SignTest with _$SignTest {
  const SignTest._();

/// Exact two-sided sign test of increased against decreased; ties are dropped.
  const factory SignTest({
/// Municipalities that decreased.
    required int decreased,
/// Municipalities that increased.
    required int increased,
/// Decimal logarithm of pValue, also where that is 0.
    required double log10PValue,
/// 0 to 1; 1 where nobody changed; 0 where it is too small for a double.
    required double pValue,
/// Adjusted over exactly the questions of this comparison (Benjamini and Hochberg 1995).
    required double pValueBenjaminiHochberg,
/// Adjusted over exactly the questions of this comparison (Holm 1979).
    required double pValueHolm,
  }) = _SignTest;

  factory SignTest.fromJson(Map<String, dynamic> json) => _$SignTestFromJson(json);
}

@freezed
class SignedRankTest with _$SignedRankTest {
  const SignedRankTest._();

/// Wilcoxon signed rank test on midranks of the size of the change.
  const factory SignedRankTest({
/// Municipalities that changed.
    required int changed,
/// Asymptotic, without continuity correction; 1 where nobody changed.
    required double pValue,
/// Exact over all sign patterns; null for more than 700 changes or where that takes too long.
    double? pValueExact,
/// Standardised rank sum, positive for increases; null where nobody changed.
    double? z,
/// What was done with those who did not change.
    required ZeroHandling zeros,
  }) = _SignedRankTest;

  factory SignedRankTest.fromJson(Map<String, dynamic> json) => _$SignedRankTestFromJson(json);
}

@freezed
class Since with _$Since {
  const Since._();

/// The designer's statement on comparability with an earlier question of the same code.
  const factory Since({
/// Why, in the words of the designer; null when none was given.
    String? note,
/// RECODED: where earlier levels go. Levels not listed are not comparable. Empty otherwise.
    required List<LevelMapping> recode,
/// Its revision; null for the last published one of the year.
    int? revision,
/// The verdict.
    required Verdict verdict,
/// Year of the question set compared with.
    required int year,
  }) = _Since;

  factory Since.fromJson(Map<String, dynamic> json) => _$SinceFromJson(json);
}

@unfreezed
class SinceInput with _$SinceInput {
  const SinceInput._();

/// How a question compares with the one of an earlier year.
  const factory SinceInput({
/// Why.
    String? note,
/// RECODED: the level map.
    required List<LevelMappingInput> recode,
/// Revision; without it the last published one of the year.
    int? revision,
/// The verdict.
    required Verdict verdict,
/// Year compared with.
    required int year,
  }) = _SinceInput;

  factory SinceInput.fromJson(Map<String, dynamic> json) => _$SinceInputFromJson(json);
}

/// Which analysts see single answers.
enum SingleAnswersRule {
  /// Every analyst of the study.
  @JsonKey(name: 'ANALYSTS')
  analysts,
  /// Those whose token grants it; the others see released freezes and fixed breakdowns only.
  @JsonKey(name: 'GRANTED')
  granted,
}

@unfreezed
class SplitInput with _$SplitInput {
  const SplitInput._();

/// A municipality is split into new ones.
  const factory SplitInput({
/// Code of the new municipality that carries on its answers; without it none does.
    String? carriedOnBy,
/// The new municipalities, at least two.
    required List<NewMunicipalityInput> into,
/// Code of the municipality.
    required String municipality,
/// First year of the new municipalities.
    required int year,
  }) = _SplitInput;

  factory SplitInput.fromJson(Map<String, dynamic> json) => _$SplitInputFromJson(json);
}

@freezed
class Study with _$Study {
  const Study._();

/// A panel of municipalities and the rounds in which it was asked.
  const factory Study({
/// Attributes in order.
    required List<Attribute> attributes,
/// Language used where a reader's is missing.
    required String defaultLocale,
/// What the study is, and what its answers are worth; null when not stated.
    String? description,
/// Who sees which figure.
    required DisclosurePolicy disclosure,
/// Freezes that you may ask, latest first; at most 1000.
    required List<Freeze> freezes,
/// The panel, in its own order.
    required MunicipalityConnection municipalities,
/// Rounds by year and code; a handful per year.
    required List<Round> rounds,
/// Identity of the study in addresses and packages.
    required String slug,
/// Title in one language. Never empty.
    required String title,
  }) = _Study;

  factory Study.fromJson(Map<String, dynamic> json) => _$StudyFromJson(json);
}

@freezed
class Submission with _$Submission {
  const Submission._();

/// A sheet as it was handed in. Never changed.
  const factory Submission({
/// Whether it came after the end of the round.
    @JsonKey(name: 'late')
    required bool late_,
/// Number within the sheet, from 1.
    required int number,
/// Whether staff entered it for the municipality.
    required bool onBehalf,
/// Why it was corrected; null = not said.
    String? reason,
/// SHA-256 over its answers, hex: the receipt.
    required String receipt,
/// When it was received.
    required DateTime submittedAt,
/// Who handed it in.
    required Person submittedBy,
  }) = _Submission;

  factory Submission.fromJson(Map<String, dynamic> json) => _$SubmissionFromJson(json);
}

@freezed
class SubmissionDifference with _$SubmissionDifference {
  const SubmissionDifference._();

/// One field in which two submissions of a sheet differ.
  const factory SubmissionDifference({
/// When; null = not on record.
    DateTime? changedAt,
/// Who changed it last in between; null = not on record.
    Person? changedBy,
/// Which field.
    required SubmissionField field,
/// Afterwards, values in canonical text; null = none.
    @JsonKey(name: 'new')
    String? new_,
/// Before, values in canonical text; null = none.
    String? old,
/// Code of the question.
    required String question,
/// Why: the query on the question, else the reason of the later submission; null = neither.
    String? reason,
  }) = _SubmissionDifference;

  factory SubmissionDifference.fromJson(Map<String, dynamic> json) => _$SubmissionDifferenceFromJson(json);
}

/// A field of an answer.
enum SubmissionField {
  /// The comment.
  @JsonKey(name: 'COMMENT')
  comment,
  /// The value.
  @JsonKey(name: 'VALUE')
  value,
}

@freezed
class SubmitResponseError with _$SubmitResponseError {
  const SubmitResponseError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory SubmitResponseError({
/// What is wrong, for programs.
    required SubmitResponseErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _SubmitResponseError;

  factory SubmitResponseError.fromJson(Map<String, dynamic> json) => _$SubmitResponseErrorFromJson(json);
}

/// Why a sheet was not handed in.
enum SubmitResponseErrorCode {
  /// An answer is implausible; it needs a comment, or to be another one.
  @JsonKey(name: 'COMMENT_REQUIRED')
  commentRequired,
  /// An answer does not fit its question.
  @JsonKey(name: 'INVALID_VALUE')
  invalidValue,
  /// There is no such response, or your token does not cover it.
  @JsonKey(name: 'NOT_FOUND')
  notFound,
  /// Only the signatory of the municipality hands a sheet in.
  @JsonKey(name: 'NOT_SIGNATORY')
  notSignatory,
  /// The sheet is in a state from which it cannot be handed in.
  @JsonKey(name: 'NOT_SUBMITTABLE')
  notSubmittable,
  /// A required question has no answer.
  @JsonKey(name: 'REQUIRED')
  required_,
  /// The window is not open for this municipality; the message names it.
  @JsonKey(name: 'ROUND_NOT_OPEN')
  roundNotOpen,
  /// A check of the designer is not met; the message says which.
  @JsonKey(name: 'RULE_NOT_MET')
  ruleNotMet,
  /// The sheet has changed since the version that was seen.
  @JsonKey(name: 'STALE_VERSION')
  staleVersion,
}

@unfreezed
class SubmitResponseInput with _$SubmitResponseInput {
  const SubmitResponseInput._();

/// Hands a sheet in.
  const factory SubmitResponseInput({
/// Why a sheet that was handed in before is corrected.
    String? reason,
/// The response.
    required String response,
/// Version the signatory has seen: refused when the sheet has changed since. Without it the current one.
    int? version,
  }) = _SubmitResponseInput;

  factory SubmitResponseInput.fromJson(Map<String, dynamic> json) => _$SubmitResponseInputFromJson(json);
}

@freezed
class SubmitResponsePayload with _$SubmitResponsePayload {
  const SubmitResponsePayload._();

/// Outcome of submitResponse.
  const factory SubmitResponsePayload({
/// Everything that is in the way; empty on success.
    required List<SubmitResponseError> errors,
/// The response now; null when it was not found.
    Response? response,
  }) = _SubmitResponsePayload;

  factory SubmitResponsePayload.fromJson(Map<String, dynamic> json) => _$SubmitResponsePayloadFromJson(json);
}

@freezed
class TakeFreezeError with _$TakeFreezeError {
  const TakeFreezeError._();

/// An expected error of this mutation: nothing was changed on its account.
  const factory TakeFreezeError({
/// What is wrong, for programs.
    required TakeFreezeErrorCode code,
/// What is wrong and what was expected, for people.
    required String message,
/// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
    required List<String> path,
  }) = _TakeFreezeError;

  factory TakeFreezeError.fromJson(Map<String, dynamic> json) => _$TakeFreezeErrorFromJson(json);
}

/// Why no freeze was taken.
enum TakeFreezeErrorCode {
  /// The study has a freeze of this name.
  @JsonKey(name: 'NAME_TAKEN')
  nameTaken,
  /// There is no such study, or your token does not cover it.
  @JsonKey(name: 'UNKNOWN_STUDY')
  unknownStudy,
}

@unfreezed
class TakeFreezeInput with _$TakeFreezeInput {
  const TakeFreezeInput._();

/// A new freeze.
  const factory TakeFreezeInput({
/// Name, unique in the study, e.g. report-2018.
    required String name,
/// What it is taken for.
    String? note,
/// Slug of the study.
    required String study,
  }) = _TakeFreezeInput;

  factory TakeFreezeInput.fromJson(Map<String, dynamic> json) => _$TakeFreezeInputFromJson(json);
}

@freezed
class TakeFreezePayload with _$TakeFreezePayload {
  const TakeFreezePayload._();

/// Outcome of takeFreeze.
  const factory TakeFreezePayload({
/// Why there is none; empty on success.
    required List<TakeFreezeError> errors,
/// The freeze; null when there are errors.
    Freeze? freeze,
  }) = _TakeFreezePayload;

  factory TakeFreezePayload.fromJson(Map<String, dynamic> json) => _$TakeFreezePayloadFromJson(json);
}

@freezed
class Tally with _$Tally {
  const Tally._();

/// Counts of municipalities. comparable + excluded = panelSize; changed + unchanged = comparable.
  const factory Tally({
/// Municipalities that differ; for ordered levels increased + decreased.
    required int changed,
/// Municipalities with a usable answer on both sides: the denominator.
    required int comparable,
/// Municipalities lower in the later round; null where levels have no order.
    int? decreased,
/// Municipalities of the panel that are not comparable.
    required int excluded,
/// The reasons, in their order of precedence; sums to excluded.
    required List<Exclusion> exclusions,
/// Municipalities higher in the later round; null where levels have no order.
    int? increased,
/// Municipalities with the same answer, or within the tolerance.
    required int unchanged,
  }) = _Tally;

  factory Tally.fromJson(Map<String, dynamic> json) => _$TallyFromJson(json);
}

@freezed
class Template with _$Template {
  const Template._();

/// A reflection sheet across the years: the identities of its questions.
  const factory Template({
/// Questions that are asked no more, by code. At most 10,000.
    required List<ArchivedQuestion> archivedQuestions,
/// Languages in which every text must be there before a question set is published. At most 50.
    required List<String> locales,
/// Its modules by code, with all their revisions.
    required List<Module> modules,
/// All its question sets, by year and revision. A handful per year.
    required List<QuestionSet> questionSets,
/// Identity of the template.
    required String slug,
/// Title in one language. Never empty.
    required String title,
  }) = _Template;

  factory Template.fromJson(Map<String, dynamic> json) => _$TemplateFromJson(json);
}

@freezed
class TextChange with _$TextChange {
  const TextChange._();

/// A text that reads otherwise in one language.
  const factory TextChange({
/// Which text, e.g. text, help, levels.4.
    required String field,
/// Before; null where the language is new.
    String? from,
/// BCP 47 language tag.
    required String locale,
/// Now; null where the language is gone.
    String? to,
/// Word by word, in reading order.
    required List<WordChange> words,
  }) = _TextChange;

  factory TextChange.fromJson(Map<String, dynamic> json) => _$TextChangeFromJson(json);
}

@freezed
class TextPair with _$TextPair {
  const TextPair._();

/// What one municipality wrote in both rounds. Texts are never compared.
  const factory TextPair({
/// Its answer in the earlier round; null without one.
    AnswerValue? from,
/// The municipality.
    required Municipality municipality,
/// Its answer in the later round; null without one.
    AnswerValue? to,
  }) = _TextPair;

  factory TextPair.fromJson(Map<String, dynamic> json) => _$TextPairFromJson(json);
}

@freezed
class TextPairConnection with _$TextPairConnection {
  const TextPairConnection._();

/// A page of texts side by side, in panel order.
  const factory TextPairConnection({
/// Entries of this page.
    required List<TextPairEdge> edges,
/// Where the page ends.
    required PageInfo pageInfo,
/// Municipalities that are members in either round and pass the filter.
    required int totalCount,
  }) = _TextPairConnection;

  factory TextPairConnection.fromJson(Map<String, dynamic> json) => _$TextPairConnectionFromJson(json);
}

@freezed
class TextPairEdge with _$TextPairEdge {
  const TextPairEdge._();

/// A municipality in the list of texts.
  const factory TextPairEdge({
/// Cursor of this entry.
    required String cursor,
/// The municipality and its texts.
    required TextPair node,
  }) = _TextPairEdge;

  factory TextPairEdge.fromJson(Map<String, dynamic> json) => _$TextPairEdgeFromJson(json);
}

@freezed
class TextValue with _$TextValue {
  const TextValue._();

/// Free text.
  const factory TextValue({
/// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
    required String canonical,
/// The value as a reader sees it, in one language. Never empty but for an empty text.
    required String label,
/// The text.
    required String text,
  }) = _TextValue;

  factory TextValue.fromJson(Map<String, dynamic> json) => _$TextValueFromJson(json);
}

@freezed
class Transition with _$Transition {
  const Transition._();

/// How many comparable municipalities went from one level to another.
  const factory Transition({
/// Municipalities, at least 1: pairs without a case are left out.
    required int count,
/// Level in the earlier round, on the later scale (after a recode).
    required String from,
/// Level in the later round.
    required String to,
  }) = _Transition;

  factory Transition.fromJson(Map<String, dynamic> json) => _$TransitionFromJson(json);
}

@freezed
class Translation with _$Translation {
  const Translation._();

/// A text in one language.
  const factory Translation({
/// BCP 47 language tag, e.g. de.
    required String locale,
/// The text in that language.
    required String text,
  }) = _Translation;

  factory Translation.fromJson(Map<String, dynamic> json) => _$TranslationFromJson(json);
}

@unfreezed
class TranslationInput with _$TranslationInput {
  const TranslationInput._();

/// A text in one language.
  const factory TranslationInput({
/// BCP 47 language tag, e.g. de.
    required String locale,
/// The text in that language, at most 10,000 characters.
    required String text,
  }) = _TranslationInput;

  factory TranslationInput.fromJson(Map<String, dynamic> json) => _$TranslationInputFromJson(json);
}

@unfreezed
class UpdateSectionInput with _$UpdateSectionInput {
  const UpdateSectionInput._();

/// Work on one section. Fields that are left out stay as they are.
  const factory UpdateSectionInput({
/// Revision that was seen; refused when somebody has changed it since. Without it the current one.
    int? basedOnRevision,
/// Comment on the section; null removes it.
    String? comment,
/// Code of the department that works on it; null gives it to everybody. For signatories and staff.
    String? department,
/// Whether the section is done.
    bool? done,
/// The response.
    required String response,
/// Code of the section.
    required String section,
  }) = _UpdateSectionInput;

  factory UpdateSectionInput.fromJson(Map<String, dynamic> json) => _$UpdateSectionInputFromJson(json);
}

@freezed
class UpdateSectionPayload with _$UpdateSectionPayload {
  const UpdateSectionPayload._();

/// Outcome of updateSection.
  const factory UpdateSectionPayload({
/// Why nothing was changed; empty on success.
    required List<SectionError> errors,
/// The section now; null when it was not found.
    SectionWork? work,
  }) = _UpdateSectionPayload;

  factory UpdateSectionPayload.fromJson(Map<String, dynamic> json) => _$UpdateSectionPayloadFromJson(json);
}

/// How a question compares with its predecessor, strongest first.
enum Verdict {
  /// No longer the same measurement: there is never a delta.
  @JsonKey(name: 'BREAK')
  break_,
  /// Reworded, same meaning; figures carry a footnote.
  @JsonKey(name: 'COMPARABLE')
  comparable,
  /// A typing or layout correction.
  @JsonKey(name: 'EDITORIAL')
  editorial,
  /// Same wording and scale.
  @JsonKey(name: 'IDENTICAL')
  identical,
  /// Another scale with a level map; figures carry a footnote.
  @JsonKey(name: 'RECODED')
  recoded,
}

@freezed
class VerdictProposal with _$VerdictProposal {
  const VerdictProposal._();

/// What a computer would say of a change. Never applied by itself.
  const factory VerdictProposal({
/// Why.
    required ProposalReason reason,
/// RECODED: the level map proposed; empty otherwise.
    required List<LevelMapping> recode,
/// The verdict proposed.
    required Verdict verdict,
  }) = _VerdictProposal;

  factory VerdictProposal.fromJson(Map<String, dynamic> json) => _$VerdictProposalFromJson(json);
}

@freezed
class Viewer with _$Viewer {
  const Viewer._();

/// Who your token or session says you are.
  const factory Viewer({
/// RESPONDENT: code of the department; null: every section.
    String? department,
/// RESPONDENT: code of the municipality; null otherwise.
    String? municipality,
/// Display name.
    required String name,
/// Roles.
    required List<Role> roles,
/// Tasks among which you choose by the header X-Reflexbogen-Scope; null where your provider names your roles.
    ViewerScopes? scopes,
/// RESPONDENT: whether you may hand the sheet in.
    required bool signatory,
/// Whether the token grants the sight of single answers in studies whose policy asks for the grant.
    required bool singleAnswers,
/// Slugs of the studies the token covers; null = every study.
    List<String>? studies,
  }) = _Viewer;

  factory Viewer.fromJson(Map<String, dynamic> json) => _$ViewerFromJson(json);
}

@freezed
class ViewerScopes with _$ViewerScopes {
  const ViewerScopes._();

/// Tasks of a person; every request acts in one of them.
  const factory ViewerScopes({
/// The one that this request acts in.
    required String acting,
/// All of them, the first of which needs no header: `*`, `study,study`, `study/municipality` or `study/municipality/department`.
    required List<String> all,
  }) = _ViewerScopes;

  factory ViewerScopes.fromJson(Map<String, dynamic> json) => _$ViewerScopesFromJson(json);
}

@unfreezed
class WithdrawExtensionInput with _$WithdrawExtensionInput {
  const WithdrawExtensionInput._();

/// Takes an extension back.
  const factory WithdrawExtensionInput({
/// Why. Goes on record.
    required String reason,
/// The response.
    required String response,
  }) = _WithdrawExtensionInput;

  factory WithdrawExtensionInput.fromJson(Map<String, dynamic> json) => _$WithdrawExtensionInputFromJson(json);
}

@freezed
class WordChange with _$WordChange {
  const WordChange._();

/// A run of words of a text that changed.
  const factory WordChange({
/// What became of them.
    required WordOp op,
/// The words, with the blanks between them.
    required String text,
  }) = _WordChange;

  factory WordChange.fromJson(Map<String, dynamic> json) => _$WordChangeFromJson(json);
}

/// What became of words.
enum WordOp {
  /// They came.
  @JsonKey(name: 'ADDED')
  added,
  /// They stayed.
  @JsonKey(name: 'EQUAL')
  equal,
  /// They went.
  @JsonKey(name: 'REMOVED')
  removed,
}

/// What the signed rank test does with those who did not change.
enum ZeroHandling {
  /// They are ranked, and their ranks then dropped (Pratt 1959).
  @JsonKey(name: 'PRATT')
  pratt,
  /// They are dropped before ranking (Wilcoxon 1945).
  @JsonKey(name: 'WILCOXON')
  wilcoxon,
}