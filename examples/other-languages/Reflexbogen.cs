using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Reflexbogen {
  public class Types {
    
    #region AcceptResponseInput
    /// <summary>
    /// Accepts a sheet as checked and final.
    /// </summary>
    public class AcceptResponseInput {
      #region members
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
    
      /// <summary>
      /// Version the reviewer has seen: refused when the sheet has changed since. Without it the current one.
      /// </summary>
      public int? version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Account
    /// <summary>
    /// A person with the means to sign in.
    /// </summary>
    public record Account(DateTimeOffset DisabledAt, string Email, bool HasProvider, string Id, string Locale, string Name, List<AccountRole> Roles, DateTimeOffset SessionsFrom) {
      #region members
      /// <summary>
      /// Since when the person is shut out; null: is not.
      /// </summary>
      [JsonPropertyName("disabledAt")]
      public DateTimeOffset DisabledAt { get; init; } = DisabledAt;
    
      /// <summary>
      /// Where sign-in links are sent to; null: nowhere.
      /// </summary>
      [JsonPropertyName("email")]
      public string Email { get; init; } = Email;
    
      /// <summary>
      /// Whether an identity provider signs the person in; such persons get no sign-in links.
      /// </summary>
      [JsonPropertyName("hasProvider")]
      public bool HasProvider { get; init; } = HasProvider;
    
      /// <summary>
      /// Identifies the person.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
    
      /// <summary>
      /// Language in which the person is written to, as BCP 47 tag.
      /// </summary>
      [JsonPropertyName("locale")]
      public string Locale { get; init; } = Locale;
    
      /// <summary>
      /// Display name; null before the first sign-in.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
    
      /// <summary>
      /// Roles kept here: for sign-in by link and for personal tokens. Tokens of an identity provider bring their own.
      /// </summary>
      [JsonPropertyName("roles")]
      public List<AccountRole> Roles { get; init; } = Roles;
    
      /// <summary>
      /// Sessions from before this time are over; null: none has been ended yet.
      /// </summary>
      [JsonPropertyName("sessionsFrom")]
      public DateTimeOffset SessionsFrom { get; init; } = SessionsFrom;
      #endregion
    }
    #endregion
    
    #region AccountConnection
    /// <summary>
    /// A page of persons.
    /// </summary>
    public record AccountConnection(List<AccountEdge> Edges, PageInfo PageInfo, int TotalCount) {
      #region members
      /// <summary>
      /// Entries of this page.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<AccountEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
    
      /// <summary>
      /// Persons in the whole list.
      /// </summary>
      [JsonPropertyName("totalCount")]
      public int TotalCount { get; init; } = TotalCount;
      #endregion
    }
    #endregion
    
    #region AccountEdge
    /// <summary>
    /// A person in a page.
    /// </summary>
    public record AccountEdge(string Cursor, Account Node) {
      #region members
      /// <summary>
      /// Cursor of this entry, for `after`.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The person.
      /// </summary>
      [JsonPropertyName("node")]
      public Account Node { get; init; } = Node;
      #endregion
    }
    #endregion
    
    #region AccountError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record AccountError(AccountErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public AccountErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why nothing was changed.
      /// </summary>
    public enum AccountErrorCode {
      /// <summary>
      /// The identity provider says what this person is called.
      /// </summary>
      NAMED_BY_PROVIDER,
      /// <summary>
      /// The study has no municipality of this code.
      /// </summary>
      NO_SUCH_MUNICIPALITY,
      /// <summary>
      /// There is no such person, or the person has rights outside the studies that you administer.
      /// </summary>
      NO_SUCH_PERSON,
      /// <summary>
      /// There is no study of this slug.
      /// </summary>
      NO_SUCH_STUDY,
      /// <summary>
      /// A role would reach beyond the studies that you administer.
      /// </summary>
      OUTSIDE_YOUR_STUDIES,
      /// <summary>
      /// The role takes no such study, municipality, department or signature, or needs one.
      /// </summary>
      ROLE_DOES_NOT_FIT
    }
    
    
    #region AccountPayload
    /// <summary>
    /// Outcome of an act on a person.
    /// </summary>
    public record AccountPayload(Account Account, List<AccountError> Errors) {
      #region members
      /// <summary>
      /// The person afterwards; null when there are errors.
      /// </summary>
      [JsonPropertyName("account")]
      public Account Account { get; init; } = Account;
    
      /// <summary>
      /// Why nothing was changed; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<AccountError> Errors { get; init; } = Errors;
      #endregion
    }
    #endregion
    
    #region AccountRole
    /// <summary>
    /// A role that is kept here for a person.
    /// </summary>
    public record AccountRole(string Department, string Municipality, Role Role, bool Signatory, bool SingleAnswers, string Study) {
      #region members
      /// <summary>
      /// RESPONDENT: code of the department; null: every section.
      /// </summary>
      [JsonPropertyName("department")]
      public string Department { get; init; } = Department;
    
      /// <summary>
      /// RESPONDENT: code of the municipality; null otherwise.
      /// </summary>
      [JsonPropertyName("municipality")]
      public string Municipality { get; init; } = Municipality;
    
      /// <summary>
      /// The role.
      /// </summary>
      [JsonPropertyName("role")]
      public Role Role { get; init; } = Role;
    
      /// <summary>
      /// RESPONDENT: whether the person may hand the sheet in.
      /// </summary>
      [JsonPropertyName("signatory")]
      public bool Signatory { get; init; } = Signatory;
    
      /// <summary>
      /// Whether the person sees single answers in studies whose policy asks for the grant.
      /// </summary>
      [JsonPropertyName("singleAnswers")]
      public bool SingleAnswers { get; init; } = SingleAnswers;
    
      /// <summary>
      /// Slug of its study; null: every study.
      /// </summary>
      [JsonPropertyName("study")]
      public string Study { get; init; } = Study;
      #endregion
    }
    #endregion
    
    #region AccountRoleInput
    /// <summary>
    /// A role to keep for a person.
    /// </summary>
    public class AccountRoleInput {
      #region members
      /// <summary>
      /// RESPONDENT: code of the department; without it every section.
      /// </summary>
      public string department { get; set; }
    
      /// <summary>
      /// RESPONDENT: code of the municipality.
      /// </summary>
      public string municipality { get; set; }
    
      /// <summary>
      /// The role.
      /// </summary>
      [Required]
      public Role role { get; set; }
    
      /// <summary>
      /// RESPONDENT: whether the person may hand the sheet in.
      /// </summary>
      public bool? signatory { get; set; }
    
      /// <summary>
      /// Whether the person sees single answers where a policy asks for the grant.
      /// </summary>
      public bool? singleAnswers { get; set; }
    
      /// <summary>
      /// Slug of its study; without it every study.
      /// </summary>
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region AffectedSeries
    /// <summary>
    /// A study in which figures rest on a question.
    /// </summary>
    public record AffectedSeries(List<string> Freezes, List<string> Rounds, string Study) {
      #region members
      /// <summary>
      /// Names of the freezes that pin figures on it. At most 1000.
      /// </summary>
      [JsonPropertyName("freezes")]
      public List<string> Freezes { get; init; } = Freezes;
    
      /// <summary>
      /// Codes of the rounds that have asked it, earliest first.
      /// </summary>
      [JsonPropertyName("rounds")]
      public List<string> Rounds { get; init; } = Rounds;
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [JsonPropertyName("study")]
      public string Study { get; init; } = Study;
      #endregion
    }
    #endregion
    
    #region Agreement
    /// <summary>
    /// A topic of which a study has both the computed and the reported change, side by side.
    /// </summary>
    public record Agreement(int? Agree, int? Comparable, Delta Computed, DisagreementConnection Disagreements, Delta Reported) {
      #region members
      /// <summary>
      /// Of these, those in which both agree; null when suppressed.
      /// </summary>
      [JsonPropertyName("agree")]
      public int? Agree { get; init; } = Agree;
    
      /// <summary>
      /// Municipalities that have both; null when suppressed.
      /// </summary>
      [JsonPropertyName("comparable")]
      public int? Comparable { get; init; } = Comparable;
    
      /// <summary>
      /// The change computed from two answers.
      /// </summary>
      [JsonPropertyName("computed")]
      public Delta Computed { get; init; } = Computed;
    
      /// <summary>
      /// The municipalities in which both differ, in panel order; as many as comparable less agree.
      /// </summary>
      [JsonPropertyName("disagreements")]
      public DisagreementConnection Disagreements { get; init; } = Disagreements;
    
      /// <summary>
      /// The change as the municipalities reported it.
      /// </summary>
      [JsonPropertyName("reported")]
      public Delta Reported { get; init; } = Reported;
      #endregion
    }
    #endregion
    
    #region AnswerCheck
    /// <summary>
    /// A check of the answers of a sheet.
    /// </summary>
    public record AnswerCheck(string Message, string Rule, List<Translation> Translations) {
      #region members
      /// <summary>
      /// What the respondent reads, in one language. Never empty.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// CEL rule over the answers of the sheet.
      /// </summary>
      [JsonPropertyName("rule")]
      public string Rule { get; init; } = Rule;
    
      /// <summary>
      /// What the respondent reads, in every language.
      /// </summary>
      [JsonPropertyName("translations")]
      public List<Translation> Translations { get; init; } = Translations;
      #endregion
    }
    #endregion
    
    #region AnswerCheckInput
    /// <summary>
    /// A check of answers.
    /// </summary>
    public class AnswerCheckInput {
      #region members
      /// <summary>
      /// What the respondent reads, per language.
      /// </summary>
      [Required]
      public List<TranslationInput> message { get; set; }
    
      /// <summary>
      /// CEL rule over the answers of the sheet.
      /// </summary>
      [Required]
      public string rule { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region AnswerConflict
    /// <summary>
    /// An answer that somebody else has saved in the meantime. Nothing was overwritten.
    /// </summary>
    public record AnswerConflict(string Question, int Revision, DateTimeOffset SavedAt, Person SavedBy, AnswerValue Theirs, AnswerValue Yours) {
      #region members
      /// <summary>
      /// Code of the question.
      /// </summary>
      [JsonPropertyName("question")]
      public string Question { get; init; } = Question;
    
      /// <summary>
      /// Revision that stands; 0 when the answer was never saved.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
    
      /// <summary>
      /// When; null when nobody has.
      /// </summary>
      [JsonPropertyName("savedAt")]
      public DateTimeOffset SavedAt { get; init; } = SavedAt;
    
      /// <summary>
      /// Who saved it; null when nobody has.
      /// </summary>
      [JsonPropertyName("savedBy")]
      public Person SavedBy { get; init; } = SavedBy;
    
      /// <summary>
      /// The value that stands; null = emptied.
      /// </summary>
      [JsonPropertyName("theirs")]
      public AnswerValue Theirs { get; init; } = Theirs;
    
      /// <summary>
      /// The value that was sent; null = emptying.
      /// </summary>
      [JsonPropertyName("yours")]
      public AnswerValue Yours { get; init; } = Yours;
      #endregion
    }
    #endregion
    
    #region AnswerInput
    /// <summary>
    /// One answer to save.
    /// </summary>
    public class AnswerInput {
      #region members
      /// <summary>
      /// Revision of the answer that the editor has seen; null or 0 when there was none.
      /// </summary>
      public int? basedOnRevision { get; set; }
    
      /// <summary>
      /// Comment; null removes it, leaving the field out keeps it.
      /// </summary>
      public string comment { get; set; }
    
      /// <summary>
      /// How the value came about; without it TYPED. CONFIRMED and CARRIED_OVER need last round's very answer and a question that allows it.
      /// </summary>
      public Provenance? provenance { get; set; }
    
      /// <summary>
      /// Code of the question.
      /// </summary>
      [Required]
      public string question { get; set; }
    
      /// <summary>
      /// The value; null empties the answer.
      /// </summary>
      public AnswerValueInput value { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region AnswerRevision
    /// <summary>
    /// One save of one answer.
    /// </summary>
    public record AnswerRevision(string Client, string Comment, string From, Provenance Provenance, int Revision, string Role, DateTimeOffset SavedAt, Person SavedBy, string To) {
      #region members
      /// <summary>
      /// Program it came through; null where it did not say.
      /// </summary>
      [JsonPropertyName("client")]
      public string Client { get; init; } = Client;
    
      /// <summary>
      /// Comment afterwards; null = none.
      /// </summary>
      [JsonPropertyName("comment")]
      public string Comment { get; init; } = Comment;
    
      /// <summary>
      /// Value before, in canonical text; null = none.
      /// </summary>
      [JsonPropertyName("from")]
      public string From { get; init; } = From;
    
      /// <summary>
      /// How it came about.
      /// </summary>
      [JsonPropertyName("provenance")]
      public Provenance Provenance { get; init; } = Provenance;
    
      /// <summary>
      /// From 1 without gaps.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
    
      /// <summary>
      /// Role in which the person acted.
      /// </summary>
      [JsonPropertyName("role")]
      public string Role { get; init; } = Role;
    
      /// <summary>
      /// When.
      /// </summary>
      [JsonPropertyName("savedAt")]
      public DateTimeOffset SavedAt { get; init; } = SavedAt;
    
      /// <summary>
      /// Who.
      /// </summary>
      [JsonPropertyName("savedBy")]
      public Person SavedBy { get; init; } = SavedBy;
    
      /// <summary>
      /// Value afterwards, in canonical text; null = emptied.
      /// </summary>
      [JsonPropertyName("to")]
      public string To { get; init; } = To;
      #endregion
    }
    #endregion
    
    /// <summary>
    /// A typed answer. Ask for `canonical` to treat all kinds alike.
    /// </summary>
    public interface AnswerValue {
      /// <summary>
      /// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
      /// </summary>
      [JsonPropertyName("canonical")]
      string Canonical { get; }
    
      /// <summary>
      /// The value as a reader sees it, in one language. Never empty but for an empty text.
      /// </summary>
      [JsonPropertyName("label")]
      string Label { get; }
    }
    
    #region AnswerValueInput
    /// <summary>
    /// A typed answer: exactly one of the fields.
    /// </summary>
    public class AnswerValueInput {
      #region members
      /// <summary>
      /// BOOLEAN: true for yes.
      /// </summary>
      public bool? boolean { get; set; }
    
      /// <summary>
      /// SCALE and CHOICE: code of the level.
      /// </summary>
      public string level { get; set; }
    
      /// <summary>
      /// MULTI_CHOICE: codes of the chosen options.
      /// </summary>
      public List<string> levels { get; set; }
    
      /// <summary>
      /// A missing code of the scale.
      /// </summary>
      public string missing { get; set; }
    
      /// <summary>
      /// NUMBER: the number.
      /// </summary>
      public double? number { get; set; }
    
      /// <summary>
      /// TEXT: the text, at most 10,000 characters.
      /// </summary>
      public string text { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ApiToken
    /// <summary>
    /// A personal token for programs. Its text is shown once, when it is created.
    /// </summary>
    public record ApiToken(ApiTokenAccess Access, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string Id, DateTimeOffset LastUsedAt, string Name, DateTimeOffset RevokedAt, List<Role> Roles) {
      #region members
      /// <summary>
      /// Whether it may write.
      /// </summary>
      [JsonPropertyName("access")]
      public ApiTokenAccess Access { get; init; } = Access;
    
      /// <summary>
      /// When it was created.
      /// </summary>
      [JsonPropertyName("createdAt")]
      public DateTimeOffset CreatedAt { get; init; } = CreatedAt;
    
      /// <summary>
      /// When it expires.
      /// </summary>
      [JsonPropertyName("expiresAt")]
      public DateTimeOffset ExpiresAt { get; init; } = ExpiresAt;
    
      /// <summary>
      /// Identifies the token, for revoking it.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
    
      /// <summary>
      /// When it was last used, to the minute; null: never.
      /// </summary>
      [JsonPropertyName("lastUsedAt")]
      public DateTimeOffset LastUsedAt { get; init; } = LastUsedAt;
    
      /// <summary>
      /// What it is for, as its owner named it.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
    
      /// <summary>
      /// When it was revoked; null: it was not.
      /// </summary>
      [JsonPropertyName("revokedAt")]
      public DateTimeOffset RevokedAt { get; init; } = RevokedAt;
    
      /// <summary>
      /// Roles it may use, as far as its owner has them at the time.
      /// </summary>
      [JsonPropertyName("roles")]
      public List<Role> Roles { get; init; } = Roles;
      #endregion
    }
    #endregion
      /// <summary>
      /// What a personal token may do.
      /// </summary>
    public enum ApiTokenAccess {
      /// <summary>
      /// Queries, and the mutations that only prepare a download.
      /// </summary>
      READ,
      /// <summary>
      /// Everything that its roles may.
      /// </summary>
      WRITE
    }
    
    
    #region ArchiveQuestionsError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ArchiveQuestionsError(ArchiveQuestionsErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ArchiveQuestionsErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why no question was archived.
      /// </summary>
    public enum ArchiveQuestionsErrorCode {
      /// <summary>
      /// The template has never asked a question of this code.
      /// </summary>
      UNKNOWN_QUESTION,
      /// <summary>
      /// No template has this slug.
      /// </summary>
      UNKNOWN_TEMPLATE
    }
    
    
    #region ArchiveQuestionsInput
    /// <summary>
    /// Questions that are asked no more.
    /// </summary>
    public class ArchiveQuestionsInput {
      #region members
      /// <summary>
      /// Codes of the questions.
      /// </summary>
      [Required]
      public List<string> questions { get; set; }
    
      /// <summary>
      /// Why.
      /// </summary>
      public string reason { get; set; }
    
      /// <summary>
      /// Slug of the template.
      /// </summary>
      [Required]
      public string template { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ArchiveQuestionsPayload
    /// <summary>
    /// Outcome of archiveQuestions.
    /// </summary>
    public record ArchiveQuestionsPayload(List<ArchivedQuestion> ArchivedQuestions, List<ArchiveQuestionsError> Errors) {
      #region members
      /// <summary>
      /// All archived questions of the template, by code.
      /// </summary>
      [JsonPropertyName("archivedQuestions")]
      public List<ArchivedQuestion> ArchivedQuestions { get; init; } = ArchivedQuestions;
    
      /// <summary>
      /// Why nothing was archived; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ArchiveQuestionsError> Errors { get; init; } = Errors;
      #endregion
    }
    #endregion
    
    #region ArchivedQuestion
    /// <summary>
    /// A question that is asked no more; its code means what it meant.
    /// </summary>
    public record ArchivedQuestion(DateTimeOffset ArchivedAt, string Code, string Reason) {
      #region members
      /// <summary>
      /// Since when.
      /// </summary>
      [JsonPropertyName("archivedAt")]
      public DateTimeOffset ArchivedAt { get; init; } = ArchivedAt;
    
      /// <summary>
      /// Code of the question.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Why; null when no reason was given.
      /// </summary>
      [JsonPropertyName("reason")]
      public string Reason { get; init; } = Reason;
      #endregion
    }
    #endregion
    
    #region Attribute
    /// <summary>
    /// A property of municipalities by which results are broken down.
    /// </summary>
    public record Attribute(string Code, string Label, List<AttributeValue> Values) {
      #region members
      /// <summary>
      /// Code, unique in the study.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Label in one language. Never empty.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// Declared values; empty where any text is a category.
      /// </summary>
      [JsonPropertyName("values")]
      public List<AttributeValue> Values { get; init; } = Values;
      #endregion
    }
    #endregion
    
    #region AttributeFilterInput
    /// <summary>
    /// Municipalities by the value of one attribute.
    /// </summary>
    public class AttributeFilterInput {
      #region members
      /// <summary>
      /// Round whose value counts.
      /// </summary>
      public RoundSide? at { get; set; }
    
      /// <summary>
      /// Code of the attribute.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Values of which one must hold; null among them means "not stated".
      /// </summary>
      [Required]
      public List<string> @in { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region AttributeGroup
    /// <summary>
    /// One attribute and its value, as part of a crossed group.
    /// </summary>
    public record AttributeGroup(string Attribute, string Value) {
      #region members
      /// <summary>
      /// Code of the attribute.
      /// </summary>
      [JsonPropertyName("attribute")]
      public string Attribute { get; init; } = Attribute;
    
      /// <summary>
      /// Value; null = not stated.
      /// </summary>
      [JsonPropertyName("value")]
      public string Value { get; init; } = Value;
      #endregion
    }
    #endregion
    
    #region AttributeValue
    /// <summary>
    /// One declared value of an attribute.
    /// </summary>
    public record AttributeValue(string Code, string Label) {
      #region members
      /// <summary>
      /// Code of the value.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Label in one language. Never empty.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
      #endregion
    }
    #endregion
    
    #region AttributeValueInput
    /// <summary>
    /// A value of an attribute.
    /// </summary>
    public class AttributeValueInput {
      #region members
      /// <summary>
      /// Code of the attribute.
      /// </summary>
      [Required]
      public string attribute { get; set; }
    
      /// <summary>
      /// Code of the value.
      /// </summary>
      [Required]
      public string value { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region AuditFault
    /// <summary>
    /// Something that was changed, removed or reordered.
    /// </summary>
    public record AuditFault(string Chain, AuditFaultKind Kind, string Message, int Number) {
      #region members
      /// <summary>
      /// Where: "study", "checkpoints", or municipality and round.
      /// </summary>
      [JsonPropertyName("chain")]
      public string Chain { get; init; } = Chain;
    
      /// <summary>
      /// What, for programs.
      /// </summary>
      [JsonPropertyName("kind")]
      public AuditFaultKind Kind { get; init; } = Kind;
    
      /// <summary>
      /// What, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Number of the entry.
      /// </summary>
      [JsonPropertyName("number")]
      public int Number { get; init; } = Number;
      #endregion
    }
    #endregion
      /// <summary>
      /// What is wrong with a chain.
      /// </summary>
    public enum AuditFaultKind {
      /// <summary>
      /// Something is not what was written.
      /// </summary>
      CHANGED,
      /// <summary>
      /// An entry is missing.
      /// </summary>
      MISSING,
      /// <summary>
      /// An entry stands at another place.
      /// </summary>
      REORDERED,
      /// <summary>
      /// The end is missing.
      /// </summary>
      TRUNCATED
    }
    
    
    #region AuditVerification
    /// <summary>
    /// Outcome of checking every chain of a study.
    /// </summary>
    public record AuditVerification(int Checkpoints, int Events, List<AuditFault> Faults, int Sheets) {
      #region members
      /// <summary>
      /// Checkpoints that were checked.
      /// </summary>
      [JsonPropertyName("checkpoints")]
      public int Checkpoints { get; init; } = Checkpoints;
    
      /// <summary>
      /// Events that were checked.
      /// </summary>
      [JsonPropertyName("events")]
      public int Events { get; init; } = Events;
    
      /// <summary>
      /// What is wrong, at most 1000; empty: nothing was tampered with.
      /// </summary>
      [JsonPropertyName("faults")]
      public List<AuditFault> Faults { get; init; } = Faults;
    
      /// <summary>
      /// Sheets that were checked.
      /// </summary>
      [JsonPropertyName("sheets")]
      public int Sheets { get; init; } = Sheets;
      #endregion
    }
    #endregion
      /// <summary>
      /// Where a change comes from.
      /// </summary>
    public enum Basis {
      /// <summary>
      /// The difference of the answers of two rounds.
      /// </summary>
      COMPUTED,
      /// <summary>
      /// The municipality was asked for the change itself, in the later round.
      /// </summary>
      REPORTED
    }
    
    
    #region BooleanValue
    /// <summary>
    /// Yes or no.
    /// </summary>
    public record BooleanValue(bool Boolean, string Canonical, string Label) : AnswerValue {
      #region members
      /// <summary>
      /// True for yes.
      /// </summary>
      [JsonPropertyName("boolean")]
      public bool Boolean { get; init; } = Boolean;
    
      /// <summary>
      /// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
      /// </summary>
      [JsonPropertyName("canonical")]
      public string Canonical { get; init; } = Canonical;
    
      /// <summary>
      /// The value as a reader sees it, in one language. Never empty but for an empty text.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
      #endregion
    }
    #endregion
    
    #region Box
    /// <summary>
    /// A named group of levels, for figures such as "k of n rate it (very) big".
    /// </summary>
    public record Box(List<string> Levels, string Name) {
      #region members
      /// <summary>
      /// Codes of its levels.
      /// </summary>
      [JsonPropertyName("levels")]
      public List<string> Levels { get; init; } = Levels;
    
      /// <summary>
      /// Name of the group, e.g. high.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
      #endregion
    }
    #endregion
    
    #region BoxInput
    /// <summary>
    /// A named group of levels.
    /// </summary>
    public class BoxInput {
      #region members
      /// <summary>
      /// Level codes.
      /// </summary>
      [Required]
      public List<string> levels { get; set; }
    
      /// <summary>
      /// Name, e.g. high.
      /// </summary>
      [Required]
      public string name { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region CarriedOver
    /// <summary>
    /// Something that a new round took over from an earlier one.
    /// </summary>
    public record CarriedOver(string Description, CarriedOverKind Kind) {
      #region members
      /// <summary>
      /// In words, in English.
      /// </summary>
      [JsonPropertyName("description")]
      public string Description { get; init; } = Description;
    
      /// <summary>
      /// What.
      /// </summary>
      [JsonPropertyName("kind")]
      public CarriedOverKind Kind { get; init; } = Kind;
      #endregion
    }
    #endregion
      /// <summary>
      /// What a new round took over.
      /// </summary>
    public enum CarriedOverKind {
      /// <summary>
      /// Who may see which figure: a policy of the study.
      /// </summary>
      DISCLOSURE,
      /// <summary>
      /// The municipalities that are members in the new year.
      /// </summary>
      PANEL,
      /// <summary>
      /// The days on which it opens and closes, moved to the new year.
      /// </summary>
      WINDOW
    }
    
      /// <summary>
      /// What of a question has changed.
      /// </summary>
    public enum ChangeAspect {
      /// <summary>
      /// Named groups of levels.
      /// </summary>
      BOXES,
      /// <summary>
      /// Rows or columns.
      /// </summary>
      GRID,
      /// <summary>
      /// The explanation.
      /// </summary>
      HELP,
      /// <summary>
      /// Levels came or went.
      /// </summary>
      LEVELS,
      /// <summary>
      /// Levels are no longer offered, or offered again.
      /// </summary>
      LEVELS_ARCHIVED,
      /// <summary>
      /// Levels are called otherwise.
      /// </summary>
      LEVEL_LABELS,
      /// <summary>
      /// Levels stand in another order.
      /// </summary>
      LEVEL_ORDER,
      /// <summary>
      /// Answers that are not values.
      /// </summary>
      MISSING_CODES,
      /// <summary>
      /// The module that it is of.
      /// </summary>
      MODULE,
      /// <summary>
      /// Whether the levels ascend.
      /// </summary>
      ORDERED,
      /// <summary>
      /// Whether more is worse or better.
      /// </summary>
      POLARITY,
      /// <summary>
      /// Whether last round's answer is shown.
      /// </summary>
      PRIOR,
      /// <summary>
      /// Bounds, decimals or tolerance of a number.
      /// </summary>
      RANGE,
      /// <summary>
      /// Which change it asks for, or what its levels report.
      /// </summary>
      REPORTS_CHANGE,
      /// <summary>
      /// Whether submitting needs an answer.
      /// </summary>
      REQUIRED,
      /// <summary>
      /// When it is shown, required, valid or plausible.
      /// </summary>
      RULES,
      /// <summary>
      /// The wording in the default language.
      /// </summary>
      TEXT,
      /// <summary>
      /// A wording in another language.
      /// </summary>
      TRANSLATION,
      /// <summary>
      /// The kind of answer.
      /// </summary>
      TYPE,
      /// <summary>
      /// The unit of a number.
      /// </summary>
      UNIT
    }
    
    
    #region ChangePanelError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ChangePanelError(ChangePanelErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ChangePanelErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a panel was not changed.
      /// </summary>
    public enum ChangePanelErrorCode {
      /// <summary>
      /// The change contradicts the panel; `path` names it.
      /// </summary>
      INVALID_CHANGE,
      /// <summary>
      /// The study has no such attribute, or the attribute no such value.
      /// </summary>
      UNKNOWN_ATTRIBUTE,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region ChangePanelInput
    /// <summary>
    /// Changes of a panel, applied one after another: all of them or none.
    /// </summary>
    public class ChangePanelInput {
      #region members
      /// <summary>
      /// The changes, in order. At most 1000.
      /// </summary>
      [Required]
      public List<PanelChangeInput> changes { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ChangePanelPayload
    /// <summary>
    /// Outcome of changePanel.
    /// </summary>
    public record ChangePanelPayload(List<ChangePanelError> Errors, List<Municipality> Municipalities) {
      #region members
      /// <summary>
      /// Everything that is in the way; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ChangePanelError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Municipalities that came or changed.
      /// </summary>
      [JsonPropertyName("municipalities")]
      public List<Municipality> Municipalities { get; init; } = Municipalities;
      #endregion
    }
    #endregion
    
    #region ChangeSummary
    /// <summary>
    /// The change of a NUMBER in its unit, rounded to its decimals per municipality; the tolerance does not apply.
    /// </summary>
    public record ChangeSummary(double? LowerQuartile, double? Maximum, double? Mean, double? Median, double? Minimum, int N, double? StandardDeviation, double? UpperQuartile) {
      #region members
      /// <summary>
      /// Lower quartile (type 7); null as the median.
      /// </summary>
      [JsonPropertyName("lowerQuartile")]
      public double? LowerQuartile { get; init; } = LowerQuartile;
    
      /// <summary>
      /// Largest change; null as the median.
      /// </summary>
      [JsonPropertyName("maximum")]
      public double? Maximum { get; init; } = Maximum;
    
      /// <summary>
      /// Mean; null without any.
      /// </summary>
      [JsonPropertyName("mean")]
      public double? Mean { get; init; } = Mean;
    
      /// <summary>
      /// Median; null without any or where it would show a single answer.
      /// </summary>
      [JsonPropertyName("median")]
      public double? Median { get; init; } = Median;
    
      /// <summary>
      /// Smallest change; null as the median.
      /// </summary>
      [JsonPropertyName("minimum")]
      public double? Minimum { get; init; } = Minimum;
    
      /// <summary>
      /// Municipalities with a number in both rounds.
      /// </summary>
      [JsonPropertyName("n")]
      public int N { get; init; } = N;
    
      /// <summary>
      /// With n − 1; null for fewer than two.
      /// </summary>
      [JsonPropertyName("standardDeviation")]
      public double? StandardDeviation { get; init; } = StandardDeviation;
    
      /// <summary>
      /// Upper quartile (type 7); null as the median.
      /// </summary>
      [JsonPropertyName("upperQuartile")]
      public double? UpperQuartile { get; init; } = UpperQuartile;
      #endregion
    }
    #endregion
    
    #region ChangeWindowError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ChangeWindowError(ChangeWindowErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ChangeWindowErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a window was not changed.
      /// </summary>
    public enum ChangeWindowErrorCode {
      /// <summary>
      /// The window would end before it starts.
      /// </summary>
      INVALID_WINDOW,
      /// <summary>
      /// Only an open round can be closed.
      /// </summary>
      NOT_OPEN,
      /// <summary>
      /// The study has no such round.
      /// </summary>
      UNKNOWN_ROUND,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region ChangeWindowPayload
    /// <summary>
    /// Outcome of closeRound and moveWindow.
    /// </summary>
    public record ChangeWindowPayload(List<ChangeWindowError> Errors, Round Round) {
      #region members
      /// <summary>
      /// Why nothing was changed; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ChangeWindowError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The round now; null when there are errors.
      /// </summary>
      [JsonPropertyName("round")]
      public Round Round { get; init; } = Round;
      #endregion
    }
    #endregion
    
    #region Checkpoint
    /// <summary>
    /// Where all chains of a study stood, signed. Keep it outside of the database.
    /// </summary>
    public record Checkpoint(DateTimeOffset At, string Hash, int Heads, string KeyId, int Number, string PublicKey, string Signature) {
      #region members
      /// <summary>
      /// When it was signed.
      /// </summary>
      [JsonPropertyName("at")]
      public DateTimeOffset At { get; init; } = At;
    
      /// <summary>
      /// SHA-256, hex.
      /// </summary>
      [JsonPropertyName("hash")]
      public string Hash { get; init; } = Hash;
    
      /// <summary>
      /// Chains that have moved since the checkpoint before.
      /// </summary>
      [JsonPropertyName("heads")]
      public int Heads { get; init; } = Heads;
    
      /// <summary>
      /// Identifies the key.
      /// </summary>
      [JsonPropertyName("keyId")]
      public string KeyId { get; init; } = KeyId;
    
      /// <summary>
      /// From 1 without gaps.
      /// </summary>
      [JsonPropertyName("number")]
      public int Number { get; init; } = Number;
    
      /// <summary>
      /// The public key, PEM.
      /// </summary>
      [JsonPropertyName("publicKey")]
      public string PublicKey { get; init; } = PublicKey;
    
      /// <summary>
      /// Ed25519 over the hash, base64.
      /// </summary>
      [JsonPropertyName("signature")]
      public string Signature { get; init; } = Signature;
      #endregion
    }
    #endregion
    
    #region CloseQueryInput
    /// <summary>
    /// Settles a query.
    /// </summary>
    public class CloseQueryInput {
      #region members
      /// <summary>
      /// Number of the query.
      /// </summary>
      [Required]
      public int query { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region CloseRoundInput
    /// <summary>
    /// Closes a round before its time.
    /// </summary>
    public class CloseRoundInput {
      #region members
      /// <summary>
      /// Why. Goes on record.
      /// </summary>
      [Required]
      public string reason { get; set; }
    
      /// <summary>
      /// Code of the round.
      /// </summary>
      [Required]
      public string round { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Comparison
    /// <summary>
    /// What changed between two rounds of a study. Counts only submissions, never drafts.
    /// </summary>
    public record Comparison(List<Agreement> Agreements, List<Delta> Deltas, Round From, int PanelSize, TextPairConnection Texts, Round To) {
      #region members
      /// <summary>
      /// Topics that were both computed and reported, in the order of the reported questions.
      /// </summary>
      [JsonPropertyName("agreements")]
      public List<Agreement> Agreements { get; init; } = Agreements;
    
      /// <summary>
      /// One delta per question and option. TEXT questions have none.
      /// </summary>
      [JsonPropertyName("deltas")]
      public List<Delta> Deltas { get; init; } = Deltas;
    
      /// <summary>
      /// The earlier round.
      /// </summary>
      [JsonPropertyName("from")]
      public Round From { get; init; } = From;
    
      /// <summary>
      /// Municipalities that are members in either round and pass the filter.
      /// </summary>
      [JsonPropertyName("panelSize")]
      public int PanelSize { get; init; } = PanelSize;
    
      /// <summary>
      /// The texts of one TEXT question side by side, in panel order.
      /// </summary>
      [JsonPropertyName("texts")]
      public TextPairConnection Texts { get; init; } = Texts;
    
      /// <summary>
      /// The later round.
      /// </summary>
      [JsonPropertyName("to")]
      public Round To { get; init; } = To;
      #endregion
    }
    #endregion
    
    #region CompletionCount
    /// <summary>
    /// How many sheets are at a stage, and which.
    /// </summary>
    public record CompletionCount(int Count, List<CompletionMunicipality> Municipalities, CompletionStage Stage) {
      #region members
      /// <summary>
      /// Number of municipalities, 0 to the members of the group.
      /// </summary>
      [JsonPropertyName("count")]
      public int Count { get; init; } = Count;
    
      /// <summary>
      /// The first municipalities behind the number in the order of the panel, as many as were asked for.
      /// </summary>
      [JsonPropertyName("municipalities")]
      public List<CompletionMunicipality> Municipalities { get; init; } = Municipalities;
    
      /// <summary>
      /// The stage.
      /// </summary>
      [JsonPropertyName("stage")]
      public CompletionStage Stage { get; init; } = Stage;
      #endregion
    }
    #endregion
    
    #region CompletionGroup
    /// <summary>
    /// Members of the panel that share a value of the attribute.
    /// </summary>
    public record CompletionGroup(List<CompletionCount> Counts, int Members, string Value) {
      #region members
      /// <summary>
      /// One count a stage, in the order of work.
      /// </summary>
      [JsonPropertyName("counts")]
      public List<CompletionCount> Counts { get; init; } = Counts;
    
      /// <summary>
      /// Members of the panel in the year of the round.
      /// </summary>
      [JsonPropertyName("members")]
      public int Members { get; init; } = Members;
    
      /// <summary>
      /// Value of the attribute in this round; null for members without one, and where nothing divides the panel.
      /// </summary>
      [JsonPropertyName("value")]
      public string Value { get; init; } = Value;
      #endregion
    }
    #endregion
    
    #region CompletionMunicipality
    /// <summary>
    /// A municipality behind a number.
    /// </summary>
    public record CompletionMunicipality(string Code, string Name) {
      #region members
      /// <summary>
      /// Code, unique in the study.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Name.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
      #endregion
    }
    #endregion
      /// <summary>
      /// How far a sheet is.
      /// </summary>
    public enum CompletionStage {
      /// <summary>
      /// The sheet is accepted now.
      /// </summary>
      ACCEPTED,
      /// <summary>
      /// An invitation was written; stays so.
      /// </summary>
      INVITED,
      /// <summary>
      /// Somebody of the municipality has looked at the sheet; stays so.
      /// </summary>
      OPENED,
      /// <summary>
      /// The sheet is with the municipality for correction now.
      /// </summary>
      RETURNED,
      /// <summary>
      /// At least one answer was saved, or the sheet was handed in; stays so.
      /// </summary>
      STARTED,
      /// <summary>
      /// The sheet is handed in now, accepted or not.
      /// </summary>
      SUBMITTED
    }
    
    
    #region CorrectRoundError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record CorrectRoundError(CorrectRoundErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public CorrectRoundErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a round was not corrected.
      /// </summary>
    public enum CorrectRoundErrorCode {
      /// <summary>
      /// It is no later revision of the round's own question set.
      /// </summary>
      NOT_A_LATER_REVISION,
      /// <summary>
      /// More than wordings differ, or a change is not stated to be EDITORIAL; one error a question.
      /// </summary>
      NOT_EDITORIAL,
      /// <summary>
      /// The question set is a draft or retired.
      /// </summary>
      NOT_PUBLISHED,
      /// <summary>
      /// The round is closed.
      /// </summary>
      ROUND_CLOSED,
      /// <summary>
      /// There is no such question set.
      /// </summary>
      UNKNOWN_QUESTION_SET,
      /// <summary>
      /// The study has no such round.
      /// </summary>
      UNKNOWN_ROUND,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region CorrectRoundInput
    /// <summary>
    /// A round in the field, and a corrected wording of its questions.
    /// </summary>
    public class CorrectRoundInput {
      #region members
      /// <summary>
      /// A later published revision of the round's question set.
      /// </summary>
      [Required]
      public string questionSet { get; set; }
    
      /// <summary>
      /// Code of the round.
      /// </summary>
      [Required]
      public string round { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region CorrectRoundPayload
    /// <summary>
    /// Outcome of correctRound.
    /// </summary>
    public record CorrectRoundPayload(List<CorrectRoundError> Errors, int MovedSheets, Round Round) {
      #region members
      /// <summary>
      /// Everything that is in the way; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<CorrectRoundError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Sheets in work that moved to the corrected wording with all their answers.
      /// </summary>
      [JsonPropertyName("movedSheets")]
      public int MovedSheets { get; init; } = MovedSheets;
    
      /// <summary>
      /// The round; null when it was not found.
      /// </summary>
      [JsonPropertyName("round")]
      public Round Round { get; init; } = Round;
      #endregion
    }
    #endregion
    
    #region CreateApiTokenError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record CreateApiTokenError(CreateApiTokenErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public CreateApiTokenErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why no token was created.
      /// </summary>
    public enum CreateApiTokenErrorCode {
      /// <summary>
      /// A personal token cannot create another one: sign in yourself.
      /// </summary>
      NOT_IN_PERSON,
      /// <summary>
      /// You do not have one of the roles, or it is known to your identity provider only.
      /// </summary>
      NO_SUCH_ROLE,
      /// <summary>
      /// You have 50 valid tokens: revoke some.
      /// </summary>
      TOO_MANY_TOKENS
    }
    
    
    #region CreateApiTokenInput
    /// <summary>
    /// A personal token to create.
    /// </summary>
    public class CreateApiTokenInput {
      #region members
      /// <summary>
      /// Whether it may write.
      /// </summary>
      [Required]
      public ApiTokenAccess access { get; set; }
    
      /// <summary>
      /// Days until it expires, 1 to 365.
      /// </summary>
      [Required]
      public int expiresInDays { get; set; }
    
      /// <summary>
      /// What it is for, 1 to 100 characters.
      /// </summary>
      [Required]
      public string name { get; set; }
    
      /// <summary>
      /// Roles it may use: some of yours, at least one.
      /// </summary>
      [Required]
      public List<Role> roles { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region CreateApiTokenPayload
    /// <summary>
    /// Outcome of createApiToken.
    /// </summary>
    public record CreateApiTokenPayload(ApiToken ApiToken, List<CreateApiTokenError> Errors, string Token) {
      #region members
      /// <summary>
      /// What is kept of it; null when there are errors.
      /// </summary>
      [JsonPropertyName("apiToken")]
      public ApiToken ApiToken { get; init; } = ApiToken;
    
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<CreateApiTokenError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The token, for Authorization: Bearer. It is shown this once; null when there are errors.
      /// </summary>
      [JsonPropertyName("token")]
      public string Token { get; init; } = Token;
      #endregion
    }
    #endregion
    
    #region CrossedGroup
    /// <summary>
    /// The same delta for the municipalities with one combination of attribute values.
    /// </summary>
    public record CrossedGroup(Tally Tally, List<Transition> Transitions, List<AttributeGroup> Values) {
      #region members
      /// <summary>
      /// Counts of the group.
      /// </summary>
      [JsonPropertyName("tally")]
      public Tally Tally { get; init; } = Tally;
    
      /// <summary>
      /// Transitions; empty for numbers and reported changes.
      /// </summary>
      [JsonPropertyName("transitions")]
      public List<Transition> Transitions { get; init; } = Transitions;
    
      /// <summary>
      /// The values, in the order of the attributes asked for.
      /// </summary>
      [JsonPropertyName("values")]
      public List<AttributeGroup> Values { get; init; } = Values;
      #endregion
    }
    #endregion
    
    #region DataExport
    /// <summary>
    /// A study's submissions as one data file, read from one snapshot.
    /// </summary>
    public record DataExport(string DownloadPath, DateTimeOffset ExpiresAt, string FileName, DataFormat Format, string Id, int Percent, DataExportStatus Status) {
      #region members
      /// <summary>
      /// Path of the download on this service; null until READY. Takes Range, so that it can be resumed.
      /// </summary>
      [JsonPropertyName("downloadPath")]
      public string DownloadPath { get; init; } = DownloadPath;
    
      /// <summary>
      /// When the download ends; null until READY.
      /// </summary>
      [JsonPropertyName("expiresAt")]
      public DateTimeOffset ExpiresAt { get; init; } = ExpiresAt;
    
      /// <summary>
      /// Name under which it is downloaded.
      /// </summary>
      [JsonPropertyName("fileName")]
      public string FileName { get; init; } = FileName;
    
      /// <summary>
      /// Format.
      /// </summary>
      [JsonPropertyName("format")]
      public DataFormat Format { get; init; } = Format;
    
      /// <summary>
      /// Identifier.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
    
      /// <summary>
      /// Share that is written, in percent, 0 to 100.
      /// </summary>
      [JsonPropertyName("percent")]
      public int Percent { get; init; } = Percent;
    
      /// <summary>
      /// State.
      /// </summary>
      [JsonPropertyName("status")]
      public DataExportStatus Status { get; init; } = Status;
      #endregion
    }
    #endregion
      /// <summary>
      /// State of a data export.
      /// </summary>
    public enum DataExportStatus {
      /// <summary>
      /// The service failed; ask for it again.
      /// </summary>
      FAILED,
      /// <summary>
      /// Can be downloaded.
      /// </summary>
      READY,
      /// <summary>
      /// Being written.
      /// </summary>
      RUNNING
    }
    
      /// <summary>
      /// Format of a data file.
      /// </summary>
    public enum DataFormat {
      /// <summary>
      /// Metadata as DDI-Codebook 2.5 XML, with the verdicts on comparability.
      /// </summary>
      DDI_CODEBOOK,
      /// <summary>
      /// Tidy CSV: one line per municipality, round and question.
      /// </summary>
      LONG_CSV,
      /// <summary>
      /// Parquet file: the wide table with typed columns.
      /// </summary>
      PARQUET,
      /// <summary>
      /// R script that reads the wide CSV and labels it.
      /// </summary>
      R_SCRIPT,
      /// <summary>
      /// Aggregates of all consecutive rounds as SDMX-CSV 2.0, with observation status and breaks.
      /// </summary>
      SDMX_CSV,
      /// <summary>
      /// SPSS system file (.sav) with value labels and missing codes.
      /// </summary>
      SPSS,
      /// <summary>
      /// Stata file (.dta, version 118) with value labels and extended missing values.
      /// </summary>
      STATA,
      /// <summary>
      /// CSV with one line per submission and one column per revision of a question.
      /// </summary>
      WIDE_CSV,
      /// <summary>
      /// Spreadsheet: the wide table, and a codebook.
      /// </summary>
      XLSX
    }
    
    
    #region DeadJob
    /// <summary>
    /// A job of the service that was given up after its last attempt.
    /// </summary>
    public record DeadJob(string Error, DateTimeOffset FailedAt, string Handler, string Id) {
      #region members
      /// <summary>
      /// Code of the last failure; null where its worker ended without a word.
      /// </summary>
      [JsonPropertyName("error")]
      public string Error { get; init; } = Error;
    
      /// <summary>
      /// When it was given up.
      /// </summary>
      [JsonPropertyName("failedAt")]
      public DateTimeOffset FailedAt { get; init; } = FailedAt;
    
      /// <summary>
      /// Kind of job, e.g. wake-stranded-mails.
      /// </summary>
      [JsonPropertyName("handler")]
      public string Handler { get; init; } = Handler;
    
      /// <summary>
      /// Identifies the job.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
      #endregion
    }
    #endregion
    
    #region DeadJobConnection
    /// <summary>
    /// A page of jobs that were given up, latest first.
    /// </summary>
    public record DeadJobConnection(List<DeadJobEdge> Edges, PageInfo PageInfo, int TotalCount) {
      #region members
      /// <summary>
      /// Entries of this page.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<DeadJobEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
    
      /// <summary>
      /// Jobs in the whole list.
      /// </summary>
      [JsonPropertyName("totalCount")]
      public int TotalCount { get; init; } = TotalCount;
      #endregion
    }
    #endregion
    
    #region DeadJobEdge
    /// <summary>
    /// A job in a list.
    /// </summary>
    public record DeadJobEdge(string Cursor, DeadJob Node) {
      #region members
      /// <summary>
      /// Cursor of this entry.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The job.
      /// </summary>
      [JsonPropertyName("node")]
      public DeadJob Node { get; init; } = Node;
      #endregion
    }
    #endregion
    
    #region Delta
    /// <summary>
    /// What changed in one question (or one option of it) between two rounds.
    /// </summary>
    public record Delta(Basis Basis, ChangeSummary Change, string Citation, Verdict? Comparability, List<CrossedGroup> CrossedGroups, List<LevelCount> Distribution, List<DeltaGroup> Groups, LevelShare LevelShare, DeltaMunicipalityConnection Municipalities, List<string> Notes, DeltaOption Option, Polarity Polarity, Question Question, string Sentence, DeltaStatistics Statistics, bool Suppressed, Tally Tally, List<Transition> Transitions) {
      #region members
      /// <summary>
      /// Computed from two answers, or reported directly.
      /// </summary>
      [JsonPropertyName("basis")]
      public Basis Basis { get; init; } = Basis;
    
      /// <summary>
      /// Mean and spread of the change of a NUMBER; null for every other question and when suppressed.
      /// </summary>
      [JsonPropertyName("change")]
      public ChangeSummary Change { get; init; } = Change;
    
      /// <summary>
      /// Path of the stable address that answers with this figure, its definition and its base; null unless a freeze is asked without a filter.
      /// </summary>
      [JsonPropertyName("citation")]
      public string Citation { get; init; } = Citation;
    
      /// <summary>
      /// Weakest verdict on the way from the earlier to the later wording; null for a reported change and where only one round asks.
      /// </summary>
      [JsonPropertyName("comparability")]
      public Verdict? Comparability { get; init; } = Comparability;
    
      /// <summary>
      /// The same by several attributes at once: one group per combination of values that occurs.
      /// </summary>
      [JsonPropertyName("crossedGroups")]
      public List<CrossedGroup> CrossedGroups { get; init; } = CrossedGroups;
    
      /// <summary>
      /// Answers in one of the rounds by level, in scale order, levels without a case included; empty for numbers, for a round that did not ask, and when withheld.
      /// </summary>
      [JsonPropertyName("distribution")]
      public List<LevelCount> Distribution { get; init; } = Distribution;
    
      /// <summary>
      /// The same by the values of an attribute. Every column sums to the total.
      /// </summary>
      [JsonPropertyName("groups")]
      public List<DeltaGroup> Groups { get; init; } = Groups;
    
      /// <summary>
      /// How many answered with a level of a box in one of the rounds; null where the question has no such box or no levels.
      /// </summary>
      [JsonPropertyName("levelShare")]
      public LevelShare LevelShare { get; init; } = LevelShare;
    
      /// <summary>
      /// The municipalities behind the counts, in panel order.
      /// </summary>
      [JsonPropertyName("municipalities")]
      public DeltaMunicipalityConnection Municipalities { get; init; } = Municipalities;
    
      /// <summary>
      /// The designers' notes along the way, earliest first.
      /// </summary>
      [JsonPropertyName("notes")]
      public List<string> Notes { get; init; } = Notes;
    
      /// <summary>
      /// The option; null unless the question is a MULTI_CHOICE.
      /// </summary>
      [JsonPropertyName("option")]
      public DeltaOption Option { get; init; } = Option;
    
      /// <summary>
      /// Whether an increase is worse or better. Never changes a count.
      /// </summary>
      [JsonPropertyName("polarity")]
      public Polarity Polarity { get; init; } = Polarity;
    
      /// <summary>
      /// The question as asked in the later round, or in the earlier one where the later does not ask it.
      /// </summary>
      [JsonPropertyName("question")]
      public Question Question { get; init; } = Question;
    
      /// <summary>
      /// The figure in one sentence with its base and footnotes, in German or English.
      /// </summary>
      [JsonPropertyName("sentence")]
      public string Sentence { get; init; } = Sentence;
    
      /// <summary>
      /// Tests and intervals; null when suppressed.
      /// </summary>
      [JsonPropertyName("statistics")]
      public DeltaStatistics Statistics { get; init; } = Statistics;
    
      /// <summary>
      /// Whether the counts are withheld because they would disclose single answers.
      /// </summary>
      [JsonPropertyName("suppressed")]
      public bool Suppressed { get; init; } = Suppressed;
    
      /// <summary>
      /// The counts; null when suppressed.
      /// </summary>
      [JsonPropertyName("tally")]
      public Tally Tally { get; init; } = Tally;
    
      /// <summary>
      /// From which level to which; empty when suppressed, for numbers and reported changes.
      /// </summary>
      [JsonPropertyName("transitions")]
      public List<Transition> Transitions { get; init; } = Transitions;
      #endregion
    }
    #endregion
    
    #region DeltaGroup
    /// <summary>
    /// The same delta for the municipalities with one attribute value. Groups partition the panel.
    /// </summary>
    public record DeltaGroup(bool Suppressed, Tally Tally, List<Transition> Transitions, string Value) {
      #region members
      /// <summary>
      /// Whether the counts are withheld because they would disclose single answers.
      /// </summary>
      [JsonPropertyName("suppressed")]
      public bool Suppressed { get; init; } = Suppressed;
    
      /// <summary>
      /// Counts of the group; null when suppressed.
      /// </summary>
      [JsonPropertyName("tally")]
      public Tally Tally { get; init; } = Tally;
    
      /// <summary>
      /// Transitions of the group; empty when suppressed, for numbers and reported changes.
      /// </summary>
      [JsonPropertyName("transitions")]
      public List<Transition> Transitions { get; init; } = Transitions;
    
      /// <summary>
      /// Value of the attribute; null = not stated.
      /// </summary>
      [JsonPropertyName("value")]
      public string Value { get; init; } = Value;
      #endregion
    }
    #endregion
    
    #region DeltaMunicipality
    /// <summary>
    /// One municipality behind a count, with its answers in both rounds.
    /// </summary>
    public record DeltaMunicipality(Direction? Direction, ExclusionReason? Exclusion, AnswerValue From, Municipality Municipality, AnswerValue To) {
      #region members
      /// <summary>
      /// Direction of its change; null where it is excluded or levels have no order.
      /// </summary>
      [JsonPropertyName("direction")]
      public Direction? Direction { get; init; } = Direction;
    
      /// <summary>
      /// Why it is excluded; null where it is comparable.
      /// </summary>
      [JsonPropertyName("exclusion")]
      public ExclusionReason? Exclusion { get; init; } = Exclusion;
    
      /// <summary>
      /// Its answer in the earlier round; null where there is none.
      /// </summary>
      [JsonPropertyName("from")]
      public AnswerValue From { get; init; } = From;
    
      /// <summary>
      /// The municipality.
      /// </summary>
      [JsonPropertyName("municipality")]
      public Municipality Municipality { get; init; } = Municipality;
    
      /// <summary>
      /// Its answer in the later round; null where there is none.
      /// </summary>
      [JsonPropertyName("to")]
      public AnswerValue To { get; init; } = To;
      #endregion
    }
    #endregion
    
    #region DeltaMunicipalityConnection
    /// <summary>
    /// The municipalities behind a count, in panel order; as many as the count says.
    /// </summary>
    public record DeltaMunicipalityConnection(List<DeltaMunicipalityEdge> Edges, PageInfo PageInfo, int TotalCount) {
      #region members
      /// <summary>
      /// Entries of this page.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<DeltaMunicipalityEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
    
      /// <summary>
      /// Municipalities in the whole list.
      /// </summary>
      [JsonPropertyName("totalCount")]
      public int TotalCount { get; init; } = TotalCount;
      #endregion
    }
    #endregion
    
    #region DeltaMunicipalityEdge
    /// <summary>
    /// A municipality in the list behind a count.
    /// </summary>
    public record DeltaMunicipalityEdge(string Cursor, DeltaMunicipality Node) {
      #region members
      /// <summary>
      /// Cursor of this entry.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The municipality and its answers.
      /// </summary>
      [JsonPropertyName("node")]
      public DeltaMunicipality Node { get; init; } = Node;
      #endregion
    }
    #endregion
    
    #region DeltaOption
    /// <summary>
    /// The option of a MULTI_CHOICE question that a delta is about.
    /// </summary>
    public record DeltaOption(string Code, string Label) {
      #region members
      /// <summary>
      /// Code of the option.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Label in one language. Never empty.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
      #endregion
    }
    #endregion
      /// <summary>
      /// Order of the deltas; ties keep the order of the question set.
      /// </summary>
    public enum DeltaOrder {
      /// <summary>
      /// Most changed first.
      /// </summary>
      CHANGED_DESC,
      /// <summary>
      /// Most decreased first; questions without an order of levels last.
      /// </summary>
      DECREASED_DESC,
      /// <summary>
      /// Most changed for the better first, by the polarity of the question; neutral questions last.
      /// </summary>
      IMPROVED_DESC,
      /// <summary>
      /// Most increased first; questions without an order of levels last.
      /// </summary>
      INCREASED_DESC,
      /// <summary>
      /// Largest surplus of increases over decreases first; questions without an order of levels last.
      /// </summary>
      NET_DESC,
      /// <summary>
      /// Smallest p value of the sign test first; questions without an order of levels last.
      /// </summary>
      P_VALUE_ASC,
      /// <summary>
      /// Order of the later question set, then questions asked only earlier.
      /// </summary>
      QUESTION,
      /// <summary>
      /// Most changed for the worse first, by the polarity of the question; neutral questions last.
      /// </summary>
      WORSENED_DESC
    }
    
    
    #region DeltaStatistics
    /// <summary>
    /// Tests and intervals of a delta. They take the municipalities for a sample; a panel that is the whole population needs none.
    /// </summary>
    public record DeltaStatistics(string Assumption, MarginalHomogeneity MarginalHomogeneity, ShareInterval ShareIncreased, SignTest SignTest, SignedRankTest SignedRank) {
      #region members
      /// <summary>
      /// The assumption that the tests make.
      /// </summary>
      [JsonPropertyName("assumption")]
      public string Assumption { get; init; } = Assumption;
    
      /// <summary>
      /// Null for numbers and reported changes.
      /// </summary>
      [JsonPropertyName("marginalHomogeneity")]
      public MarginalHomogeneity MarginalHomogeneity { get; init; } = MarginalHomogeneity;
    
      /// <summary>
      /// Share of comparable municipalities that increased; null where levels have no order or nothing is comparable.
      /// </summary>
      [JsonPropertyName("shareIncreased")]
      public ShareInterval ShareIncreased { get; init; } = ShareIncreased;
    
      /// <summary>
      /// Null where levels have no order.
      /// </summary>
      [JsonPropertyName("signTest")]
      public SignTest SignTest { get; init; } = SignTest;
    
      /// <summary>
      /// For ordered scales and numbers; null for others and for reported changes.
      /// </summary>
      [JsonPropertyName("signedRank")]
      public SignedRankTest SignedRank { get; init; } = SignedRank;
      #endregion
    }
    #endregion
    
    #region Department
    /// <summary>
    /// An office of a municipality that works on sheets.
    /// </summary>
    public record Department(string Code, string Name) {
      #region members
      /// <summary>
      /// Code, unique in the municipality.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Name.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
      #endregion
    }
    #endregion
      /// <summary>
      /// How a difference is written.
      /// </summary>
    public enum DiffFormat {
      /// <summary>
      /// Markdown; wordings are escaped.
      /// </summary>
      MARKDOWN,
      /// <summary>
      /// Plain text, removed words in [-…-], added ones in {+…+}.
      /// </summary>
      TEXT
    }
    
      /// <summary>
      /// Direction of a change from the earlier to the later round.
      /// </summary>
    public enum Direction {
      /// <summary>
      /// Lower in the later round.
      /// </summary>
      DECREASED,
      /// <summary>
      /// Higher in the later round.
      /// </summary>
      INCREASED,
      /// <summary>
      /// Equal in both rounds, or within the tolerance.
      /// </summary>
      UNCHANGED
    }
    
    
    #region Disagreement
    /// <summary>
    /// A municipality whose own report differs from its answers.
    /// </summary>
    public record Disagreement(Direction Computed, Municipality Municipality, Direction Reported) {
      #region members
      /// <summary>
      /// Direction computed from its answers.
      /// </summary>
      [JsonPropertyName("computed")]
      public Direction Computed { get; init; } = Computed;
    
      /// <summary>
      /// The municipality.
      /// </summary>
      [JsonPropertyName("municipality")]
      public Municipality Municipality { get; init; } = Municipality;
    
      /// <summary>
      /// Direction it reported.
      /// </summary>
      [JsonPropertyName("reported")]
      public Direction Reported { get; init; } = Reported;
      #endregion
    }
    #endregion
    
    #region DisagreementConnection
    /// <summary>
    /// A page of disagreements, in panel order.
    /// </summary>
    public record DisagreementConnection(List<DisagreementEdge> Edges, PageInfo PageInfo, int TotalCount) {
      #region members
      /// <summary>
      /// Entries of this page.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<DisagreementEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
    
      /// <summary>
      /// Municipalities in the whole list.
      /// </summary>
      [JsonPropertyName("totalCount")]
      public int TotalCount { get; init; } = TotalCount;
      #endregion
    }
    #endregion
    
    #region DisagreementEdge
    /// <summary>
    /// A municipality in the list of disagreements.
    /// </summary>
    public record DisagreementEdge(string Cursor, Disagreement Node) {
      #region members
      /// <summary>
      /// Cursor of this entry.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The municipality and both directions.
      /// </summary>
      [JsonPropertyName("node")]
      public Disagreement Node { get; init; } = Node;
      #endregion
    }
    #endregion
    
    #region DisclosurePolicy
    /// <summary>
    /// A study's policy on who sees which figure.
    /// </summary>
    public record DisclosurePolicy(List<string> Breakdowns, SingleAnswersRule SingleAnswers, int SmallestBase) {
      #region members
      /// <summary>
      /// Attributes by which protected analysts may break figures down, the most important first.
      /// </summary>
      [JsonPropertyName("breakdowns")]
      public List<string> Breakdowns { get; init; } = Breakdowns;
    
      /// <summary>
      /// Which analysts see single answers.
      /// </summary>
      [JsonPropertyName("singleAnswers")]
      public SingleAnswersRule SingleAnswers { get; init; } = SingleAnswers;
    
      /// <summary>
      /// Fewest municipalities that a figure for protected analysts rests on.
      /// </summary>
      [JsonPropertyName("smallestBase")]
      public int SmallestBase { get; init; } = SmallestBase;
      #endregion
    }
    #endregion
    
    #region DraftQuestionSetError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record DraftQuestionSetError(DraftQuestionSetErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public DraftQuestionSetErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a draft was not made.
      /// </summary>
    public enum DraftQuestionSetErrorCode {
      /// <summary>
      /// The template has an unpublished draft for this year already.
      /// </summary>
      DRAFT_EXISTS,
      /// <summary>
      /// A module does not exist, or the modules contradict each other; `path` names the one.
      /// </summary>
      INVALID_MODULES,
      /// <summary>
      /// The year lies before the one the draft is based on.
      /// </summary>
      INVALID_YEAR,
      /// <summary>
      /// The template has no published question set of that year and revision.
      /// </summary>
      UNKNOWN_BASE,
      /// <summary>
      /// No template has this slug.
      /// </summary>
      UNKNOWN_TEMPLATE
    }
    
    
    #region DraftQuestionSetInput
    /// <summary>
    /// A draft for a year, empty or taken over from a published set with every question code.
    /// </summary>
    public class DraftQuestionSetInput {
      #region members
      /// <summary>
      /// Set to start from; without it the draft is empty.
      /// </summary>
      public QuestionSetReferenceInput basedOn { get; set; }
    
      /// <summary>
      /// Modules to compose the draft of; without any it takes over the set it is based on.
      /// </summary>
      public List<ModuleReferenceInput> modules { get; set; }
    
      /// <summary>
      /// Slug of the template.
      /// </summary>
      [Required]
      public string template { get; set; }
    
      /// <summary>
      /// Year the questions will be asked in.
      /// </summary>
      [Required]
      public int year { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region DraftQuestionSetPayload
    /// <summary>
    /// Outcome of draftQuestionSet.
    /// </summary>
    public record DraftQuestionSetPayload(List<DraftQuestionSetError> Errors, QuestionSet QuestionSet) {
      #region members
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<DraftQuestionSetError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The new draft; null when there are errors.
      /// </summary>
      [JsonPropertyName("questionSet")]
      public QuestionSet QuestionSet { get; init; } = QuestionSet;
      #endregion
    }
    #endregion
    
    #region EndSessionsInput
    /// <summary>
    /// Whose sessions end.
    /// </summary>
    public class EndSessionsInput {
      #region members
      /// <summary>
      /// Id of the person; without it your own.
      /// </summary>
      public string id { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ErasePersonError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ErasePersonError(ErasePersonErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ErasePersonErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a person was not erased.
      /// </summary>
    public enum ErasePersonErrorCode {
      /// <summary>
      /// There is no such person, it is not yours to erase, or it was erased before.
      /// </summary>
      UNKNOWN_PERSON
    }
    
    
    #region ErasePersonInput
    /// <summary>
    /// Erases a person (Article 17 GDPR). What the person did for a municipality stays, without a name.
    /// </summary>
    public class ErasePersonInput {
      #region members
      /// <summary>
      /// The person.
      /// </summary>
      [Required]
      public string person { get; set; }
    
      /// <summary>
      /// Why. Goes on record, so it names nobody.
      /// </summary>
      [Required]
      public string reason { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ErasePersonPayload
    /// <summary>
    /// Outcome of erasePerson.
    /// </summary>
    public record ErasePersonPayload(bool Erased, List<ErasePersonError> Errors) {
      #region members
      /// <summary>
      /// Whether the person was erased.
      /// </summary>
      [JsonPropertyName("erased")]
      public bool Erased { get; init; } = Erased;
    
      /// <summary>
      /// Why not; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ErasePersonError> Errors { get; init; } = Errors;
      #endregion
    }
    #endregion
    
    #region Exclusion
    /// <summary>
    /// How many municipalities are not comparable for one reason.
    /// </summary>
    public record Exclusion(int Count, ExclusionReason Reason) {
      #region members
      /// <summary>
      /// Municipalities, at least 1.
      /// </summary>
      [JsonPropertyName("count")]
      public int Count { get; init; } = Count;
    
      /// <summary>
      /// The reason.
      /// </summary>
      [JsonPropertyName("reason")]
      public ExclusionReason Reason { get; init; } = Reason;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a municipality is not comparable. When several apply, the first in the order of comparison.md wins.
      /// </summary>
    public enum ExclusionReason {
      /// <summary>
      /// Taken over from the round before without a look, where excludeCarriedOver leaves such answers out.
      /// </summary>
      CARRIED_OVER,
      /// <summary>
      /// Answered "don't know".
      /// </summary>
      DONT_KNOW,
      /// <summary>
      /// Answered "not applicable".
      /// </summary>
      NOT_APPLICABLE,
      /// <summary>
      /// The question was not in the set it answered.
      /// </summary>
      NOT_ASKED,
      /// <summary>
      /// The verdict is BREAK, or the recode leaves the level out.
      /// </summary>
      NOT_COMPARABLE,
      /// <summary>
      /// It joined after the earlier or left before the later round.
      /// </summary>
      NOT_IN_PANEL,
      /// <summary>
      /// Shown and left empty.
      /// </summary>
      NO_ANSWER,
      /// <summary>
      /// No submitted response in either round.
      /// </summary>
      NO_RESPONSE_BOTH,
      /// <summary>
      /// No submitted response in the earlier round.
      /// </summary>
      NO_RESPONSE_FROM,
      /// <summary>
      /// No submitted response in the later round.
      /// </summary>
      NO_RESPONSE_TO,
      /// <summary>
      /// Declined to answer.
      /// </summary>
      REFUSED,
      /// <summary>
      /// The question was hidden by its visibleIf rule.
      /// </summary>
      SKIPPED,
      /// <summary>
      /// It was merged or split between the rounds.
      /// </summary>
      UNIT_CHANGED
    }
    
    
    #region ExportDataError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ExportDataError(ExportDataErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ExportDataErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why no export was started.
      /// </summary>
    public enum ExportDataErrorCode {
      /// <summary>
      /// An export holds single answers, and your token does not see them.
      /// </summary>
      SINGLE_ANSWERS_PROTECTED,
      /// <summary>
      /// As many exports are running as this service writes at once; try again later.
      /// </summary>
      TOO_MANY_EXPORTS,
      /// <summary>
      /// The study has no such freeze.
      /// </summary>
      UNKNOWN_FREEZE,
      /// <summary>
      /// The study, or the freeze, has no such round.
      /// </summary>
      UNKNOWN_ROUND,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region ExportDataInput
    /// <summary>
    /// A data file of a study.
    /// </summary>
    public class ExportDataInput {
      #region members
      /// <summary>
      /// Format.
      /// </summary>
      [Required]
      public DataFormat format { get; set; }
    
      /// <summary>
      /// Name of a freeze: its submissions, panel and question sets.
      /// </summary>
      public string freeze { get; set; }
    
      /// <summary>
      /// Language of labels in files that hold one: de or en.
      /// </summary>
      public string locale { get; set; }
    
      /// <summary>
      /// Codes of rounds; without it all.
      /// </summary>
      public List<string> rounds { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ExportDataPayload
    /// <summary>
    /// Outcome of exportData: the export runs on; ask for it by id.
    /// </summary>
    public record ExportDataPayload(List<ExportDataError> Errors, DataExport Export) {
      #region members
      /// <summary>
      /// Why none was started; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ExportDataError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The export; null when there are errors.
      /// </summary>
      [JsonPropertyName("export")]
      public DataExport Export { get; init; } = Export;
      #endregion
    }
    #endregion
    
    #region ExportStudyError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ExportStudyError(ExportStudyErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ExportStudyErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why there is no export.
      /// </summary>
    public enum ExportStudyErrorCode {
      /// <summary>
      /// An export holds single answers, and your token does not see them.
      /// </summary>
      SINGLE_ANSWERS_PROTECTED,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region ExportStudyInput
    /// <summary>
    /// A study to export.
    /// </summary>
    public class ExportStudyInput {
      #region members
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ExportStudyPayload
    /// <summary>
    /// Outcome of exportStudy.
    /// </summary>
    public record ExportStudyPayload(string DownloadPath, List<ExportStudyError> Errors) {
      #region members
      /// <summary>
      /// Path of the package as .zip on this service, valid for ten minutes; null when there are errors.
      /// </summary>
      [JsonPropertyName("downloadPath")]
      public string DownloadPath { get; init; } = DownloadPath;
    
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ExportStudyError> Errors { get; init; } = Errors;
      #endregion
    }
    #endregion
    
    #region ExtensionError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ExtensionError(ExtensionErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ExtensionErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why an extension was not granted or taken back.
      /// </summary>
    public enum ExtensionErrorCode {
      /// <summary>
      /// There is no such sheet, or your token does not cover it.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// The new end is not after the round's own.
      /// </summary>
      NOT_LATER
    }
    
    
    #region ExtensionPayload
    /// <summary>
    /// Outcome of grantExtension and withdrawExtension.
    /// </summary>
    public record ExtensionPayload(List<ExtensionError> Errors, string Response, SheetWindow Window) {
      #region members
      /// <summary>
      /// Why nothing was changed; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ExtensionError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The response; null when it was not found.
      /// </summary>
      [JsonPropertyName("response")]
      public string Response { get; init; } = Response;
    
      /// <summary>
      /// The window now; null when there are errors.
      /// </summary>
      [JsonPropertyName("window")]
      public SheetWindow Window { get; init; } = Window;
      #endregion
    }
    #endregion
    
    #region FieldChange
    /// <summary>
    /// A value that is another now.
    /// </summary>
    public record FieldChange(string Field, string From, string To) {
      #region members
      /// <summary>
      /// Which value, e.g. min, visibleIf, levels.
      /// </summary>
      [JsonPropertyName("field")]
      public string Field { get; init; } = Field;
    
      /// <summary>
      /// Before, as text; null = not stated.
      /// </summary>
      [JsonPropertyName("from")]
      public string From { get; init; } = From;
    
      /// <summary>
      /// Now, as text; null = not stated.
      /// </summary>
      [JsonPropertyName("to")]
      public string To { get; init; } = To;
      #endregion
    }
    #endregion
    
    #region FieldConflict
    /// <summary>
    /// A field that two designers have changed to different values.
    /// </summary>
    public record FieldConflict(string Base, List<string> Path, string Theirs, string Yours) {
      #region members
      /// <summary>
      /// As both had read it, canonical JSON; null = not there.
      /// </summary>
      [JsonPropertyName("base")]
      public string Base { get; init; } = Base;
    
      /// <summary>
      /// Which field, e.g. questions, staff, text, de. `order` and `questions` at the end: the order of a list.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
    
      /// <summary>
      /// As it is stored now, canonical JSON; null = deleted.
      /// </summary>
      [JsonPropertyName("theirs")]
      public string Theirs { get; init; } = Theirs;
    
      /// <summary>
      /// As it was sent, canonical JSON; null = deleted.
      /// </summary>
      [JsonPropertyName("yours")]
      public string Yours { get; init; } = Yours;
      #endregion
    }
    #endregion
    
    #region FigureMove
    /// <summary>
    /// Municipalities that count otherwise, for one cause.
    /// </summary>
    public record FigureMove(MoveCause Cause, int Count, List<Municipality> Municipalities) {
      #region members
      /// <summary>
      /// The cause.
      /// </summary>
      [JsonPropertyName("cause")]
      public MoveCause Cause { get; init; } = Cause;
    
      /// <summary>
      /// Municipalities.
      /// </summary>
      [JsonPropertyName("count")]
      public int Count { get; init; } = Count;
    
      /// <summary>
      /// The first 100 of them, in panel order.
      /// </summary>
      [JsonPropertyName("municipalities")]
      public List<Municipality> Municipalities { get; init; } = Municipalities;
      #endregion
    }
    #endregion
    
    #region Freeze
    /// <summary>
    /// A named cut of a study: submissions, panel, attribute values and verdicts as they were. It never changes.
    /// </summary>
    public record Freeze(string Name, string Note, DateTimeOffset ReleasedAt, DateTimeOffset TakenAt, string TakenByName) {
      #region members
      /// <summary>
      /// Name, unique in the study.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
    
      /// <summary>
      /// What it was taken for; null when not stated.
      /// </summary>
      [JsonPropertyName("note")]
      public string Note { get; init; } = Note;
    
      /// <summary>
      /// When it was released to analysts who do not see single answers; null before.
      /// </summary>
      [JsonPropertyName("releasedAt")]
      public DateTimeOffset ReleasedAt { get; init; } = ReleasedAt;
    
      /// <summary>
      /// When it was taken.
      /// </summary>
      [JsonPropertyName("takenAt")]
      public DateTimeOffset TakenAt { get; init; } = TakenAt;
    
      /// <summary>
      /// Who took it.
      /// </summary>
      [JsonPropertyName("takenByName")]
      public string TakenByName { get; init; } = TakenByName;
      #endregion
    }
    #endregion
    
    #region FreezeDiff
    /// <summary>
    /// Every figure that moved between two freezes of a study.
    /// </summary>
    public record FreezeDiff(Freeze A, Freeze B, List<MovedFigure> Figures) {
      #region members
      /// <summary>
      /// The first freeze.
      /// </summary>
      [JsonPropertyName("a")]
      public Freeze A { get; init; } = A;
    
      /// <summary>
      /// The second freeze.
      /// </summary>
      [JsonPropertyName("b")]
      public Freeze B { get; init; } = B;
    
      /// <summary>
      /// The figures, by pair of rounds and question; empty where none moved.
      /// </summary>
      [JsonPropertyName("figures")]
      public List<MovedFigure> Figures { get; init; } = Figures;
      #endregion
    }
    #endregion
    
    #region GrantExtensionInput
    /// <summary>
    /// More time for one municipality, in place of an earlier extension.
    /// </summary>
    public class GrantExtensionInput {
      #region members
      /// <summary>
      /// New end, after the round's own; without it the sheet may come late, without an end.
      /// </summary>
      public DateTimeOffset closesAt { get; set; }
    
      /// <summary>
      /// Code of the municipality.
      /// </summary>
      [Required]
      public string municipality { get; set; }
    
      /// <summary>
      /// Why. Goes on record.
      /// </summary>
      [Required]
      public string reason { get; set; }
    
      /// <summary>
      /// Code of the round.
      /// </summary>
      [Required]
      public string round { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region GridAxisItem
    /// <summary>
    /// A row or column of a grid.
    /// </summary>
    public record GridAxisItem(string Code, string Text, List<Translation> Translations) {
      #region members
      /// <summary>
      /// Code of the row or column.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Heading in one language. Never empty.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
    
      /// <summary>
      /// Heading in every language.
      /// </summary>
      [JsonPropertyName("translations")]
      public List<Translation> Translations { get; init; } = Translations;
      #endregion
    }
    #endregion
    
    #region GridAxisItemInput
    /// <summary>
    /// A row or column of a grid.
    /// </summary>
    public class GridAxisItemInput {
      #region members
      /// <summary>
      /// Code, unique among its siblings.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Heading per language.
      /// </summary>
      [Required]
      public List<TranslationInput> text { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region GridCell
    /// <summary>
    /// Which cell of a grid a question is.
    /// </summary>
    public record GridCell(string Code, string Column, string Row) {
      #region members
      /// <summary>
      /// Code of the GRID question.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Code of the column.
      /// </summary>
      [JsonPropertyName("column")]
      public string Column { get; init; } = Column;
    
      /// <summary>
      /// Code of the row.
      /// </summary>
      [JsonPropertyName("row")]
      public string Row { get; init; } = Row;
      #endregion
    }
    #endregion
    
    #region IgnoredPart
    /// <summary>
    /// What a file holds beside the sheet and is not read.
    /// </summary>
    public record IgnoredPart(string What, string Why) {
      #region members
      /// <summary>
      /// What.
      /// </summary>
      [JsonPropertyName("what")]
      public string What { get; init; } = What;
    
      /// <summary>
      /// Why.
      /// </summary>
      [JsonPropertyName("why")]
      public string Why { get; init; } = Why;
      #endregion
    }
    #endregion
    
    #region Import
    /// <summary>
    /// The import of one study package. Writes everything or nothing.
    /// </summary>
    public record Import(int Answers, bool DryRun, int FaultCount, List<PackageFault> Faults, string Id, int Municipalities, int Percent, ImportStatus Status, string Study, int Submissions, bool Unchanged) {
      #region members
      /// <summary>
      /// Answers in the package.
      /// </summary>
      [JsonPropertyName("answers")]
      public int Answers { get; init; } = Answers;
    
      /// <summary>
      /// Whether it only checks.
      /// </summary>
      [JsonPropertyName("dryRun")]
      public bool DryRun { get; init; } = DryRun;
    
      /// <summary>
      /// Faults found, also beyond those listed.
      /// </summary>
      [JsonPropertyName("faultCount")]
      public int FaultCount { get; init; } = FaultCount;
    
      /// <summary>
      /// The first 1000 faults.
      /// </summary>
      [JsonPropertyName("faults")]
      public List<PackageFault> Faults { get; init; } = Faults;
    
      /// <summary>
      /// Identifier.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
    
      /// <summary>
      /// Municipalities in the package.
      /// </summary>
      [JsonPropertyName("municipalities")]
      public int Municipalities { get; init; } = Municipalities;
    
      /// <summary>
      /// Share of the package that has been read, in percent, 0 to 100.
      /// </summary>
      [JsonPropertyName("percent")]
      public int Percent { get; init; } = Percent;
    
      /// <summary>
      /// State.
      /// </summary>
      [JsonPropertyName("status")]
      public ImportStatus Status { get; init; } = Status;
    
      /// <summary>
      /// Slug of the study; null until study.yaml is read.
      /// </summary>
      [JsonPropertyName("study")]
      public string Study { get; init; } = Study;
    
      /// <summary>
      /// Submissions in the package.
      /// </summary>
      [JsonPropertyName("submissions")]
      public int Submissions { get; init; } = Submissions;
    
      /// <summary>
      /// Whether the package was in the service already, so that nothing changed. Meaningful once SUCCEEDED.
      /// </summary>
      [JsonPropertyName("unchanged")]
      public bool Unchanged { get; init; } = Unchanged;
      #endregion
    }
    #endregion
      /// <summary>
      /// State of an import.
      /// </summary>
    public enum ImportStatus {
      /// <summary>
      /// The service failed; nothing was written. Repeat it.
      /// </summary>
      FAILED,
      /// <summary>
      /// The package has faults; nothing was written.
      /// </summary>
      REFUSED,
      /// <summary>
      /// Under way; nothing is visible yet.
      /// </summary>
      RUNNING,
      /// <summary>
      /// Done, or checked without fault in a dry run.
      /// </summary>
      SUCCEEDED
    }
    
    
    #region ImportStudyError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ImportStudyError(ImportStudyErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ImportStudyErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why an import was not started.
      /// </summary>
    public enum ImportStudyErrorCode {
      /// <summary>
      /// There is no such upload of yours, or it was imported already.
      /// </summary>
      UNKNOWN_UPLOAD
    }
    
    
    #region ImportStudyInput
    /// <summary>
    /// A study package that was uploaded to /exchange/uploads.
    /// </summary>
    public class ImportStudyInput {
      #region members
      /// <summary>
      /// Check only, write nothing.
      /// </summary>
      public bool? dryRun { get; set; }
    
      /// <summary>
      /// Identifier that the upload answered with.
      /// </summary>
      [Required]
      public string upload { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ImportStudyPayload
    /// <summary>
    /// Outcome of importStudy: the import runs on; ask for it by id.
    /// </summary>
    public record ImportStudyPayload(List<ImportStudyError> Errors, Import Import) {
      #region members
      /// <summary>
      /// Why none was started; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ImportStudyError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The import; null when there are errors.
      /// </summary>
      [JsonPropertyName("import")]
      public Import Import { get; init; } = Import;
      #endregion
    }
    #endregion
      /// <summary>
      /// How a 95 % interval is made.
      /// </summary>
    public enum IntervalMethod {
      /// <summary>
      /// Exact interval of Clopper and Pearson (1934).
      /// </summary>
      CLOPPER_PEARSON,
      /// <summary>
      /// Score interval of Wilson (1927).
      /// </summary>
      WILSON
    }
    
    
    #region InvitationError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record InvitationError(InvitationErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public InvitationErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why nobody was written to.
      /// </summary>
    public enum InvitationErrorCode {
      /// <summary>
      /// The panel has no such municipality, or it has no contact with an address.
      /// </summary>
      UNKNOWN_MUNICIPALITY,
      /// <summary>
      /// The study has no such round.
      /// </summary>
      UNKNOWN_ROUND,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region InvitationPayload
    /// <summary>
    /// Outcome of sendInvitations and sendReminders.
    /// </summary>
    public record InvitationPayload(List<InvitationError> Errors, int Mails, int Municipalities, List<string> WithoutAddress) {
      #region members
      /// <summary>
      /// Why nobody was written to; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<InvitationError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Mails that were queued now; those of earlier calls are not counted.
      /// </summary>
      [JsonPropertyName("mails")]
      public int Mails { get; init; } = Mails;
    
      /// <summary>
      /// Municipalities that were written to now.
      /// </summary>
      [JsonPropertyName("municipalities")]
      public int Municipalities { get; init; } = Municipalities;
    
      /// <summary>
      /// Codes of municipalities without a contact that has an address, at most 1000: nobody was written to.
      /// </summary>
      [JsonPropertyName("withoutAddress")]
      public List<string> WithoutAddress { get; init; } = WithoutAddress;
      #endregion
    }
    #endregion
    
    #region IssueDevelopmentTokenError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record IssueDevelopmentTokenError(IssueDevelopmentTokenErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public IssueDevelopmentTokenErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why no token was issued.
      /// </summary>
    public enum IssueDevelopmentTokenErrorCode {
      /// <summary>
      /// The service runs in production or trusts an identity provider: sign in there.
      /// </summary>
      NOT_IN_DEVELOPMENT,
      /// <summary>
      /// The development issuer answers callers on the same machine only.
      /// </summary>
      NOT_LOCAL,
      /// <summary>
      /// A RESPONDENT token needs study and municipality.
      /// </summary>
      RESPONDENT_NEEDS_MUNICIPALITY
    }
    
    
    #region IssueDevelopmentTokenInput
    /// <summary>
    /// A token of the development issuer.
    /// </summary>
    public class IssueDevelopmentTokenInput {
      #region members
      /// <summary>
      /// RESPONDENT: code of the department; without it every section.
      /// </summary>
      public string department { get; set; }
    
      /// <summary>
      /// RESPONDENT: code of the municipality.
      /// </summary>
      public string municipality { get; set; }
    
      /// <summary>
      /// Display name; without it the role.
      /// </summary>
      public string name { get; set; }
    
      /// <summary>
      /// Role in the token.
      /// </summary>
      [Required]
      public Role role { get; set; }
    
      /// <summary>
      /// RESPONDENT: whether the holder may hand the sheet in.
      /// </summary>
      public bool? signatory { get; set; }
    
      /// <summary>
      /// Whether the holder sees single answers; without it only released freezes, protected.
      /// </summary>
      public bool? singleAnswers { get; set; }
    
      /// <summary>
      /// Slug of the one study; without it every study.
      /// </summary>
      public string study { get; set; }
    
      /// <summary>
      /// Lifetime in seconds, 60 to 2,592,000 (30 days).
      /// </summary>
      public int? ttlSeconds { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region IssueDevelopmentTokenPayload
    /// <summary>
    /// Outcome of issueDevelopmentToken.
    /// </summary>
    public record IssueDevelopmentTokenPayload(List<IssueDevelopmentTokenError> Errors, DateTimeOffset ExpiresAt, string Token) {
      #region members
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<IssueDevelopmentTokenError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// When it expires; null when there are errors.
      /// </summary>
      [JsonPropertyName("expiresAt")]
      public DateTimeOffset ExpiresAt { get; init; } = ExpiresAt;
    
      /// <summary>
      /// The bearer token; null when there are errors.
      /// </summary>
      [JsonPropertyName("token")]
      public string Token { get; init; } = Token;
      #endregion
    }
    #endregion
    
    #region JoinInput
    /// <summary>
    /// A municipality joins.
    /// </summary>
    public class JoinInput {
      #region members
      /// <summary>
      /// Who.
      /// </summary>
      [Required]
      public NewMunicipalityInput municipality { get; set; }
    
      /// <summary>
      /// First year of membership.
      /// </summary>
      [Required]
      public int year { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region KeptCheckpointInput
    /// <summary>
    /// A checkpoint that was kept outside of the database.
    /// </summary>
    public class KeptCheckpointInput {
      #region members
      /// <summary>
      /// Its hash, 64 hex digits.
      /// </summary>
      [Required]
      public string hash { get; set; }
    
      /// <summary>
      /// Its number.
      /// </summary>
      [Required]
      public int number { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region LeaveInput
    /// <summary>
    /// A municipality leaves.
    /// </summary>
    public class LeaveInput {
      #region members
      /// <summary>
      /// Code of the municipality.
      /// </summary>
      [Required]
      public string municipality { get; set; }
    
      /// <summary>
      /// First year in which it is no member any more.
      /// </summary>
      [Required]
      public int year { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Level
    /// <summary>
    /// One category of a scale. Its rank is its position.
    /// </summary>
    public record Level(bool Archived, string Code, Direction? Direction, string Label, List<Translation> Translations) {
      #region members
      /// <summary>
      /// Whether it is no longer offered; its code stays taken.
      /// </summary>
      [JsonPropertyName("archived")]
      public bool Archived { get; init; } = Archived;
    
      /// <summary>
      /// Code of the level, unique in its scale.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// What choosing this level reports; null unless the scale asks for a change directly.
      /// </summary>
      [JsonPropertyName("direction")]
      public Direction? Direction { get; init; } = Direction;
    
      /// <summary>
      /// Label in one language. Never empty.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// Label in every language.
      /// </summary>
      [JsonPropertyName("translations")]
      public List<Translation> Translations { get; init; } = Translations;
      #endregion
    }
    #endregion
    
    #region LevelCount
    /// <summary>
    /// How many municipalities gave one answer.
    /// </summary>
    public record LevelCount(int Count, string Value) {
      #region members
      /// <summary>
      /// Municipalities.
      /// </summary>
      [JsonPropertyName("count")]
      public int Count { get; init; } = Count;
    
      /// <summary>
      /// Level code, true or false.
      /// </summary>
      [JsonPropertyName("value")]
      public string Value { get; init; } = Value;
      #endregion
    }
    #endregion
    
    #region LevelInput
    /// <summary>
    /// One level of a scale.
    /// </summary>
    public class LevelInput {
      #region members
      /// <summary>
      /// No longer offered; its code stays taken.
      /// </summary>
      public bool? archived { get; set; }
    
      /// <summary>
      /// Code, unique in the scale.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// What choosing it reports, on a scale that asks for a change.
      /// </summary>
      public Direction? direction { get; set; }
    
      /// <summary>
      /// Label per language.
      /// </summary>
      [Required]
      public List<TranslationInput> label { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region LevelMapping
    /// <summary>
    /// Where a level of an earlier scale goes on a later one.
    /// </summary>
    public record LevelMapping(string From, string To) {
      #region members
      /// <summary>
      /// Level code of the earlier scale.
      /// </summary>
      [JsonPropertyName("from")]
      public string From { get; init; } = From;
    
      /// <summary>
      /// Level code of the later scale.
      /// </summary>
      [JsonPropertyName("to")]
      public string To { get; init; } = To;
      #endregion
    }
    #endregion
    
    #region LevelMappingInput
    /// <summary>
    /// Where a level of an earlier scale goes on this one.
    /// </summary>
    public class LevelMappingInput {
      #region members
      /// <summary>
      /// Level code of the earlier scale.
      /// </summary>
      [Required]
      public string from { get; set; }
    
      /// <summary>
      /// Level code of this scale.
      /// </summary>
      [Required]
      public string to { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region LevelShare
    /// <summary>
    /// "k of n rate it (very) big", in one round.
    /// </summary>
    public record LevelShare(int Count, List<Exclusion> Exclusions, int Of) {
      #region members
      /// <summary>
      /// Municipalities whose answer lies in the box.
      /// </summary>
      [JsonPropertyName("count")]
      public int Count { get; init; } = Count;
    
      /// <summary>
      /// Everybody else in the panel, by reason.
      /// </summary>
      [JsonPropertyName("exclusions")]
      public List<Exclusion> Exclusions { get; init; } = Exclusions;
    
      /// <summary>
      /// Municipalities with a valid answer in that round: the denominator.
      /// </summary>
      [JsonPropertyName("of")]
      public int Of { get; init; } = Of;
      #endregion
    }
    #endregion
    
    #region LevelValue
    /// <summary>
    /// One level of a scale.
    /// </summary>
    public record LevelValue(string Canonical, string Label, string Level) : AnswerValue {
      #region members
      /// <summary>
      /// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
      /// </summary>
      [JsonPropertyName("canonical")]
      public string Canonical { get; init; } = Canonical;
    
      /// <summary>
      /// The value as a reader sees it, in one language. Never empty but for an empty text.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// Code of the level.
      /// </summary>
      [JsonPropertyName("level")]
      public string Level { get; init; } = Level;
      #endregion
    }
    #endregion
    
    #region LevelsValue
    /// <summary>
    /// The chosen options, in scale order.
    /// </summary>
    public record LevelsValue(string Canonical, string Label, List<string> Levels) : AnswerValue {
      #region members
      /// <summary>
      /// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
      /// </summary>
      [JsonPropertyName("canonical")]
      public string Canonical { get; init; } = Canonical;
    
      /// <summary>
      /// The value as a reader sees it, in one language. Never empty but for an empty text.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// Codes of the options.
      /// </summary>
      [JsonPropertyName("levels")]
      public List<string> Levels { get; init; } = Levels;
      #endregion
    }
    #endregion
    
    #region ListedQuestion
    /// <summary>
    /// A question that only one of two sets asks.
    /// </summary>
    public record ListedQuestion(string Code, string Section) {
      #region members
      /// <summary>
      /// Its code.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Code of its section.
      /// </summary>
      [JsonPropertyName("section")]
      public string Section { get; init; } = Section;
      #endregion
    }
    #endregion
    
    #region Mail
    /// <summary>
    /// A mail to one person.
    /// </summary>
    public record Mail(int Attempts, DateTimeOffset CreatedAt, string Id, MailKind Kind, string LastError, string Municipality, string RecipientAddress, string RecipientName, string Round, DateTimeOffset SentAt, MailStatus Status) {
      #region members
      /// <summary>
      /// Times that sending was begun.
      /// </summary>
      [JsonPropertyName("attempts")]
      public int Attempts { get; init; } = Attempts;
    
      /// <summary>
      /// When it was asked for.
      /// </summary>
      [JsonPropertyName("createdAt")]
      public DateTimeOffset CreatedAt { get; init; } = CreatedAt;
    
      /// <summary>
      /// Identifies the mail.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
    
      /// <summary>
      /// What it is about.
      /// </summary>
      [JsonPropertyName("kind")]
      public MailKind Kind { get; init; } = Kind;
    
      /// <summary>
      /// Code of the last failure, e.g. 550 5.1.1 or ECONNECTION; null where there was none.
      /// </summary>
      [JsonPropertyName("lastError")]
      public string LastError { get; init; } = LastError;
    
      /// <summary>
      /// Code of the municipality; null where it is about none.
      /// </summary>
      [JsonPropertyName("municipality")]
      public string Municipality { get; init; } = Municipality;
    
      /// <summary>
      /// Address of the recipient today; null when erased or not stated.
      /// </summary>
      [JsonPropertyName("recipientAddress")]
      public string RecipientAddress { get; init; } = RecipientAddress;
    
      /// <summary>
      /// Name of the recipient today; null when erased or not stated.
      /// </summary>
      [JsonPropertyName("recipientName")]
      public string RecipientName { get; init; } = RecipientName;
    
      /// <summary>
      /// Code of the round; null where it is about none.
      /// </summary>
      [JsonPropertyName("round")]
      public string Round { get; init; } = Round;
    
      /// <summary>
      /// When it was sent; null before.
      /// </summary>
      [JsonPropertyName("sentAt")]
      public DateTimeOffset SentAt { get; init; } = SentAt;
    
      /// <summary>
      /// What became of it.
      /// </summary>
      [JsonPropertyName("status")]
      public MailStatus Status { get; init; } = Status;
      #endregion
    }
    #endregion
    
    #region MailConnection
    /// <summary>
    /// A page of mails, latest first.
    /// </summary>
    public record MailConnection(List<MailEdge> Edges, bool HasServer, PageInfo PageInfo, int TotalCount) {
      #region members
      /// <summary>
      /// Entries of this page.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<MailEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Whether this service has a mail server; without one every mail stays queued.
      /// </summary>
      [JsonPropertyName("hasServer")]
      public bool HasServer { get; init; } = HasServer;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
    
      /// <summary>
      /// Mails in the whole list.
      /// </summary>
      [JsonPropertyName("totalCount")]
      public int TotalCount { get; init; } = TotalCount;
      #endregion
    }
    #endregion
    
    #region MailEdge
    /// <summary>
    /// A mail in a list.
    /// </summary>
    public record MailEdge(string Cursor, Mail Node) {
      #region members
      /// <summary>
      /// Cursor of this entry.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The mail.
      /// </summary>
      [JsonPropertyName("node")]
      public Mail Node { get; init; } = Node;
      #endregion
    }
    #endregion
      /// <summary>
      /// What a mail is about.
      /// </summary>
    public enum MailKind {
      /// <summary>
      /// The sheet was accepted.
      /// </summary>
      ACCEPTED,
      /// <summary>
      /// The municipality was given more time.
      /// </summary>
      EXTENSION,
      /// <summary>
      /// The municipality is invited to a round.
      /// </summary>
      INVITATION,
      /// <summary>
      /// There is a query on the sheet.
      /// </summary>
      QUERY,
      /// <summary>
      /// The sheet was handed in.
      /// </summary>
      RECEIPT,
      /// <summary>
      /// The sheet is not handed in yet and the window closes.
      /// </summary>
      REMINDER,
      /// <summary>
      /// The sheet was returned for correction.
      /// </summary>
      RETURNED,
      /// <summary>
      /// A link that signs in once.
      /// </summary>
      SIGN_IN_LINK
    }
    
    
    #region MailPreview
    /// <summary>
    /// Whom a mail of a round would go to, and what it would say. Nothing is sent.
    /// </summary>
    public record MailPreview(int AlreadyThere, List<PreviewedMail> Mails, int Recipients, int WithoutAddress) {
      #region members
      /// <summary>
      /// Persons among them for whom it is queued or was sent before.
      /// </summary>
      [JsonPropertyName("alreadyThere")]
      public int AlreadyThere { get; init; } = AlreadyThere;
    
      /// <summary>
      /// The first mails, in panel order.
      /// </summary>
      [JsonPropertyName("mails")]
      public List<PreviewedMail> Mails { get; init; } = Mails;
    
      /// <summary>
      /// Persons it is meant for.
      /// </summary>
      [JsonPropertyName("recipients")]
      public int Recipients { get; init; } = Recipients;
    
      /// <summary>
      /// Persons among them without an address.
      /// </summary>
      [JsonPropertyName("withoutAddress")]
      public int WithoutAddress { get; init; } = WithoutAddress;
      #endregion
    }
    #endregion
      /// <summary>
      /// What became of a mail.
      /// </summary>
    public enum MailStatus {
      /// <summary>
      /// It is not sent: there is nobody to send it to any more, or no point in it.
      /// </summary>
      CANCELLED,
      /// <summary>
      /// It was given up: refused for good, or failed too often. It can be sent again.
      /// </summary>
      DEAD,
      /// <summary>
      /// It is to be sent, or sent again after a failure.
      /// </summary>
      QUEUED,
      /// <summary>
      /// The mail server has taken it.
      /// </summary>
      SENT
    }
    
    
    #region MarginalHomogeneity
    /// <summary>
    /// Stuart–Maxwell test: whether the levels are as frequent in both rounds.
    /// </summary>
    public record MarginalHomogeneity(double ChiSquared, int DegreesOfFreedom, double PValue) {
      #region members
      /// <summary>
      /// Test statistic, 0 or more; 0 where nobody changed.
      /// </summary>
      [JsonPropertyName("chiSquared")]
      public double ChiSquared { get; init; } = ChiSquared;
    
      /// <summary>
      /// Rank of the covariance matrix; 0 where nobody changed.
      /// </summary>
      [JsonPropertyName("degreesOfFreedom")]
      public int DegreesOfFreedom { get; init; } = DegreesOfFreedom;
    
      /// <summary>
      /// 0 to 1; 1 where nobody changed.
      /// </summary>
      [JsonPropertyName("pValue")]
      public double PValue { get; init; } = PValue;
      #endregion
    }
    #endregion
    
    #region MergeInput
    /// <summary>
    /// Municipalities are merged into a new one.
    /// </summary>
    public class MergeInput {
      #region members
      /// <summary>
      /// Code of the part whose answers it carries on; without it its past is that of a changed unit.
      /// </summary>
      public string carriesOn { get; set; }
    
      /// <summary>
      /// The new municipality.
      /// </summary>
      [Required]
      public NewMunicipalityInput into { get; set; }
    
      /// <summary>
      /// Codes of the parts, at least two.
      /// </summary>
      [Required]
      public List<string> parts { get; set; }
    
      /// <summary>
      /// First year of the new municipality.
      /// </summary>
      [Required]
      public int year { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region MergedField
    /// <summary>
    /// A field in which another designer's edit was kept.
    /// </summary>
    public record MergedField(List<string> Path) {
      #region members
      /// <summary>
      /// Which field, e.g. questions, staff, text, de.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
    
    #region MissingCode
    /// <summary>
    /// An answer that is not a value.
    /// </summary>
    public record MissingCode(string Code, MissingKind Kind, string Label, List<Translation> Translations) {
      #region members
      /// <summary>
      /// Code of the answer, unique among levels and missing codes of the scale.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// The reason under which figures exclude it.
      /// </summary>
      [JsonPropertyName("kind")]
      public MissingKind Kind { get; init; } = Kind;
    
      /// <summary>
      /// Label in one language. Never empty.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// Label in every language.
      /// </summary>
      [JsonPropertyName("translations")]
      public List<Translation> Translations { get; init; } = Translations;
      #endregion
    }
    #endregion
    
    #region MissingCodeInput
    /// <summary>
    /// An answer that is not a value.
    /// </summary>
    public class MissingCodeInput {
      #region members
      /// <summary>
      /// Code, unique among levels and missing codes of the scale.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Reason under which figures exclude it.
      /// </summary>
      [Required]
      public MissingKind kind { get; set; }
    
      /// <summary>
      /// Label per language.
      /// </summary>
      [Required]
      public List<TranslationInput> label { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
      /// <summary>
      /// Why an answer is not a value.
      /// </summary>
    public enum MissingKind {
      /// <summary>
      /// The respondent does not know.
      /// </summary>
      DONT_KNOW,
      /// <summary>
      /// The question does not apply.
      /// </summary>
      NOT_APPLICABLE,
      /// <summary>
      /// The respondent declined to answer.
      /// </summary>
      REFUSED
    }
    
    
    #region MissingTranslation
    /// <summary>
    /// A text that a language lacks.
    /// </summary>
    public record MissingTranslation(string Key, string Locale, string Source) {
      #region members
      /// <summary>
      /// Which text, e.g. questions.staff.text.
      /// </summary>
      [JsonPropertyName("key")]
      public string Key { get; init; } = Key;
    
      /// <summary>
      /// BCP 47 language tag.
      /// </summary>
      [JsonPropertyName("locale")]
      public string Locale { get; init; } = Locale;
    
      /// <summary>
      /// The text in the language that has it.
      /// </summary>
      [JsonPropertyName("source")]
      public string Source { get; init; } = Source;
      #endregion
    }
    #endregion
    
    #region MissingValue
    /// <summary>
    /// An answer that is not a value, e.g. "don't know".
    /// </summary>
    public record MissingValue(string Canonical, MissingKind Kind, string Label, string Missing) : AnswerValue {
      #region members
      /// <summary>
      /// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
      /// </summary>
      [JsonPropertyName("canonical")]
      public string Canonical { get; init; } = Canonical;
    
      /// <summary>
      /// Reason under which figures exclude it.
      /// </summary>
      [JsonPropertyName("kind")]
      public MissingKind Kind { get; init; } = Kind;
    
      /// <summary>
      /// The value as a reader sees it, in one language. Never empty but for an empty text.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// Missing code of the scale.
      /// </summary>
      [JsonPropertyName("missing")]
      public string Missing { get; init; } = Missing;
      #endregion
    }
    #endregion
    
    #region Module
    /// <summary>
    /// A named group of questions of a template: the core asked every year, a rotating topic.
    /// </summary>
    public record Module(string Code, List<ModuleRevision> Revisions, string Title) {
      #region members
      /// <summary>
      /// Code, unique in the template.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Its revisions, the first one first.
      /// </summary>
      [JsonPropertyName("revisions")]
      public List<ModuleRevision> Revisions { get; init; } = Revisions;
    
      /// <summary>
      /// Title in one language. Never empty.
      /// </summary>
      [JsonPropertyName("title")]
      public string Title { get; init; } = Title;
      #endregion
    }
    #endregion
    
    #region ModuleReference
    /// <summary>
    /// The revision of a module that a question set was composed of.
    /// </summary>
    public record ModuleReference(string Code, int Revision) {
      #region members
      /// <summary>
      /// Code of the module.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Its revision, from 1.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
      #endregion
    }
    #endregion
    
    #region ModuleReferenceInput
    /// <summary>
    /// A revision of a module of the same template.
    /// </summary>
    public class ModuleReferenceInput {
      #region members
      /// <summary>
      /// Code of the module.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Its revision, from 1.
      /// </summary>
      [Required]
      public int revision { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ModuleRevision
    /// <summary>
    /// One revision of a module. Immutable.
    /// </summary>
    public record ModuleRevision(string ContentHash, DateTimeOffset PublishedAt, int Revision, List<Section> Sections) {
      #region members
      /// <summary>
      /// SHA-256 over its canonical content, hex.
      /// </summary>
      [JsonPropertyName("contentHash")]
      public string ContentHash { get; init; } = ContentHash;
    
      /// <summary>
      /// Instant of publication.
      /// </summary>
      [JsonPropertyName("publishedAt")]
      public DateTimeOffset PublishedAt { get; init; } = PublishedAt;
    
      /// <summary>
      /// From 1.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
    
      /// <summary>
      /// Its questions, by section.
      /// </summary>
      [JsonPropertyName("sections")]
      public List<Section> Sections { get; init; } = Sections;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a municipality counts otherwise in a later freeze.
      /// </summary>
    public enum MoveCause {
      /// <summary>
      /// It joined or left the panel, or changed its unit.
      /// </summary>
      CHANGED_PANEL,
      /// <summary>
      /// The question sets between the rounds, or a verdict in them, have changed.
      /// </summary>
      CHANGED_VERDICT,
      /// <summary>
      /// It handed in a sheet again.
      /// </summary>
      CORRECTION,
      /// <summary>
      /// It handed in a sheet that the earlier freeze lacks.
      /// </summary>
      LATE_SUBMISSION
    }
    
    
    #region MoveWindowInput
    /// <summary>
    /// Moves the window of a round. Ends that are left out stay where they are.
    /// </summary>
    public class MoveWindowInput {
      #region members
      /// <summary>
      /// New end, after the start.
      /// </summary>
      public DateTimeOffset closesAt { get; set; }
    
      /// <summary>
      /// New start.
      /// </summary>
      public DateTimeOffset opensAt { get; set; }
    
      /// <summary>
      /// Why. Goes on record.
      /// </summary>
      [Required]
      public string reason { get; set; }
    
      /// <summary>
      /// Code of the round.
      /// </summary>
      [Required]
      public string round { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region MovedFigure
    /// <summary>
    /// A figure that differs between two freezes.
    /// </summary>
    public record MovedFigure(Tally After, Tally Before, Verdict? ComparabilityAfter, Verdict? ComparabilityBefore, string From, List<FigureMove> Moves, DeltaOption Option, Question Question, string To) {
      #region members
      /// <summary>
      /// Counts in the second freeze; null where it lacks the figure.
      /// </summary>
      [JsonPropertyName("after")]
      public Tally After { get; init; } = After;
    
      /// <summary>
      /// Counts in the first freeze; null where it lacks the figure.
      /// </summary>
      [JsonPropertyName("before")]
      public Tally Before { get; init; } = Before;
    
      /// <summary>
      /// Comparability in the second freeze.
      /// </summary>
      [JsonPropertyName("comparabilityAfter")]
      public Verdict? ComparabilityAfter { get; init; } = ComparabilityAfter;
    
      /// <summary>
      /// Comparability in the first freeze.
      /// </summary>
      [JsonPropertyName("comparabilityBefore")]
      public Verdict? ComparabilityBefore { get; init; } = ComparabilityBefore;
    
      /// <summary>
      /// Code of the earlier round.
      /// </summary>
      [JsonPropertyName("from")]
      public string From { get; init; } = From;
    
      /// <summary>
      /// Why, municipality by municipality; a cause without any is left out.
      /// </summary>
      [JsonPropertyName("moves")]
      public List<FigureMove> Moves { get; init; } = Moves;
    
      /// <summary>
      /// The option; null unless MULTI_CHOICE.
      /// </summary>
      [JsonPropertyName("option")]
      public DeltaOption Option { get; init; } = Option;
    
      /// <summary>
      /// The question.
      /// </summary>
      [JsonPropertyName("question")]
      public Question Question { get; init; } = Question;
    
      /// <summary>
      /// Code of the later round.
      /// </summary>
      [JsonPropertyName("to")]
      public string To { get; init; } = To;
      #endregion
    }
    #endregion
    
    #region MovedQuestion
    /// <summary>
    /// A question that stands elsewhere, apart from what came or went before it.
    /// </summary>
    public record MovedQuestion(string Code, int FromPosition, string FromSection, int ToPosition, string ToSection) {
      #region members
      /// <summary>
      /// Its code.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Position before, from 0; a grid counts once.
      /// </summary>
      [JsonPropertyName("fromPosition")]
      public int FromPosition { get; init; } = FromPosition;
    
      /// <summary>
      /// Code of the section it stood in.
      /// </summary>
      [JsonPropertyName("fromSection")]
      public string FromSection { get; init; } = FromSection;
    
      /// <summary>
      /// Position now, from 0.
      /// </summary>
      [JsonPropertyName("toPosition")]
      public int ToPosition { get; init; } = ToPosition;
    
      /// <summary>
      /// Code of the section it stands in.
      /// </summary>
      [JsonPropertyName("toSection")]
      public string ToSection { get; init; } = ToSection;
      #endregion
    }
    #endregion
    
    #region Municipality
    /// <summary>
    /// A member of the panel.
    /// </summary>
    public record Municipality(List<MunicipalityAttribute> Attributes, string Code, string Name, string OfficialKey) {
      #region members
      /// <summary>
      /// Attribute values, by attribute and round.
      /// </summary>
      [JsonPropertyName("attributes")]
      public List<MunicipalityAttribute> Attributes { get; init; } = Attributes;
    
      /// <summary>
      /// Code, unique in the study.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Name.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
    
      /// <summary>
      /// Official key (AGS, NUTS or LAU); null when not stated.
      /// </summary>
      [JsonPropertyName("officialKey")]
      public string OfficialKey { get; init; } = OfficialKey;
      #endregion
    }
    #endregion
    
    #region MunicipalityAttribute
    /// <summary>
    /// The value of one attribute of one municipality.
    /// </summary>
    public record MunicipalityAttribute(string Attribute, string Round, string Value) {
      #region members
      /// <summary>
      /// Code of the attribute.
      /// </summary>
      [JsonPropertyName("attribute")]
      public string Attribute { get; init; } = Attribute;
    
      /// <summary>
      /// Round the value holds in; null for all rounds without one of their own.
      /// </summary>
      [JsonPropertyName("round")]
      public string Round { get; init; } = Round;
    
      /// <summary>
      /// Code of the value.
      /// </summary>
      [JsonPropertyName("value")]
      public string Value { get; init; } = Value;
      #endregion
    }
    #endregion
    
    #region MunicipalityConnection
    /// <summary>
    /// A page of municipalities, in panel order.
    /// </summary>
    public record MunicipalityConnection(List<MunicipalityEdge> Edges, PageInfo PageInfo, int TotalCount) {
      #region members
      /// <summary>
      /// Entries of this page.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<MunicipalityEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
    
      /// <summary>
      /// Municipalities in the whole list.
      /// </summary>
      [JsonPropertyName("totalCount")]
      public int TotalCount { get; init; } = TotalCount;
      #endregion
    }
    #endregion
    
    #region MunicipalityEdge
    /// <summary>
    /// A municipality in a list.
    /// </summary>
    public record MunicipalityEdge(string Cursor, Municipality Node) {
      #region members
      /// <summary>
      /// Cursor of this entry.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The municipality.
      /// </summary>
      [JsonPropertyName("node")]
      public Municipality Node { get; init; } = Node;
      #endregion
    }
    #endregion
    
    #region MunicipalityFilter
    /// <summary>
    /// Narrows the panel. All given conditions must hold; an empty filter lets everybody pass.
    /// </summary>
    public class MunicipalityFilter {
      #region members
      /// <summary>
      /// All of these must hold.
      /// </summary>
      public List<MunicipalityFilter> and { get; set; }
    
      /// <summary>
      /// By attribute.
      /// </summary>
      public AttributeFilterInput attribute { get; set; }
    
      /// <summary>
      /// By code of the municipality.
      /// </summary>
      public List<string> codes { get; set; }
    
      /// <summary>
      /// This must not hold.
      /// </summary>
      public MunicipalityFilter not { get; set; }
    
      /// <summary>
      /// At least one of these must hold.
      /// </summary>
      public List<MunicipalityFilter> or { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Mutation
    public record Mutation(ReviewPayload AcceptResponse, List<PresentPerson> AnnouncePresence, ReviewPayload AnswerQuery, ArchiveQuestionsPayload ArchiveQuestions, ReviewPayload AskAgain, ChangePanelPayload ChangePanel, ReviewPayload CloseQuery, ChangeWindowPayload CloseRound, CorrectRoundPayload CorrectRound, CreateApiTokenPayload CreateApiToken, AccountPayload DisablePerson, DraftQuestionSetPayload DraftQuestionSet, AccountPayload EnablePerson, AccountPayload EndSessions, ErasePersonPayload ErasePerson, ExportDataPayload ExportData, ExportStudyPayload ExportStudy, ExtensionPayload GrantExtension, ImportStudyPayload ImportStudy, IssueDevelopmentTokenPayload IssueDevelopmentToken, ChangeWindowPayload MoveWindow, ReviewPayload OpenQuery, OpenRoundPayload OpenRound, PlanRoundPayload PlanRound, PublishModulePayload PublishModule, PublishQuestionSetPayload PublishQuestionSet, ReadQuestionnairePayload ReadQuestionnaire, ReadSheetFilePayload ReadSheetFile, RedeemSignInLinkPayload RedeemSignInLink, ReleaseFreezePayload ReleaseFreeze, RequestSignInLinkPayload RequestSignInLink, RequireLocalesPayload RequireLocales, SaveQuestionSetPayload RestoreQuestionSet, RetryJobPayload RetryJob, RetryMailPayload RetryMail, ReviewPayload ReturnResponse, RevokeApiTokenPayload RevokeApiToken, SaveAnswersPayload SaveAnswers, SaveDepartmentPayload SaveDepartment, AccountPayload SavePerson, SaveQuestionSetPayload SaveQuestionSet, SaveSharedScalePayload SaveSharedScale, InvitationPayload SendInvitations, InvitationPayload SendReminders, SetDisclosurePolicyPayload SetDisclosurePolicy, Checkpoint SignCheckpoint, SubmitResponsePayload SubmitResponse, TakeFreezePayload TakeFreeze, UpdateSectionPayload UpdateSection, ExtensionPayload WithdrawExtension) {
      #region members
      /// <summary>
      /// Accepts a sheet. Refused while queries are open.
      /// </summary>
      [JsonPropertyName("acceptResponse")]
      public ReviewPayload AcceptResponse { get; init; } = AcceptResponse;
    
      /// <summary>
      /// Says that you are in a section now; holds for a minute. Gives who is at the sheet.
      /// </summary>
      [JsonPropertyName("announcePresence")]
      public List<PresentPerson> AnnouncePresence { get; init; } = AnnouncePresence;
    
      /// <summary>
      /// Answers a query, as the municipality.
      /// </summary>
      [JsonPropertyName("answerQuery")]
      public ReviewPayload AnswerQuery { get; init; } = AnswerQuery;
    
      /// <summary>
      /// Archives questions for ever: no later question set can be published that uses their codes.
      /// </summary>
      [JsonPropertyName("archiveQuestions")]
      public ArchiveQuestionsPayload ArchiveQuestions { get; init; } = ArchiveQuestions;
    
      /// <summary>
      /// Asks again in a query; it is open then.
      /// </summary>
      [JsonPropertyName("askAgain")]
      public ReviewPayload AskAgain { get; init; } = AskAgain;
    
      /// <summary>
      /// Municipalities join, leave, are merged or split, with the year: all changes or none. Nobody is removed, and no earlier figure moves.
      /// </summary>
      [JsonPropertyName("changePanel")]
      public ChangePanelPayload ChangePanel { get; init; } = ChangePanel;
    
      /// <summary>
      /// Settles a query.
      /// </summary>
      [JsonPropertyName("closeQuery")]
      public ReviewPayload CloseQuery { get; init; } = CloseQuery;
    
      /// <summary>
      /// Closes a round before its time, for everybody but municipalities with an extension.
      /// </summary>
      [JsonPropertyName("closeRound")]
      public ChangeWindowPayload CloseRound { get; init; } = CloseRound;
    
      /// <summary>
      /// Moves a round in the field on to a corrected wording. Sheets in work follow with every answer; those handed in stay on the revision they answered.
      /// </summary>
      [JsonPropertyName("correctRound")]
      public CorrectRoundPayload CorrectRound { get; init; } = CorrectRound;
    
      /// <summary>
      /// Creates a personal token for a program. It never grants more than you may do at the time it is used.
      /// </summary>
      [JsonPropertyName("createApiToken")]
      public CreateApiTokenPayload CreateApiToken { get; init; } = CreateApiToken;
    
      /// <summary>
      /// Shuts a person out: sessions, links and personal tokens work no more, on any replica.
      /// </summary>
      [JsonPropertyName("disablePerson")]
      public AccountPayload DisablePerson { get; init; } = DisablePerson;
    
      /// <summary>
      /// Starts a draft for a year: empty, from a published set with every question code kept, or of modules.
      /// </summary>
      [JsonPropertyName("draftQuestionSet")]
      public DraftQuestionSetPayload DraftQuestionSet { get; init; } = DraftQuestionSet;
    
      /// <summary>
      /// Lets a person who was shut out sign in again.
      /// </summary>
      [JsonPropertyName("enablePerson")]
      public AccountPayload EnablePerson { get; init; } = EnablePerson;
    
      /// <summary>
      /// Signs a person out everywhere and revokes the personal tokens: administrators others, everybody themselves.
      /// </summary>
      [JsonPropertyName("endSessions")]
      public AccountPayload EndSessions { get; init; } = EndSessions;
    
      /// <summary>
      /// Erases who a person is. Answers, submissions and the record stay.
      /// </summary>
      [JsonPropertyName("erasePerson")]
      public ErasePersonPayload ErasePerson { get; init; } = ErasePerson;
    
      /// <summary>
      /// Starts writing a study's submissions as a data file.
      /// </summary>
      [JsonPropertyName("exportData")]
      public ExportDataPayload ExportData { get; init; } = ExportData;
    
      /// <summary>
      /// Prepares the download of a study as a package.
      /// </summary>
      [JsonPropertyName("exportStudy")]
      public ExportStudyPayload ExportStudy { get; init; } = ExportStudy;
    
      /// <summary>
      /// Gives one municipality more time, in place of an earlier extension.
      /// </summary>
      [JsonPropertyName("grantExtension")]
      public ExtensionPayload GrantExtension { get; init; } = GrantExtension;
    
      /// <summary>
      /// Starts the import of an uploaded study package.
      /// </summary>
      [JsonPropertyName("importStudy")]
      public ImportStudyPayload ImportStudy { get; init; } = ImportStudy;
    
      /// <summary>
      /// Issues a token for a laptop. Refused in production and from other machines.
      /// </summary>
      [JsonPropertyName("issueDevelopmentToken")]
      public IssueDevelopmentTokenPayload IssueDevelopmentToken { get; init; } = IssueDevelopmentToken;
    
      /// <summary>
      /// Moves the window of a round for everybody.
      /// </summary>
      [JsonPropertyName("moveWindow")]
      public ChangeWindowPayload MoveWindow { get; init; } = MoveWindow;
    
      /// <summary>
      /// Asks about one question of a sheet that was handed in.
      /// </summary>
      [JsonPropertyName("openQuery")]
      public ReviewPayload OpenQuery { get; init; } = OpenQuery;
    
      /// <summary>
      /// Opens a round on a published question set: a new one, or one that was planned with that set.
      /// </summary>
      [JsonPropertyName("openRound")]
      public OpenRoundPayload OpenRound { get; init; } = OpenRound;
    
      /// <summary>
      /// Plans the next round after the example of an earlier one, and lists what it took over.
      /// </summary>
      [JsonPropertyName("planRound")]
      public PlanRoundPayload PlanRound { get; init; } = PlanRound;
    
      /// <summary>
      /// Publishes the next revision of a module, or answers with the complete list of what is in the way.
      /// </summary>
      [JsonPropertyName("publishModule")]
      public PublishModulePayload PublishModule { get; init; } = PublishModule;
    
      /// <summary>
      /// Publishes a draft for ever, or answers with the complete list of what is in the way.
      /// </summary>
      [JsonPropertyName("publishQuestionSet")]
      public PublishQuestionSetPayload PublishQuestionSet { get; init; } = PublishQuestionSet;
    
      /// <summary>
      /// Saves an uploaded file as a draft: the whole set, or its texts in one language. With any fault nothing is saved.
      /// </summary>
      [JsonPropertyName("readQuestionnaire")]
      public ReadQuestionnairePayload ReadQuestionnaire { get; init; } = ReadQuestionnaire;
    
      /// <summary>
      /// Takes over a sheet that was filled in as a file, or says what it would change. With any fault nothing.
      /// </summary>
      [JsonPropertyName("readSheetFile")]
      public ReadSheetFilePayload ReadSheetFile { get; init; } = ReadSheetFile;
    
      /// <summary>
      /// Exchanges a link for a bearer token of one hour, for programs that keep no cookies. A link works once.
      /// </summary>
      [JsonPropertyName("redeemSignInLink")]
      public RedeemSignInLinkPayload RedeemSignInLink { get; init; } = RedeemSignInLink;
    
      /// <summary>
      /// Opens a freeze to analysts who do not see single answers, and decides once what is withheld from them.
      /// </summary>
      [JsonPropertyName("releaseFreeze")]
      public ReleaseFreezePayload ReleaseFreeze { get; init; } = ReleaseFreeze;
    
      /// <summary>
      /// Sends a link that signs its reader in once, within 15 minutes. Tells nobody whether an address is known.
      /// </summary>
      [JsonPropertyName("requestSignInLink")]
      public RequestSignInLinkPayload RequestSignInLink { get; init; } = RequestSignInLink;
    
      /// <summary>
      /// States the languages in which every text must be there before a question set is published.
      /// </summary>
      [JsonPropertyName("requireLocales")]
      public RequireLocalesPayload RequireLocales { get; init; } = RequireLocales;
    
      /// <summary>
      /// Goes back to an earlier save of a draft; its document becomes the next version.
      /// </summary>
      [JsonPropertyName("restoreQuestionSet")]
      public SaveQuestionSetPayload RestoreQuestionSet { get; init; } = RestoreQuestionSet;
    
      /// <summary>
      /// Queues a job that was given up once more.
      /// </summary>
      [JsonPropertyName("retryJob")]
      public RetryJobPayload RetryJob { get; init; } = RetryJob;
    
      /// <summary>
      /// Queues a mail that was given up once more.
      /// </summary>
      [JsonPropertyName("retryMail")]
      public RetryMailPayload RetryMail { get; init; } = RetryMail;
    
      /// <summary>
      /// Gives a sheet back for correction, with queries. Figures count its last submission until the next.
      /// </summary>
      [JsonPropertyName("returnResponse")]
      public ReviewPayload ReturnResponse { get; init; } = ReturnResponse;
    
      /// <summary>
      /// Revokes one of your personal tokens, on every replica.
      /// </summary>
      [JsonPropertyName("revokeApiToken")]
      public RevokeApiTokenPayload RevokeApiToken { get; init; } = RevokeApiToken;
    
      /// <summary>
      /// Saves single answers. Different questions never conflict; on the same one the later editor gets both values.
      /// </summary>
      [JsonPropertyName("saveAnswers")]
      public SaveAnswersPayload SaveAnswers { get; init; } = SaveAnswers;
    
      /// <summary>
      /// Adds a department to a municipality, or names it anew.
      /// </summary>
      [JsonPropertyName("saveDepartment")]
      public SaveDepartmentPayload SaveDepartment { get; init; } = SaveDepartment;
    
      /// <summary>
      /// Creates a person or changes name, address, language and roles. Ends the person’s sessions everywhere.
      /// </summary>
      [JsonPropertyName("savePerson")]
      public AccountPayload SavePerson { get; init; } = SavePerson;
    
      /// <summary>
      /// Saves a whole draft at the version it was read at. Where somebody has saved since, edits of different fields are merged, and contradicting ones refused with both documents.
      /// </summary>
      [JsonPropertyName("saveQuestionSet")]
      public SaveQuestionSetPayload SaveQuestionSet { get; init; } = SaveQuestionSet;
    
      /// <summary>
      /// Saves a scale of the library. Labels, order and archiving are free; the code of a level means what it meant, for ever.
      /// </summary>
      [JsonPropertyName("saveSharedScale")]
      public SaveSharedScalePayload SaveSharedScale { get; init; } = SaveSharedScale;
    
      /// <summary>
      /// Writes to the contacts of municipalities that a round is theirs to fill. Can be repeated.
      /// </summary>
      [JsonPropertyName("sendInvitations")]
      public InvitationPayload SendInvitations { get; init; } = SendInvitations;
    
      /// <summary>
      /// Reminds the contacts of all municipalities whose sheet is not handed in. At most once a day.
      /// </summary>
      [JsonPropertyName("sendReminders")]
      public InvitationPayload SendReminders { get; init; } = SendReminders;
    
      /// <summary>
      /// Sets who sees which figure of a study.
      /// </summary>
      [JsonPropertyName("setDisclosurePolicy")]
      public SetDisclosurePolicyPayload SetDisclosurePolicy { get; init; } = SetDisclosurePolicy;
    
      /// <summary>
      /// Signs where all chains of a study stand. Null when there is no such study for you.
      /// </summary>
      [JsonPropertyName("signCheckpoint")]
      public Checkpoint SignCheckpoint { get; init; } = SignCheckpoint;
    
      /// <summary>
      /// Hands the sheet in: checks it, freezes it, and answers with a receipt.
      /// </summary>
      [JsonPropertyName("submitResponse")]
      public SubmitResponsePayload SubmitResponse { get; init; } = SubmitResponse;
    
      /// <summary>
      /// Pins a study as it is now, under a name.
      /// </summary>
      [JsonPropertyName("takeFreeze")]
      public TakeFreezePayload TakeFreeze { get; init; } = TakeFreeze;
    
      /// <summary>
      /// Gives a section to a department, marks it as done, or comments on it.
      /// </summary>
      [JsonPropertyName("updateSection")]
      public UpdateSectionPayload UpdateSection { get; init; } = UpdateSection;
    
      /// <summary>
      /// Takes an extension back.
      /// </summary>
      [JsonPropertyName("withdrawExtension")]
      public ExtensionPayload WithdrawExtension { get; init; } = WithdrawExtension;
      #endregion
    }
    #endregion
    
    #region NewMunicipalityInput
    /// <summary>
    /// A municipality that comes into the panel.
    /// </summary>
    public class NewMunicipalityInput {
      #region members
      /// <summary>
      /// Values of attributes, each attribute once.
      /// </summary>
      public List<AttributeValueInput> attributes { get; set; }
    
      /// <summary>
      /// Code, unique in the study for ever.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Name.
      /// </summary>
      [Required]
      public string name { get; set; }
    
      /// <summary>
      /// Official key (AGS, NUTS or LAU); null = not stated.
      /// </summary>
      public string officialKey { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region NotTakenOver
    /// <summary>
    /// Something of a form that a question set has no equal for.
    /// </summary>
    public record NotTakenOver(string Column, int Row, string Sheet, string What, string Why) {
      #region members
      /// <summary>
      /// Letter of the column; null = the row as a whole.
      /// </summary>
      [JsonPropertyName("column")]
      public string Column { get; init; } = Column;
    
      /// <summary>
      /// Row, from 1.
      /// </summary>
      [JsonPropertyName("row")]
      public int Row { get; init; } = Row;
    
      /// <summary>
      /// Name of the sheet.
      /// </summary>
      [JsonPropertyName("sheet")]
      public string Sheet { get; init; } = Sheet;
    
      /// <summary>
      /// What it is.
      /// </summary>
      [JsonPropertyName("what")]
      public string What { get; init; } = What;
    
      /// <summary>
      /// Why it was left out.
      /// </summary>
      [JsonPropertyName("why")]
      public string Why { get; init; } = Why;
      #endregion
    }
    #endregion
    
    #region NumberValue
    /// <summary>
    /// A decimal number.
    /// </summary>
    public record NumberValue(string Canonical, string Label, double Number) : AnswerValue {
      #region members
      /// <summary>
      /// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
      /// </summary>
      [JsonPropertyName("canonical")]
      public string Canonical { get; init; } = Canonical;
    
      /// <summary>
      /// The value as a reader sees it, in one language. Never empty but for an empty text.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// The number, in the unit of the question; exact up to 15 digits.
      /// </summary>
      [JsonPropertyName("number")]
      public double Number { get; init; } = Number;
      #endregion
    }
    #endregion
    
    #region OpenQueryInput
    /// <summary>
    /// Asks about one question of a sheet that was handed in.
    /// </summary>
    public class OpenQueryInput {
      #region members
      /// <summary>
      /// Code of the question.
      /// </summary>
      [Required]
      public string question { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
    
      /// <summary>
      /// What is asked.
      /// </summary>
      [Required]
      public string text { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region OpenRoundError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record OpenRoundError(OpenRoundErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public OpenRoundErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a round was not opened.
      /// </summary>
    public enum OpenRoundErrorCode {
      /// <summary>
      /// The study has a round of this code.
      /// </summary>
      CODE_TAKEN,
      /// <summary>
      /// The window ends before it starts.
      /// </summary>
      INVALID_WINDOW,
      /// <summary>
      /// The question set is a draft or retired.
      /// </summary>
      NOT_PUBLISHED,
      /// <summary>
      /// The question set belongs to another template than the study.
      /// </summary>
      OTHER_TEMPLATE,
      /// <summary>
      /// There is no such question set.
      /// </summary>
      UNKNOWN_QUESTION_SET,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region OpenRoundInput
    /// <summary>
    /// A new round, opened on a published question set.
    /// </summary>
    public class OpenRoundInput {
      #region members
      /// <summary>
      /// End of the window, after its start.
      /// </summary>
      [Required]
      public DateTimeOffset closesAt { get; set; }
    
      /// <summary>
      /// Code of the round, unique in the study.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Start of the window; without it now.
      /// </summary>
      public DateTimeOffset opensAt { get; set; }
    
      /// <summary>
      /// A published question set of the study's template; the round's year is the set's.
      /// </summary>
      [Required]
      public string questionSet { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region OpenRoundPayload
    /// <summary>
    /// Outcome of openRound.
    /// </summary>
    public record OpenRoundPayload(List<OpenRoundError> Errors, Round Round) {
      #region members
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<OpenRoundError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The open round; null when there are errors.
      /// </summary>
      [JsonPropertyName("round")]
      public Round Round { get; init; } = Round;
      #endregion
    }
    #endregion
    
    #region PackageFault
    /// <summary>
    /// One fault of a study package, at its place.
    /// </summary>
    public record PackageFault(string Code, int? Column, string Expected, string File, int? Line, string Message) {
      #region members
      /// <summary>
      /// What is wrong, for programs, e.g. UNKNOWN_LEVEL.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Column from 1, in characters; null where the line or file as a whole is meant.
      /// </summary>
      [JsonPropertyName("column")]
      public int? Column { get; init; } = Column;
    
      /// <summary>
      /// What was expected instead.
      /// </summary>
      [JsonPropertyName("expected")]
      public string Expected { get; init; } = Expected;
    
      /// <summary>
      /// File inside the package.
      /// </summary>
      [JsonPropertyName("file")]
      public string File { get; init; } = File;
    
      /// <summary>
      /// Line from 1; null where the file as a whole is meant.
      /// </summary>
      [JsonPropertyName("line")]
      public int? Line { get; init; } = Line;
    
      /// <summary>
      /// What is wrong, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
      #endregion
    }
    #endregion
    
    #region PageInfo
    /// <summary>
    /// Where a page of a connection ends.
    /// </summary>
    public record PageInfo(string EndCursor, bool HasNextPage) {
      #region members
      /// <summary>
      /// Cursor of the last entry of this page, for `after`; null on an empty page.
      /// </summary>
      [JsonPropertyName("endCursor")]
      public string EndCursor { get; init; } = EndCursor;
    
      /// <summary>
      /// Whether there are more entries after this page.
      /// </summary>
      [JsonPropertyName("hasNextPage")]
      public bool HasNextPage { get; init; } = HasNextPage;
      #endregion
    }
    #endregion
    
    #region PanelChangeInput
    /// <summary>
    /// One change of a panel: exactly one of the fields.
    /// </summary>
    public class PanelChangeInput {
      #region members
      /// <summary>
      /// A municipality joins.
      /// </summary>
      public JoinInput join { get; set; }
    
      /// <summary>
      /// A municipality leaves.
      /// </summary>
      public LeaveInput leave { get; set; }
    
      /// <summary>
      /// Municipalities are merged.
      /// </summary>
      public MergeInput merge { get; set; }
    
      /// <summary>
      /// A municipality is split.
      /// </summary>
      public SplitInput split { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Person
    /// <summary>
    /// Somebody who worked on a sheet.
    /// </summary>
    public record Person(string Name) {
      #region members
      /// <summary>
      /// Display name; a dash once the person's data were erased.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
      #endregion
    }
    #endregion
    
    #region PersonInput
    /// <summary>
    /// Names a person.
    /// </summary>
    public class PersonInput {
      #region members
      /// <summary>
      /// Id of the person.
      /// </summary>
      [Required]
      public string id { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region PersonalDataFile
    /// <summary>
    /// Everything that is kept about a person (Article 15 GDPR), as JSON.
    /// </summary>
    public record PersonalDataFile(string Base64, string MediaType, string Name) {
      #region members
      /// <summary>
      /// Its content in base64.
      /// </summary>
      [JsonPropertyName("base64")]
      public string Base64 { get; init; } = Base64;
    
      /// <summary>
      /// Its media type.
      /// </summary>
      [JsonPropertyName("mediaType")]
      public string MediaType { get; init; } = MediaType;
    
      /// <summary>
      /// A name for the file.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
      #endregion
    }
    #endregion
    
    #region PlanRoundError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record PlanRoundError(PlanRoundErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public PlanRoundErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a round was not planned.
      /// </summary>
    public enum PlanRoundErrorCode {
      /// <summary>
      /// The study has a round of this code.
      /// </summary>
      CODE_TAKEN,
      /// <summary>
      /// The window ends before it starts.
      /// </summary>
      INVALID_WINDOW,
      /// <summary>
      /// The question set is of an earlier year than the round that it should follow.
      /// </summary>
      NOT_LATER,
      /// <summary>
      /// The question set is a draft or retired.
      /// </summary>
      NOT_PUBLISHED,
      /// <summary>
      /// The question set belongs to another template than the study.
      /// </summary>
      OTHER_TEMPLATE,
      /// <summary>
      /// There is no such question set.
      /// </summary>
      UNKNOWN_QUESTION_SET,
      /// <summary>
      /// The study has no round of the code that it should follow.
      /// </summary>
      UNKNOWN_ROUND,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region PlanRoundInput
    /// <summary>
    /// Next year's round, after the example of an earlier one.
    /// </summary>
    public class PlanRoundInput {
      #region members
      /// <summary>
      /// Code of the round that it follows.
      /// </summary>
      [Required]
      public string basedOn { get; set; }
    
      /// <summary>
      /// End of the window; without it the same day as in the earlier round.
      /// </summary>
      public DateTimeOffset closesAt { get; set; }
    
      /// <summary>
      /// Code of the new round, unique in the study.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Start of the window; without it the same day as in the earlier round.
      /// </summary>
      public DateTimeOffset opensAt { get; set; }
    
      /// <summary>
      /// A published question set of the study's template; the round's year is the set's.
      /// </summary>
      [Required]
      public string questionSet { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region PlanRoundPayload
    /// <summary>
    /// Outcome of planRound.
    /// </summary>
    public record PlanRoundPayload(List<CarriedOver> CarriedOver, List<PlanRoundError> Errors, Round Round) {
      #region members
      /// <summary>
      /// What it took over from the earlier round.
      /// </summary>
      [JsonPropertyName("carriedOver")]
      public List<CarriedOver> CarriedOver { get; init; } = CarriedOver;
    
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<PlanRoundError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The planned round; null when there are errors.
      /// </summary>
      [JsonPropertyName("round")]
      public Round Round { get; init; } = Round;
      #endregion
    }
    #endregion
      /// <summary>
      /// Whether a higher level is worse or better. Never changes a count.
      /// </summary>
    public enum Polarity {
      /// <summary>
      /// An increase is an improvement.
      /// </summary>
      HIGHER_IS_BETTER,
      /// <summary>
      /// An increase is a deterioration.
      /// </summary>
      HIGHER_IS_WORSE,
      /// <summary>
      /// An increase is neither.
      /// </summary>
      NEUTRAL
    }
    
    
    #region PresentPerson
    /// <summary>
    /// Somebody who is at a sheet at this moment.
    /// </summary>
    public record PresentPerson(Person Person, string Section, DateTimeOffset SeenAt) {
      #region members
      /// <summary>
      /// Who.
      /// </summary>
      [JsonPropertyName("person")]
      public Person Person { get; init; } = Person;
    
      /// <summary>
      /// Code of the section.
      /// </summary>
      [JsonPropertyName("section")]
      public string Section { get; init; } = Section;
    
      /// <summary>
      /// Last sign of life.
      /// </summary>
      [JsonPropertyName("seenAt")]
      public DateTimeOffset SeenAt { get; init; } = SeenAt;
      #endregion
    }
    #endregion
    
    #region PreviewAnswerInput
    /// <summary>
    /// An answer to try a question set with.
    /// </summary>
    public class PreviewAnswerInput {
      #region members
      /// <summary>
      /// Comment; null = none.
      /// </summary>
      public string comment { get; set; }
    
      /// <summary>
      /// What the municipality is to have answered in the round before; null = nothing.
      /// </summary>
      public AnswerValueInput previous { get; set; }
    
      /// <summary>
      /// Code of the question.
      /// </summary>
      [Required]
      public string question { get; set; }
    
      /// <summary>
      /// The value; null = unanswered.
      /// </summary>
      public AnswerValueInput value { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region PreviewError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record PreviewError(PreviewErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public PreviewErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why the sheet could not be handed in.
      /// </summary>
    public enum PreviewErrorCode {
      /// <summary>
      /// An answer is implausible and has no comment.
      /// </summary>
      COMMENT_REQUIRED,
      /// <summary>
      /// An answer does not fit its question.
      /// </summary>
      INVALID_VALUE,
      /// <summary>
      /// A required question has no answer.
      /// </summary>
      REQUIRED,
      /// <summary>
      /// A check of the designer is not met.
      /// </summary>
      RULE_NOT_MET,
      /// <summary>
      /// The set does not ask this question.
      /// </summary>
      UNKNOWN_QUESTION
    }
    
    
    #region PreviewSheetInput
    /// <summary>
    /// A question set, drafts included, and answers to try it with.
    /// </summary>
    public class PreviewSheetInput {
      #region members
      /// <summary>
      /// Answers, each question at most once.
      /// </summary>
      public List<PreviewAnswerInput> answers { get; set; }
    
      /// <summary>
      /// The question set.
      /// </summary>
      [Required]
      public string questionSet { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region PreviewedMail
    /// <summary>
    /// A mail as it would be sent.
    /// </summary>
    public record PreviewedMail(string Html, bool IsThereAlready, string Locale, string Municipality, string RecipientAddress, string RecipientName, string Subject, string Text) {
      #region members
      /// <summary>
      /// The message as an HTML document.
      /// </summary>
      [JsonPropertyName("html")]
      public string Html { get; init; } = Html;
    
      /// <summary>
      /// Whether it is queued or was sent before, and so would not be sent again.
      /// </summary>
      [JsonPropertyName("isThereAlready")]
      public bool IsThereAlready { get; init; } = IsThereAlready;
    
      /// <summary>
      /// Language, de or en.
      /// </summary>
      [JsonPropertyName("locale")]
      public string Locale { get; init; } = Locale;
    
      /// <summary>
      /// Code of the municipality.
      /// </summary>
      [JsonPropertyName("municipality")]
      public string Municipality { get; init; } = Municipality;
    
      /// <summary>
      /// Address of the recipient; null: nothing can be sent.
      /// </summary>
      [JsonPropertyName("recipientAddress")]
      public string RecipientAddress { get; init; } = RecipientAddress;
    
      /// <summary>
      /// Name of the recipient; null when not stated.
      /// </summary>
      [JsonPropertyName("recipientName")]
      public string RecipientName { get; init; } = RecipientName;
    
      /// <summary>
      /// Subject.
      /// </summary>
      [JsonPropertyName("subject")]
      public string Subject { get; init; } = Subject;
    
      /// <summary>
      /// The message as text.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
      #endregion
    }
    #endregion
    
    #region PreviousAnswer
    /// <summary>
    /// What the municipality submitted to the same question in the round before.
    /// </summary>
    public record PreviousAnswer(Verdict Comparability, Round Round, AnswerValue Value) {
      #region members
      /// <summary>
      /// How the two questions compare; a BREAK is never shown.
      /// </summary>
      [JsonPropertyName("comparability")]
      public Verdict Comparability { get; init; } = Comparability;
    
      /// <summary>
      /// That round.
      /// </summary>
      [JsonPropertyName("round")]
      public Round Round { get; init; } = Round;
    
      /// <summary>
      /// The submitted value.
      /// </summary>
      [JsonPropertyName("value")]
      public AnswerValue Value { get; init; } = Value;
      #endregion
    }
    #endregion
      /// <summary>
      /// Whether last round's answer is shown to the municipality beside a question.
      /// </summary>
    public enum PriorPolicy {
      /// <summary>
      /// Beside the question, to be confirmed in one act.
      /// </summary>
      CONFIRM,
      /// <summary>
      /// Never.
      /// </summary>
      NONE,
      /// <summary>
      /// Beside the question.
      /// </summary>
      SHOW,
      /// <summary>
      /// Once the municipality has an answer of its own.
      /// </summary>
      SHOW_AFTER
    }
    
      /// <summary>
      /// Why a verdict is proposed.
      /// </summary>
    public enum ProposalReason {
      /// <summary>
      /// The levels are called otherwise.
      /// </summary>
      LABELS_EDITED,
      /// <summary>
      /// No level is found again.
      /// </summary>
      LEVELS_CHANGED,
      /// <summary>
      /// Levels are found again by code or label.
      /// </summary>
      LEVELS_MAPPED,
      /// <summary>
      /// Text, unit and levels are the same.
      /// </summary>
      SAME,
      /// <summary>
      /// Up to 15 of 100 characters differ.
      /// </summary>
      TEXT_EDITED,
      /// <summary>
      /// More than 15 of 100 characters differ.
      /// </summary>
      TEXT_REWRITTEN,
      /// <summary>
      /// Another kind of answer.
      /// </summary>
      TYPE_CHANGED,
      /// <summary>
      /// Another unit.
      /// </summary>
      UNIT_CHANGED
    }
    
      /// <summary>
      /// How an answer came about.
      /// </summary>
    public enum Provenance {
      /// <summary>
      /// Last round's answer was taken over without a look at each.
      /// </summary>
      CARRIED_OVER,
      /// <summary>
      /// Last round's answer was shown, and confirmed.
      /// </summary>
      CONFIRMED,
      /// <summary>
      /// Read from a file.
      /// </summary>
      IMPORTED,
      /// <summary>
      /// Entered in this round.
      /// </summary>
      TYPED
    }
    
    
    #region PublishModuleError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record PublishModuleError(PublishModuleErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public PublishModuleErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a module was not published.
      /// </summary>
    public enum PublishModuleErrorCode {
      /// <summary>
      /// The module breaks a rule; `path` names the place.
      /// </summary>
      INVALID_DOCUMENT,
      /// <summary>
      /// The last revision says the same, or somebody else has published one in the meantime.
      /// </summary>
      UNCHANGED,
      /// <summary>
      /// No template has this slug.
      /// </summary>
      UNKNOWN_TEMPLATE
    }
    
    
    #region PublishModuleInput
    /// <summary>
    /// The next revision of a module, complete in itself.
    /// </summary>
    public class PublishModuleInput {
      #region members
      /// <summary>
      /// Code of the module; one that the template lacks begins with revision 1.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Scales its questions use.
      /// </summary>
      [Required]
      public List<ScaleInput> scales { get; set; }
    
      /// <summary>
      /// Its questions, by section.
      /// </summary>
      [Required]
      public List<SectionInput> sections { get; set; }
    
      /// <summary>
      /// Slug of the template.
      /// </summary>
      [Required]
      public string template { get; set; }
    
      /// <summary>
      /// Title per language; that of a module which exists stays.
      /// </summary>
      [Required]
      public List<TranslationInput> title { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region PublishModulePayload
    /// <summary>
    /// Outcome of publishModule.
    /// </summary>
    public record PublishModulePayload(List<PublishModuleError> Errors, Module Module) {
      #region members
      /// <summary>
      /// Everything that is in the way; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<PublishModuleError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The module; null when there are errors.
      /// </summary>
      [JsonPropertyName("module")]
      public Module Module { get; init; } = Module;
      #endregion
    }
    #endregion
    
    #region PublishQuestionSetError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record PublishQuestionSetError(PublishQuestionSetErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public PublishQuestionSetErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a question set was not published.
      /// </summary>
    public enum PublishQuestionSetErrorCode {
      /// <summary>
      /// The code is that of an archived question.
      /// </summary>
      CODE_ARCHIVED,
      /// <summary>
      /// The document breaks a rule; `path` names the place.
      /// </summary>
      INVALID_DOCUMENT,
      /// <summary>
      /// The question is not what the module that it names asks.
      /// </summary>
      MODULE_DIFFERS,
      /// <summary>
      /// No answers whatever make the question visible.
      /// </summary>
      NEVER_VISIBLE,
      /// <summary>
      /// It is published already.
      /// </summary>
      NOT_A_DRAFT,
      /// <summary>
      /// There is no such question set.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// Somebody has saved since; read the current version first.
      /// </summary>
      STALE_VERSION,
      /// <summary>
      /// A text lacks a language that the template requires.
      /// </summary>
      TRANSLATION_MISSING,
      /// <summary>
      /// A question differs from its predecessor and has no verdict on how the two compare.
      /// </summary>
      VERDICT_MISSING
    }
    
    
    #region PublishQuestionSetInput
    /// <summary>
    /// The draft to publish, at the version the designer has seen.
    /// </summary>
    public class PublishQuestionSetInput {
      #region members
      /// <summary>
      /// The draft.
      /// </summary>
      [Required]
      public string id { get; set; }
    
      /// <summary>
      /// Version to publish; without it the current one.
      /// </summary>
      public int? version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region PublishQuestionSetPayload
    /// <summary>
    /// Outcome of publishQuestionSet.
    /// </summary>
    public record PublishQuestionSetPayload(List<PublishQuestionSetError> Errors, QuestionSet QuestionSet) {
      #region members
      /// <summary>
      /// The complete list of what is in the way; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<PublishQuestionSetError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The set as it is stored now; null when there is none.
      /// </summary>
      [JsonPropertyName("questionSet")]
      public QuestionSet QuestionSet { get; init; } = QuestionSet;
      #endregion
    }
    #endregion
    
    #region Query
    public record Query(Account Account, AccountConnection Accounts, List<AnswerRevision> AnswerRevisions, Comparison Comparison, List<CompletionGroup> Completion, DataExport DataExport, DeadJobConnection DeadJobs, List<Department> Departments, FreezeDiff FreezeDiff, Import Import, MailPreview MailPreview, MailConnection Mails, List<ApiToken> MyApiTokens, Sheet MySheet, PersonalDataFile PersonalData, SheetPreview PreviewSheet, QuestionSet QuestionSet, QuestionSetDiff QuestionSetDiff, string RoundTypes, Series Series, List<SharedScale> SharedScales, Sheet Sheet, SheetEventConnection SheetEvents, SheetFile SheetFile, List<SheetQuery> SheetQueries, List<SignInMethod> SignInMethods, List<Study> Studies, Study Study, List<SubmissionDifference> SubmissionDifferences, List<Submission> Submissions, Template Template, AuditVerification VerifyAudit, ReceiptVerification VerifyReceipt, Viewer Viewer) {
      #region members
      /// <summary>
      /// A person; null where there is none that you administer.
      /// </summary>
      [JsonPropertyName("account")]
      public Account Account { get; init; } = Account;
    
      /// <summary>
      /// Persons with all their rights in the studies that you administer; all persons if you administer all studies.
      /// </summary>
      [JsonPropertyName("accounts")]
      public AccountConnection Accounts { get; init; } = Accounts;
    
      /// <summary>
      /// The saves of one answer, in order, at most the first 1000.
      /// </summary>
      [JsonPropertyName("answerRevisions")]
      public List<AnswerRevision> AnswerRevisions { get; init; } = AnswerRevisions;
    
      /// <summary>
      /// What changed between two rounds; null when study or round do not exist or your token does not cover the study.
      /// </summary>
      [JsonPropertyName("comparison")]
      public Comparison Comparison { get; init; } = Comparison;
    
      /// <summary>
      /// How far the sheets of a round are, by an attribute of the panel; null when there is no such round for you.
      /// </summary>
      [JsonPropertyName("completion")]
      public List<CompletionGroup> Completion { get; init; } = Completion;
    
      /// <summary>
      /// One of your data exports; null when there is none, or an hour after it was written.
      /// </summary>
      [JsonPropertyName("dataExport")]
      public DataExport DataExport { get; init; } = DataExport;
    
      /// <summary>
      /// Jobs of the service that were given up, latest first. Mails that were given up are in `mails`.
      /// </summary>
      [JsonPropertyName("deadJobs")]
      public DeadJobConnection DeadJobs { get; init; } = DeadJobs;
    
      /// <summary>
      /// Departments of a municipality by code, at most 200; null when there is no such municipality for you.
      /// </summary>
      [JsonPropertyName("departments")]
      public List<Department> Departments { get; init; } = Departments;
    
      /// <summary>
      /// Which figures moved between two freezes, and why; null when study or freezes do not exist.
      /// </summary>
      [JsonPropertyName("freezeDiff")]
      public FreezeDiff FreezeDiff { get; init; } = FreezeDiff;
    
      /// <summary>
      /// One of your imports; null when there is none, or an hour after it ended.
      /// </summary>
      [JsonPropertyName("import")]
      public Import Import { get; init; } = Import;
    
      /// <summary>
      /// What would be sent to whom if it were sent now; sends nothing. Null when study or round do not exist.
      /// </summary>
      [JsonPropertyName("mailPreview")]
      public MailPreview MailPreview { get; init; } = MailPreview;
    
      /// <summary>
      /// Mails of a study, latest first; null when study or round do not exist.
      /// </summary>
      [JsonPropertyName("mails")]
      public MailConnection Mails { get; init; } = Mails;
    
      /// <summary>
      /// Your personal tokens, the newest first, at most 100.
      /// </summary>
      [JsonPropertyName("myApiTokens")]
      public List<ApiToken> MyApiTokens { get; init; } = MyApiTokens;
    
      /// <summary>
      /// The sheet of your municipality in a round; null when there is none for you.
      /// </summary>
      [JsonPropertyName("mySheet")]
      public Sheet MySheet { get; init; } = MySheet;
    
      /// <summary>
      /// Everything that is kept about you, or about a person you administer; null where there is none for you.
      /// </summary>
      [JsonPropertyName("personalData")]
      public PersonalDataFile PersonalData { get; init; } = PersonalData;
    
      /// <summary>
      /// What a question set would show, drafts included, given some answers; null when there is no such set.
      /// </summary>
      [JsonPropertyName("previewSheet")]
      public SheetPreview PreviewSheet { get; init; } = PreviewSheet;
    
      /// <summary>
      /// One question set; null when it does not exist.
      /// </summary>
      [JsonPropertyName("questionSet")]
      public QuestionSet QuestionSet { get; init; } = QuestionSet;
    
      /// <summary>
      /// What changed between two question sets of a template, drafts included; null when one does not exist.
      /// </summary>
      [JsonPropertyName("questionSetDiff")]
      public QuestionSetDiff QuestionSetDiff { get; init; } = QuestionSetDiff;
    
      /// <summary>
      /// A TypeScript module for the question set that a round asks: codes, levels, the shape of a sheet, a validator. Null when there is no such round.
      /// </summary>
      [JsonPropertyName("roundTypes")]
      public string RoundTypes { get; init; } = RoundTypes;
    
      /// <summary>
      /// One question over all rounds; null when study or question do not exist or your token does not cover the study.
      /// </summary>
      [JsonPropertyName("series")]
      public Series Series { get; init; } = Series;
    
      /// <summary>
      /// The library of scales: the last revision of each, by code. At most 5000.
      /// </summary>
      [JsonPropertyName("sharedScales")]
      public List<SharedScale> SharedScales { get; init; } = SharedScales;
    
      /// <summary>
      /// The sheet of a municipality in a round, for the staff who run it; null when there is none for you.
      /// </summary>
      [JsonPropertyName("sheet")]
      public Sheet Sheet { get; init; } = Sheet;
    
      /// <summary>
      /// Everything that was done to a sheet, in order.
      /// </summary>
      [JsonPropertyName("sheetEvents")]
      public SheetEventConnection SheetEvents { get; init; } = SheetEvents;
    
      /// <summary>
      /// A sheet as a file to fill in, with what is answered so far; null when there is no such sheet for you.
      /// </summary>
      [JsonPropertyName("sheetFile")]
      public SheetFile SheetFile { get; init; } = SheetFile;
    
      /// <summary>
      /// Queries of a sheet, at most 1000, the first one first; null when there is no such sheet for you.
      /// </summary>
      [JsonPropertyName("sheetQueries")]
      public List<SheetQuery> SheetQueries { get; init; } = SheetQueries;
    
      /// <summary>
      /// Ways in for browsers, the usual one first.
      /// </summary>
      [JsonPropertyName("signInMethods")]
      public List<SignInMethod> SignInMethods { get; init; } = SignInMethods;
    
      /// <summary>
      /// The studies your token covers, by slug; at most 1000.
      /// </summary>
      [JsonPropertyName("studies")]
      public List<Study> Studies { get; init; } = Studies;
    
      /// <summary>
      /// One study; null when it does not exist or your token does not cover it.
      /// </summary>
      [JsonPropertyName("study")]
      public Study Study { get; init; } = Study;
    
      /// <summary>
      /// The fields in which two submissions of a sheet differ.
      /// </summary>
      [JsonPropertyName("submissionDifferences")]
      public List<SubmissionDifference> SubmissionDifferences { get; init; } = SubmissionDifferences;
    
      /// <summary>
      /// What was handed in, the first one first, at most 1000.
      /// </summary>
      [JsonPropertyName("submissions")]
      public List<Submission> Submissions { get; init; } = Submissions;
    
      /// <summary>
      /// One template; null when it does not exist.
      /// </summary>
      [JsonPropertyName("template")]
      public Template Template { get; init; } = Template;
    
      /// <summary>
      /// Checks every chain of a study; reads all of its history. Null when there is no such study for you.
      /// </summary>
      [JsonPropertyName("verifyAudit")]
      public AuditVerification VerifyAudit { get; init; } = VerifyAudit;
    
      /// <summary>
      /// Computes the hash of the submission that has this receipt again from what is stored.
      /// </summary>
      [JsonPropertyName("verifyReceipt")]
      public ReceiptVerification VerifyReceipt { get; init; } = VerifyReceipt;
    
      /// <summary>
      /// Who you are; null without a valid bearer token.
      /// </summary>
      [JsonPropertyName("viewer")]
      public Viewer Viewer { get; init; } = Viewer;
      #endregion
    }
    #endregion
    
    #region QueryInput
    /// <summary>
    /// A query on one question.
    /// </summary>
    public class QueryInput {
      #region members
      /// <summary>
      /// Code of the question.
      /// </summary>
      [Required]
      public string question { get; set; }
    
      /// <summary>
      /// What is asked.
      /// </summary>
      [Required]
      public string text { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region QueryMessage
    /// <summary>
    /// What somebody said in a query.
    /// </summary>
    public record QueryMessage(DateTimeOffset At, Person Author, string Text) {
      #region members
      /// <summary>
      /// When.
      /// </summary>
      [JsonPropertyName("at")]
      public DateTimeOffset At { get; init; } = At;
    
      /// <summary>
      /// Who.
      /// </summary>
      [JsonPropertyName("author")]
      public Person Author { get; init; } = Author;
    
      /// <summary>
      /// What.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
      #endregion
    }
    #endregion
    
    #region QueryMessageInput
    /// <summary>
    /// Something said in a query.
    /// </summary>
    public class QueryMessageInput {
      #region members
      /// <summary>
      /// Number of the query.
      /// </summary>
      [Required]
      public int query { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
    
      /// <summary>
      /// What is said.
      /// </summary>
      [Required]
      public string text { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
      /// <summary>
      /// State of a reviewer's query.
      /// </summary>
    public enum QueryStatus {
      /// <summary>
      /// Waits for the reviewer.
      /// </summary>
      ANSWERED,
      /// <summary>
      /// Settled.
      /// </summary>
      CLOSED,
      /// <summary>
      /// Waits for the municipality.
      /// </summary>
      OPEN
    }
    
    
    #region Question
    /// <summary>
    /// A question of one question set, as it was asked there. Its code is its identity across years.
    /// </summary>
    public record Question(string Code, List<GridAxisItem> Columns, int? Decimals, GridCell Grid, string Help, List<Translation> HelpTranslations, double? Max, double? Min, string Module, AnswerCheck Plausible, Polarity Polarity, PriorPolicy Prior, ReportedChange ReportsChangeOf, bool Required, string RequiredIf, List<GridAxisItem> Rows, Scale Scale, Since Since, string Text, double? ToleranceAbsolute, double? TolerancePercent, List<Translation> Translations, QuestionType Type, string Unit, List<Translation> UnitTranslations, AnswerCheck Valid, string VisibleIf) {
      #region members
      /// <summary>
      /// Identity of the question: never reused, never changed. A grid cell has the code `grid.row.column`.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// GRID: its columns; empty otherwise.
      /// </summary>
      [JsonPropertyName("columns")]
      public List<GridAxisItem> Columns { get; init; } = Columns;
    
      /// <summary>
      /// NUMBER: decimals an answer may have, 0 to 9; null for other types.
      /// </summary>
      [JsonPropertyName("decimals")]
      public int? Decimals { get; init; } = Decimals;
    
      /// <summary>
      /// Which cell of which grid; null for a question of its own.
      /// </summary>
      [JsonPropertyName("grid")]
      public GridCell Grid { get; init; } = Grid;
    
      /// <summary>
      /// Explanation in one language; null when there is none.
      /// </summary>
      [JsonPropertyName("help")]
      public string Help { get; init; } = Help;
    
      /// <summary>
      /// Explanation in every language; empty when there is none.
      /// </summary>
      [JsonPropertyName("helpTranslations")]
      public List<Translation> HelpTranslations { get; init; } = HelpTranslations;
    
      /// <summary>
      /// NUMBER: largest allowed value; null = unbounded.
      /// </summary>
      [JsonPropertyName("max")]
      public double? Max { get; init; } = Max;
    
      /// <summary>
      /// NUMBER: smallest allowed value; null = unbounded.
      /// </summary>
      [JsonPropertyName("min")]
      public double? Min { get; init; } = Min;
    
      /// <summary>
      /// Code of the module that the question is of; null = of none.
      /// </summary>
      [JsonPropertyName("module")]
      public string Module { get; init; } = Module;
    
      /// <summary>
      /// Where this rule is true the answer needs a comment; null = no such check.
      /// </summary>
      [JsonPropertyName("plausible")]
      public AnswerCheck Plausible { get; init; } = Plausible;
    
      /// <summary>
      /// Whether more is worse or better.
      /// </summary>
      [JsonPropertyName("polarity")]
      public Polarity Polarity { get; init; } = Polarity;
    
      /// <summary>
      /// Whether last round's answer is shown to the municipality.
      /// </summary>
      [JsonPropertyName("prior")]
      public PriorPolicy Prior { get; init; } = Prior;
    
      /// <summary>
      /// Set where the question asks for a change directly; null otherwise.
      /// </summary>
      [JsonPropertyName("reportsChangeOf")]
      public ReportedChange ReportsChangeOf { get; init; } = ReportsChangeOf;
    
      /// <summary>
      /// Whether submitting needs an answer, apart from `requiredIf`.
      /// </summary>
      [JsonPropertyName("required")]
      public bool Required { get; init; } = Required;
    
      /// <summary>
      /// CEL rule: required where it is true; null = see `required`.
      /// </summary>
      [JsonPropertyName("requiredIf")]
      public string RequiredIf { get; init; } = RequiredIf;
    
      /// <summary>
      /// GRID: its rows; empty otherwise.
      /// </summary>
      [JsonPropertyName("rows")]
      public List<GridAxisItem> Rows { get; init; } = Rows;
    
      /// <summary>
      /// Scale of the answers; null where the answer has no levels and no missing codes.
      /// </summary>
      [JsonPropertyName("scale")]
      public Scale Scale { get; init; } = Scale;
    
      /// <summary>
      /// Comparability with an earlier year; null when no statement was made.
      /// </summary>
      [JsonPropertyName("since")]
      public Since Since { get; init; } = Since;
    
      /// <summary>
      /// Wording in one language. Never empty.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
    
      /// <summary>
      /// NUMBER: a change up to this many units counts as unchanged; null = none or relative.
      /// </summary>
      [JsonPropertyName("toleranceAbsolute")]
      public double? ToleranceAbsolute { get; init; } = ToleranceAbsolute;
    
      /// <summary>
      /// NUMBER: a change up to this percentage of the earlier value counts as unchanged; null = none or absolute.
      /// </summary>
      [JsonPropertyName("tolerancePercent")]
      public double? TolerancePercent { get; init; } = TolerancePercent;
    
      /// <summary>
      /// Wording in every language.
      /// </summary>
      [JsonPropertyName("translations")]
      public List<Translation> Translations { get; init; } = Translations;
    
      /// <summary>
      /// Kind of answer.
      /// </summary>
      [JsonPropertyName("type")]
      public QuestionType Type { get; init; } = Type;
    
      /// <summary>
      /// NUMBER: unit in one language; null when there is none.
      /// </summary>
      [JsonPropertyName("unit")]
      public string Unit { get; init; } = Unit;
    
      /// <summary>
      /// NUMBER: unit in every language; empty when there is none.
      /// </summary>
      [JsonPropertyName("unitTranslations")]
      public List<Translation> UnitTranslations { get; init; } = UnitTranslations;
    
      /// <summary>
      /// A sheet on which this rule is false cannot be submitted; null = no such check.
      /// </summary>
      [JsonPropertyName("valid")]
      public AnswerCheck Valid { get; init; } = Valid;
    
      /// <summary>
      /// CEL rule: shown only where it is true; null = always.
      /// </summary>
      [JsonPropertyName("visibleIf")]
      public string VisibleIf { get; init; } = VisibleIf;
      #endregion
    }
    #endregion
    
    #region QuestionChange
    /// <summary>
    /// A question that both sets ask, and not the same way.
    /// </summary>
    public record QuestionChange(List<AffectedSeries> Affected, List<ChangeAspect> Aspects, bool BreaksSeries, string Code, List<FieldChange> Fields, VerdictProposal Proposal, string Section, List<TextChange> Texts, Verdict? Verdict) {
      #region members
      /// <summary>
      /// Studies whose figures rest on the question: where a break would be seen.
      /// </summary>
      [JsonPropertyName("affected")]
      public List<AffectedSeries> Affected { get; init; } = Affected;
    
      /// <summary>
      /// What has changed; never empty.
      /// </summary>
      [JsonPropertyName("aspects")]
      public List<ChangeAspect> Aspects { get; init; } = Aspects;
    
      /// <summary>
      /// Whether nobody is comparable any more: a BREAK, stated or for want of a verdict.
      /// </summary>
      [JsonPropertyName("breaksSeries")]
      public bool BreaksSeries { get; init; } = BreaksSeries;
    
      /// <summary>
      /// Its code.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Values that are others now.
      /// </summary>
      [JsonPropertyName("fields")]
      public List<FieldChange> Fields { get; init; } = Fields;
    
      /// <summary>
      /// A verdict that a computer would propose; null for a grid without cells. Never applied by itself.
      /// </summary>
      [JsonPropertyName("proposal")]
      public VerdictProposal Proposal { get; init; } = Proposal;
    
      /// <summary>
      /// Code of its section in the later set.
      /// </summary>
      [JsonPropertyName("section")]
      public string Section { get; init; } = Section;
    
      /// <summary>
      /// Texts that read otherwise, word by word.
      /// </summary>
      [JsonPropertyName("texts")]
      public List<TextChange> Texts { get; init; } = Texts;
    
      /// <summary>
      /// How the two compare, the weakest of the way; null for a grid without common cells.
      /// </summary>
      [JsonPropertyName("verdict")]
      public Verdict? Verdict { get; init; } = Verdict;
      #endregion
    }
    #endregion
    
    #region QuestionInput
    /// <summary>
    /// A question as a designer writes it.
    /// </summary>
    public class QuestionInput {
      #region members
      /// <summary>
      /// Identity across years.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// GRID: columns.
      /// </summary>
      public List<GridAxisItemInput> columns { get; set; }
    
      /// <summary>
      /// NUMBER: decimals an answer may have, 0 to 9.
      /// </summary>
      public int? decimals { get; set; }
    
      /// <summary>
      /// Explanation per language.
      /// </summary>
      public List<TranslationInput> help { get; set; }
    
      /// <summary>
      /// NUMBER: largest allowed value.
      /// </summary>
      public double? max { get; set; }
    
      /// <summary>
      /// NUMBER: smallest allowed value.
      /// </summary>
      public double? min { get; set; }
    
      /// <summary>
      /// Code of the template's module that the question is of.
      /// </summary>
      public string module { get; set; }
    
      /// <summary>
      /// Where it is true the answer needs a comment.
      /// </summary>
      public AnswerCheckInput plausible { get; set; }
    
      /// <summary>
      /// Overrides the scale's polarity.
      /// </summary>
      public Polarity? polarity { get; set; }
    
      /// <summary>
      /// Whether last round's answer is shown to the municipality; without it SHOW.
      /// </summary>
      public PriorPolicy? prior { get; set; }
    
      /// <summary>
      /// Set where the question asks for a change directly.
      /// </summary>
      public ReportedChangeInput reportsChangeOf { get; set; }
    
      /// <summary>
      /// Whether submitting needs an answer.
      /// </summary>
      public bool? required { get; set; }
    
      /// <summary>
      /// CEL rule: required where true.
      /// </summary>
      public string requiredIf { get; set; }
    
      /// <summary>
      /// GRID: rows.
      /// </summary>
      public List<GridAxisItemInput> rows { get; set; }
    
      /// <summary>
      /// Code of the scale.
      /// </summary>
      public string scale { get; set; }
    
      /// <summary>
      /// Comparability with an earlier year.
      /// </summary>
      public SinceInput since { get; set; }
    
      /// <summary>
      /// Wording per language.
      /// </summary>
      [Required]
      public List<TranslationInput> text { get; set; }
    
      /// <summary>
      /// NUMBER: changes up to this many units count as unchanged.
      /// </summary>
      public double? toleranceAbsolute { get; set; }
    
      /// <summary>
      /// NUMBER: changes up to this percentage count as unchanged; not together with toleranceAbsolute.
      /// </summary>
      public double? tolerancePercent { get; set; }
    
      /// <summary>
      /// Kind of answer.
      /// </summary>
      [Required]
      public QuestionType type { get; set; }
    
      /// <summary>
      /// NUMBER: unit per language.
      /// </summary>
      public List<TranslationInput> unit { get; set; }
    
      /// <summary>
      /// A sheet on which it is false cannot be submitted.
      /// </summary>
      public AnswerCheckInput valid { get; set; }
    
      /// <summary>
      /// CEL rule: shown only where true.
      /// </summary>
      public string visibleIf { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region QuestionSet
    /// <summary>
    /// The questions asked in one year, in one revision. Immutable once published.
    /// </summary>
    public record QuestionSet(string ContentHash, QuestionnaireFile File, string Id, List<MissingTranslation> MissingTranslations, List<ModuleReference> Modules, List<PublishQuestionSetError> PublicationErrors, DateTimeOffset PublishedAt, int Revision, List<Section> Sections, QuestionSetStatus Status, int Version, List<QuestionSetVersion> Versions, int Year) {
      #region members
      /// <summary>
      /// SHA-256 over the canonical document, hex, equal for equal content; null for a draft.
      /// </summary>
      [JsonPropertyName("contentHash")]
      public string ContentHash { get; init; } = ContentHash;
    
      /// <summary>
      /// The set as a file; drafts as they are saved now.
      /// </summary>
      [JsonPropertyName("file")]
      public QuestionnaireFile File { get; init; } = File;
    
      /// <summary>
      /// Identifier of this revision.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
    
      /// <summary>
      /// Every text that one of these languages lacks, by language, in the order of the set.
      /// </summary>
      [JsonPropertyName("missingTranslations")]
      public List<MissingTranslation> MissingTranslations { get; init; } = MissingTranslations;
    
      /// <summary>
      /// Modules it was composed of; empty where it was written freely.
      /// </summary>
      [JsonPropertyName("modules")]
      public List<ModuleReference> Modules { get; init; } = Modules;
    
      /// <summary>
      /// What publishQuestionSet would answer now: everything in the way; empty for a published set.
      /// </summary>
      [JsonPropertyName("publicationErrors")]
      public List<PublishQuestionSetError> PublicationErrors { get; init; } = PublicationErrors;
    
      /// <summary>
      /// Instant of publication; null for a draft.
      /// </summary>
      [JsonPropertyName("publishedAt")]
      public DateTimeOffset PublishedAt { get; init; } = PublishedAt;
    
      /// <summary>
      /// Revision within the year, from 1.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
    
      /// <summary>
      /// Sections in order.
      /// </summary>
      [JsonPropertyName("sections")]
      public List<Section> Sections { get; init; } = Sections;
    
      /// <summary>
      /// Whether it can still be edited.
      /// </summary>
      [JsonPropertyName("status")]
      public QuestionSetStatus Status { get; init; } = Status;
    
      /// <summary>
      /// Counts the saves of a draft, from 1; to be sent back with the next save.
      /// </summary>
      [JsonPropertyName("version")]
      public int Version { get; init; } = Version;
    
      /// <summary>
      /// Saves of the draft, latest first; kept when it is published. At most 1000.
      /// </summary>
      [JsonPropertyName("versions")]
      public List<QuestionSetVersion> Versions { get; init; } = Versions;
    
      /// <summary>
      /// Year the questions are asked in.
      /// </summary>
      [JsonPropertyName("year")]
      public int Year { get; init; } = Year;
      #endregion
    }
    #endregion
    
    #region QuestionSetDiff
    /// <summary>
    /// What changed from one question set to another, by question.
    /// </summary>
    public record QuestionSetDiff(List<ListedQuestion> Added, List<string> AddedSections, List<string> BrokenUnchanged, List<QuestionChange> Changed, List<MovedQuestion> Moved, List<ListedQuestion> Removed, List<string> RemovedSections, List<SectionTitleChange> RetitledSections, string Text, int Unchanged) {
      #region members
      /// <summary>
      /// Questions that only the later set asks, in its order.
      /// </summary>
      [JsonPropertyName("added")]
      public List<ListedQuestion> Added { get; init; } = Added;
    
      /// <summary>
      /// Codes of new sections.
      /// </summary>
      [JsonPropertyName("addedSections")]
      public List<string> AddedSections { get; init; } = AddedSections;
    
      /// <summary>
      /// Codes of questions that read the same and whose series breaks all the same, since a statement says so.
      /// </summary>
      [JsonPropertyName("brokenUnchanged")]
      public List<string> BrokenUnchanged { get; init; } = BrokenUnchanged;
    
      /// <summary>
      /// Questions that are asked otherwise, in the order of the later set.
      /// </summary>
      [JsonPropertyName("changed")]
      public List<QuestionChange> Changed { get; init; } = Changed;
    
      /// <summary>
      /// Questions that stand elsewhere.
      /// </summary>
      [JsonPropertyName("moved")]
      public List<MovedQuestion> Moved { get; init; } = Moved;
    
      /// <summary>
      /// Questions that only the earlier set asks, in its order.
      /// </summary>
      [JsonPropertyName("removed")]
      public List<ListedQuestion> Removed { get; init; } = Removed;
    
      /// <summary>
      /// Codes of sections that are gone.
      /// </summary>
      [JsonPropertyName("removedSections")]
      public List<string> RemovedSections { get; init; } = RemovedSections;
    
      /// <summary>
      /// Sections that are titled otherwise.
      /// </summary>
      [JsonPropertyName("retitledSections")]
      public List<SectionTitleChange> RetitledSections { get; init; } = RetitledSections;
    
      /// <summary>
      /// The whole difference as a text for people.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
    
      /// <summary>
      /// Questions of both sets that read the same.
      /// </summary>
      [JsonPropertyName("unchanged")]
      public int Unchanged { get; init; } = Unchanged;
      #endregion
    }
    #endregion
    
    #region QuestionSetDocumentInput
    /// <summary>
    /// A question set as one document. Year and revision stay those of the draft.
    /// </summary>
    public class QuestionSetDocumentInput {
      #region members
      /// <summary>
      /// Modules that its questions are of.
      /// </summary>
      public List<ModuleReferenceInput> modules { get; set; }
    
      /// <summary>
      /// Scales its questions use.
      /// </summary>
      [Required]
      public List<ScaleInput> scales { get; set; }
    
      /// <summary>
      /// Sections in order.
      /// </summary>
      [Required]
      public List<SectionInput> sections { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region QuestionSetReferenceInput
    /// <summary>
    /// A published question set of the same template.
    /// </summary>
    public class QuestionSetReferenceInput {
      #region members
      /// <summary>
      /// Its revision.
      /// </summary>
      [Required]
      public int revision { get; set; }
    
      /// <summary>
      /// Its year.
      /// </summary>
      [Required]
      public int year { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
      /// <summary>
      /// State of a question set.
      /// </summary>
    public enum QuestionSetStatus {
      /// <summary>
      /// May still be edited; no round can ask it.
      /// </summary>
      DRAFT,
      /// <summary>
      /// Immutable; rounds may ask it.
      /// </summary>
      PUBLISHED,
      /// <summary>
      /// Immutable; no new round may ask it.
      /// </summary>
      RETIRED
    }
    
    
    #region QuestionSetVersion
    /// <summary>
    /// One save of a draft.
    /// </summary>
    public record QuestionSetVersion(int? RestoredFrom, DateTimeOffset SavedAt, string SavedByName, int Version) {
      #region members
      /// <summary>
      /// The version whose document was saved again; null for an ordinary save.
      /// </summary>
      [JsonPropertyName("restoredFrom")]
      public int? RestoredFrom { get; init; } = RestoredFrom;
    
      /// <summary>
      /// When it was saved.
      /// </summary>
      [JsonPropertyName("savedAt")]
      public DateTimeOffset SavedAt { get; init; } = SavedAt;
    
      /// <summary>
      /// Who saved it.
      /// </summary>
      [JsonPropertyName("savedByName")]
      public string SavedByName { get; init; } = SavedByName;
    
      /// <summary>
      /// Counts the saves, from 1.
      /// </summary>
      [JsonPropertyName("version")]
      public int Version { get; init; } = Version;
      #endregion
    }
    #endregion
      /// <summary>
      /// What kind of answer a question takes.
      /// </summary>
    public enum QuestionType {
      /// <summary>
      /// Yes or no.
      /// </summary>
      BOOLEAN,
      /// <summary>
      /// One of several options.
      /// </summary>
      CHOICE,
      /// <summary>
      /// A table of SCALE questions, one per cell, with code `grid.row.column`.
      /// </summary>
      GRID,
      /// <summary>
      /// Any number of options; in a comparison each option is a yes/no question of its own.
      /// </summary>
      MULTI_CHOICE,
      /// <summary>
      /// A decimal number.
      /// </summary>
      NUMBER,
      /// <summary>
      /// One level of a scale.
      /// </summary>
      SCALE,
      /// <summary>
      /// Free text; never compared, only listed.
      /// </summary>
      TEXT
    }
    
    
    #region QuestionnaireFault
    /// <summary>
    /// One thing wrong with a file, at its place.
    /// </summary>
    public record QuestionnaireFault(string Column, string Expected, int? Line, string Message, string Sheet) {
      #region members
      /// <summary>
      /// Column: a number from 1, or the letter of a sheet; null = the line as a whole.
      /// </summary>
      [JsonPropertyName("column")]
      public string Column { get; init; } = Column;
    
      /// <summary>
      /// What was expected.
      /// </summary>
      [JsonPropertyName("expected")]
      public string Expected { get; init; } = Expected;
    
      /// <summary>
      /// Line, or row of the sheet, from 1; null = the file as a whole.
      /// </summary>
      [JsonPropertyName("line")]
      public int? Line { get; init; } = Line;
    
      /// <summary>
      /// What is wrong.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Spreadsheets: name of the sheet; null for other files.
      /// </summary>
      [JsonPropertyName("sheet")]
      public string Sheet { get; init; } = Sheet;
      #endregion
    }
    #endregion
    
    #region QuestionnaireFile
    /// <summary>
    /// A question set as a file.
    /// </summary>
    public record QuestionnaireFile(string Base64, string MediaType, string Name) {
      #region members
      /// <summary>
      /// Its content in base64.
      /// </summary>
      [JsonPropertyName("base64")]
      public string Base64 { get; init; } = Base64;
    
      /// <summary>
      /// Its media type.
      /// </summary>
      [JsonPropertyName("mediaType")]
      public string MediaType { get; init; } = MediaType;
    
      /// <summary>
      /// A name for it, with its suffix.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
      #endregion
    }
    #endregion
      /// <summary>
      /// As what a question set leaves the system, or comes in.
      /// </summary>
    public enum QuestionnaireFormat {
      /// <summary>
      /// The same as JSON.
      /// </summary>
      JSON,
      /// <summary>
      /// The same as CSV.
      /// </summary>
      TRANSLATION_CSV,
      /// <summary>
      /// All texts of one language beside another, for translators: XLIFF 2.1.
      /// </summary>
      XLIFF,
      /// <summary>
      /// A spreadsheet form of ODK and KoboToolbox (.xlsx).
      /// </summary>
      XLSFORM,
      /// <summary>
      /// The whole set, for people and version control; see docs/questionnaire.schema.json.
      /// </summary>
      YAML
    }
    
    
    #region ReadQuestionnaireError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ReadQuestionnaireError(ReadQuestionnaireErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ReadQuestionnaireErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a file was not saved.
      /// </summary>
    public enum ReadQuestionnaireErrorCode {
      /// <summary>
      /// The document breaks a rule; `path` names the place.
      /// </summary>
      INVALID_DOCUMENT,
      /// <summary>
      /// The file cannot be read; see `faults`.
      /// </summary>
      INVALID_FILE,
      /// <summary>
      /// It is published and can no longer change.
      /// </summary>
      NOT_A_DRAFT,
      /// <summary>
      /// There is no such question set.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// The file is of another template.
      /// </summary>
      OTHER_TEMPLATE,
      /// <summary>
      /// Somebody has saved since, and the edits contradict each other; see `conflict`.
      /// </summary>
      STALE_VERSION,
      /// <summary>
      /// There is no such upload of yours; uploads are kept for an hour.
      /// </summary>
      UNKNOWN_UPLOAD,
      /// <summary>
      /// The draft has no save of this version.
      /// </summary>
      UNKNOWN_VERSION
    }
    
    
    #region ReadQuestionnaireInput
    /// <summary>
    /// A file to save as a draft, at the version that the designer has seen.
    /// </summary>
    public class ReadQuestionnaireInput {
      #region members
      /// <summary>
      /// What the file is.
      /// </summary>
      [Required]
      public QuestionnaireFormat format { get; set; }
    
      /// <summary>
      /// The draft.
      /// </summary>
      [Required]
      public string id { get; set; }
    
      /// <summary>
      /// XLSForm: language of wordings that state none; und without.
      /// </summary>
      public string language { get; set; }
    
      /// <summary>
      /// The uploaded file, see POST /uploads. At most 16 MB.
      /// </summary>
      [Required]
      public string upload { get; set; }
    
      /// <summary>
      /// Version of the draft that the file was made from.
      /// </summary>
      [Required]
      public int version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ReadQuestionnairePayload
    /// <summary>
    /// Outcome of readQuestionnaire.
    /// </summary>
    public record ReadQuestionnairePayload(SaveConflict Conflict, List<ReadQuestionnaireError> Errors, List<QuestionnaireFault> Faults, List<MergedField> Merged, List<NotTakenOver> NotTakenOver, QuestionSet QuestionSet) {
      #region members
      /// <summary>
      /// Set with STALE_VERSION where edits contradict.
      /// </summary>
      [JsonPropertyName("conflict")]
      public SaveConflict Conflict { get; init; } = Conflict;
    
      /// <summary>
      /// Why nothing was saved; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ReadQuestionnaireError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Everything wrong with the file. At most 1000.
      /// </summary>
      [JsonPropertyName("faults")]
      public List<QuestionnaireFault> Faults { get; init; } = Faults;
    
      /// <summary>
      /// Where somebody had saved in between: the fields kept of theirs.
      /// </summary>
      [JsonPropertyName("merged")]
      public List<MergedField> Merged { get; init; } = Merged;
    
      /// <summary>
      /// XLSForm: everything that was left out. At most 10,000.
      /// </summary>
      [JsonPropertyName("notTakenOver")]
      public List<NotTakenOver> NotTakenOver { get; init; } = NotTakenOver;
    
      /// <summary>
      /// The set as it is stored now; null when there is none.
      /// </summary>
      [JsonPropertyName("questionSet")]
      public QuestionSet QuestionSet { get; init; } = QuestionSet;
      #endregion
    }
    #endregion
    
    #region ReadSheetFileError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ReadSheetFileError(ReadSheetFileErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ReadSheetFileErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a file was not taken over.
      /// </summary>
    public enum ReadSheetFileErrorCode {
      /// <summary>
      /// There is no such response, or your token does not cover it.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// The sheet does not take these answers now; the message says why.
      /// </summary>
      NOT_SAVED,
      /// <summary>
      /// The sheet has changed since the dry run.
      /// </summary>
      STALE_VERSION,
      /// <summary>
      /// The file has faults; with any of them nothing is taken over.
      /// </summary>
      UNREADABLE_FILE
    }
    
    
    #region ReadSheetFileInput
    /// <summary>
    /// A sheet that was filled in as a file.
    /// </summary>
    public class ReadSheetFileInput {
      #region members
      /// <summary>
      /// The file in base64, at most 5 MB.
      /// </summary>
      [Required]
      public string base64 { get; set; }
    
      /// <summary>
      /// Only say what the file would change; write nothing.
      /// </summary>
      public bool? dryRun { get; set; }
    
      /// <summary>
      /// Whether an empty cell empties the stored answer; else it says nothing.
      /// </summary>
      public bool? emptyDeletes { get; set; }
    
      /// <summary>
      /// UUID made by the client for this act: repeating it has no further effect and gives the same result.
      /// </summary>
      [Required]
      public string idempotencyKey { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
    
      /// <summary>
      /// Version of the sheet that the dry run has shown: refused when it has changed since.
      /// </summary>
      public int? version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ReadSheetFilePayload
    /// <summary>
    /// Outcome of readSheetFile.
    /// </summary>
    public record ReadSheetFilePayload(List<AnswerConflict> Conflicts, List<SheetDifference> Differences, List<ReadSheetFileError> Errors, List<SheetFileFault> Faults, List<IgnoredPart> Ignored, Response Response, List<SavedAnswer> Saved) {
      #region members
      /// <summary>
      /// What was not, because somebody else was faster.
      /// </summary>
      [JsonPropertyName("conflicts")]
      public List<AnswerConflict> Conflicts { get; init; } = Conflicts;
    
      /// <summary>
      /// Every difference between file and sheet, in the order of the sheet.
      /// </summary>
      [JsonPropertyName("differences")]
      public List<SheetDifference> Differences { get; init; } = Differences;
    
      /// <summary>
      /// Why nothing was taken over; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ReadSheetFileError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Everything wrong with the file, at most 1000.
      /// </summary>
      [JsonPropertyName("faults")]
      public List<SheetFileFault> Faults { get; init; } = Faults;
    
      /// <summary>
      /// What of the file was not read, and why.
      /// </summary>
      [JsonPropertyName("ignored")]
      public List<IgnoredPart> Ignored { get; init; } = Ignored;
    
      /// <summary>
      /// The response now; null when it was not found.
      /// </summary>
      [JsonPropertyName("response")]
      public Response Response { get; init; } = Response;
    
      /// <summary>
      /// What was saved; empty in a dry run.
      /// </summary>
      [JsonPropertyName("saved")]
      public List<SavedAnswer> Saved { get; init; } = Saved;
      #endregion
    }
    #endregion
    
    #region ReceiptVerification
    /// <summary>
    /// Whether a receipt is that of a submission.
    /// </summary>
    public record ReceiptVerification(Submission Submission, bool Valid) {
      #region members
      /// <summary>
      /// The submission; null when there is none of this receipt.
      /// </summary>
      [JsonPropertyName("submission")]
      public Submission Submission { get; init; } = Submission;
    
      /// <summary>
      /// Whether the receipt is the hash of what is stored.
      /// </summary>
      [JsonPropertyName("valid")]
      public bool Valid { get; init; } = Valid;
      #endregion
    }
    #endregion
    
    #region RedeemSignInLinkError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record RedeemSignInLinkError(RedeemSignInLinkErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public RedeemSignInLinkErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why nobody was signed in.
      /// </summary>
    public enum RedeemSignInLinkErrorCode {
      /// <summary>
      /// The link was used, is older than 15 minutes, or never was one.
      /// </summary>
      INVALID_LINK
    }
    
    
    #region RedeemSignInLinkInput
    /// <summary>
    /// A link from an e-mail.
    /// </summary>
    public class RedeemSignInLinkInput {
      #region members
      /// <summary>
      /// What stands behind the # of the link.
      /// </summary>
      [Required]
      public string secret { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RedeemSignInLinkPayload
    /// <summary>
    /// Outcome of redeemSignInLink.
    /// </summary>
    public record RedeemSignInLinkPayload(List<RedeemSignInLinkError> Errors, DateTimeOffset ExpiresAt, string Token) {
      #region members
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<RedeemSignInLinkError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// When it expires; null when there are errors.
      /// </summary>
      [JsonPropertyName("expiresAt")]
      public DateTimeOffset ExpiresAt { get; init; } = ExpiresAt;
    
      /// <summary>
      /// Bearer token; null when there are errors.
      /// </summary>
      [JsonPropertyName("token")]
      public string Token { get; init; } = Token;
      #endregion
    }
    #endregion
    
    #region ReleaseFreezeError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ReleaseFreezeError(ReleaseFreezeErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ReleaseFreezeErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a freeze was not released.
      /// </summary>
    public enum ReleaseFreezeErrorCode {
      /// <summary>
      /// It was released before; a release is never changed.
      /// </summary>
      ALREADY_RELEASED,
      /// <summary>
      /// An earlier release rests on another panel, so that their difference cannot be judged.
      /// </summary>
      PANEL_CHANGED,
      /// <summary>
      /// There is no such freeze, or your token does not cover its study.
      /// </summary>
      UNKNOWN_FREEZE
    }
    
    
    #region ReleaseFreezeInput
    /// <summary>
    /// A freeze to release.
    /// </summary>
    public class ReleaseFreezeInput {
      #region members
      /// <summary>
      /// Name of the freeze.
      /// </summary>
      [Required]
      public string name { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ReleaseFreezePayload
    /// <summary>
    /// Outcome of releaseFreeze.
    /// </summary>
    public record ReleaseFreezePayload(List<ReleaseFreezeError> Errors, Freeze Freeze) {
      #region members
      /// <summary>
      /// Why it was not released; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ReleaseFreezeError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The released freeze; null when there are errors.
      /// </summary>
      [JsonPropertyName("freeze")]
      public Freeze Freeze { get; init; } = Freeze;
      #endregion
    }
    #endregion
    
    #region ReportedChange
    /// <summary>
    /// That a question asks directly for the change of another one.
    /// </summary>
    public record ReportedChange(string Question, int Since) {
      #region members
      /// <summary>
      /// Code of the question whose change is reported.
      /// </summary>
      [JsonPropertyName("question")]
      public string Question { get; init; } = Question;
    
      /// <summary>
      /// Year since which the change is reported.
      /// </summary>
      [JsonPropertyName("since")]
      public int Since { get; init; } = Since;
      #endregion
    }
    #endregion
    
    #region ReportedChangeInput
    /// <summary>
    /// That a question asks directly for the change of another one.
    /// </summary>
    public class ReportedChangeInput {
      #region members
      /// <summary>
      /// Code of the question whose change is reported.
      /// </summary>
      [Required]
      public string question { get; set; }
    
      /// <summary>
      /// Year since which.
      /// </summary>
      [Required]
      public int since { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RequestSignInLinkError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record RequestSignInLinkError(RequestSignInLinkErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public RequestSignInLinkErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why no link is sent to anybody.
      /// </summary>
    public enum RequestSignInLinkErrorCode {
      /// <summary>
      /// This service sends no e-mail.
      /// </summary>
      NOT_CONFIGURED,
      /// <summary>
      /// More than 5 requests for this address, or 30 from this network, within an hour.
      /// </summary>
      TOO_MANY_REQUESTS
    }
    
    
    #region RequestSignInLinkInput
    /// <summary>
    /// Who wants to sign in.
    /// </summary>
    public class RequestSignInLinkInput {
      #region members
      /// <summary>
      /// E-mail address, at most 254 characters.
      /// </summary>
      [Required]
      public string email { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RequestSignInLinkPayload
    /// <summary>
    /// Outcome of requestSignInLink: the same whether or not the address is known.
    /// </summary>
    public record RequestSignInLinkPayload(List<RequestSignInLinkError> Errors, bool Taken) {
      #region members
      /// <summary>
      /// Why it was not taken; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<RequestSignInLinkError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Whether the request was taken: a link is on its way if the address belongs to somebody.
      /// </summary>
      [JsonPropertyName("taken")]
      public bool Taken { get; init; } = Taken;
      #endregion
    }
    #endregion
    
    #region RequireLocalesError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record RequireLocalesError(RequireLocalesErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public RequireLocalesErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why the languages were not changed.
      /// </summary>
    public enum RequireLocalesErrorCode {
      /// <summary>
      /// No template has this slug.
      /// </summary>
      UNKNOWN_TEMPLATE
    }
    
    
    #region RequireLocalesInput
    /// <summary>
    /// Languages in which everything that a template publishes must be there.
    /// </summary>
    public class RequireLocalesInput {
      #region members
      /// <summary>
      /// BCP 47 language tags; none = no language is required.
      /// </summary>
      [Required]
      public List<string> locales { get; set; }
    
      /// <summary>
      /// Slug of the template.
      /// </summary>
      [Required]
      public string template { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RequireLocalesPayload
    /// <summary>
    /// Outcome of requireLocales.
    /// </summary>
    public record RequireLocalesPayload(List<RequireLocalesError> Errors, List<string> Locales) {
      #region members
      /// <summary>
      /// Why nothing was changed; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<RequireLocalesError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The languages now required.
      /// </summary>
      [JsonPropertyName("locales")]
      public List<string> Locales { get; init; } = Locales;
      #endregion
    }
    #endregion
    
    #region Response
    /// <summary>
    /// One municipality's sheet in one round.
    /// </summary>
    public record Response(string Cursor, string Id, string Receipt, ResponseStatus Status, int? SubmissionNumber, DateTimeOffset SubmittedAt, int Version) {
      #region members
      /// <summary>
      /// Where the sheet stands: `since` of sheetChanged gives everything after it.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// Identifier; contains the municipality.
      /// </summary>
      [JsonPropertyName("id")]
      public string Id { get; init; } = Id;
    
      /// <summary>
      /// SHA-256 of the last submission's answers, hex: the municipality's receipt. Null before the first.
      /// </summary>
      [JsonPropertyName("receipt")]
      public string Receipt { get; init; } = Receipt;
    
      /// <summary>
      /// State.
      /// </summary>
      [JsonPropertyName("status")]
      public ResponseStatus Status { get; init; } = Status;
    
      /// <summary>
      /// Number of the last submission, from 1; null before the first.
      /// </summary>
      [JsonPropertyName("submissionNumber")]
      public int? SubmissionNumber { get; init; } = SubmissionNumber;
    
      /// <summary>
      /// Instant of the last submission; null before the first.
      /// </summary>
      [JsonPropertyName("submittedAt")]
      public DateTimeOffset SubmittedAt { get; init; } = SubmittedAt;
    
      /// <summary>
      /// Counts every change of the sheet, from 0.
      /// </summary>
      [JsonPropertyName("version")]
      public int Version { get; init; } = Version;
      #endregion
    }
    #endregion
      /// <summary>
      /// State of one municipality's sheet in one round.
      /// </summary>
    public enum ResponseStatus {
      /// <summary>
      /// Checked and final.
      /// </summary>
      ACCEPTED,
      /// <summary>
      /// Being filled; counts in no figure.
      /// </summary>
      DRAFT,
      /// <summary>
      /// Nothing has been written yet.
      /// </summary>
      NOT_STARTED,
      /// <summary>
      /// Given back for correction; figures count the last submission until the next.
      /// </summary>
      RETURNED,
      /// <summary>
      /// Handed in; figures count this submission.
      /// </summary>
      SUBMITTED
    }
    
    
    #region RestoreQuestionSetInput
    /// <summary>
    /// A draft, and an earlier save of it to go back to.
    /// </summary>
    public class RestoreQuestionSetInput {
      #region members
      /// <summary>
      /// The draft.
      /// </summary>
      [Required]
      public string id { get; set; }
    
      /// <summary>
      /// Version to go back to; its document is saved as the next one.
      /// </summary>
      [Required]
      public int to { get; set; }
    
      /// <summary>
      /// Version that the designer has seen last.
      /// </summary>
      [Required]
      public int version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RetryJobError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record RetryJobError(RetryJobErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public RetryJobErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a job was not queued again.
      /// </summary>
    public enum RetryJobErrorCode {
      /// <summary>
      /// No job of this id was given up, or it was queued again before.
      /// </summary>
      UNKNOWN_JOB
    }
    
    
    #region RetryJobInput
    /// <summary>
    /// A job to run once more.
    /// </summary>
    public class RetryJobInput {
      #region members
      /// <summary>
      /// Its id.
      /// </summary>
      [Required]
      public string job { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RetryJobPayload
    /// <summary>
    /// Outcome of retryJob.
    /// </summary>
    public record RetryJobPayload(List<RetryJobError> Errors, string Handler) {
      #region members
      /// <summary>
      /// Why it was not; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<RetryJobError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Kind of the job queued again; null when there are errors.
      /// </summary>
      [JsonPropertyName("handler")]
      public string Handler { get; init; } = Handler;
      #endregion
    }
    #endregion
    
    #region RetryMailError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record RetryMailError(RetryMailErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public RetryMailErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a mail was not queued again.
      /// </summary>
    public enum RetryMailErrorCode {
      /// <summary>
      /// Only mails that were given up are sent again.
      /// </summary>
      NOT_DEAD,
      /// <summary>
      /// A sign-in link is not kept; its reader asks for a new one.
      /// </summary>
      SECRET_GONE,
      /// <summary>
      /// There is no such mail, or your token does not cover its study.
      /// </summary>
      UNKNOWN_MAIL
    }
    
    
    #region RetryMailInput
    /// <summary>
    /// A mail to send once more.
    /// </summary>
    public class RetryMailInput {
      #region members
      /// <summary>
      /// Its id.
      /// </summary>
      [Required]
      public string mail { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RetryMailPayload
    /// <summary>
    /// Outcome of retryMail.
    /// </summary>
    public record RetryMailPayload(List<RetryMailError> Errors, Mail Mail) {
      #region members
      /// <summary>
      /// Why it was not; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<RetryMailError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The mail, queued again; null when there are errors.
      /// </summary>
      [JsonPropertyName("mail")]
      public Mail Mail { get; init; } = Mail;
      #endregion
    }
    #endregion
    
    #region ReturnResponseInput
    /// <summary>
    /// Gives a sheet back for correction.
    /// </summary>
    public class ReturnResponseInput {
      #region members
      /// <summary>
      /// Queries to open with it, at most 100.
      /// </summary>
      public List<QueryInput> queries { get; set; }
    
      /// <summary>
      /// Why. Goes on record and to the municipality.
      /// </summary>
      [Required]
      public string reason { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
    
      /// <summary>
      /// Version the reviewer has seen: refused when the sheet has changed since. Without it the current one.
      /// </summary>
      public int? version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region ReviewError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record ReviewError(ReviewErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public ReviewErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why an act of the review was refused.
      /// </summary>
    public enum ReviewErrorCode {
      /// <summary>
      /// Only a sheet that was handed in can be accepted.
      /// </summary>
      NOT_ACCEPTABLE,
      /// <summary>
      /// There is no such response, or your token does not cover it.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// Queries are asked about sheets that were handed in and are not final.
      /// </summary>
      NOT_HANDED_IN,
      /// <summary>
      /// Only a sheet that was handed in can be given back.
      /// </summary>
      NOT_RETURNABLE,
      /// <summary>
      /// A query is answered by the municipality or by staff who run the round.
      /// </summary>
      NOT_YOURS_TO_ANSWER,
      /// <summary>
      /// Queries are not closed yet.
      /// </summary>
      OPEN_QUERIES,
      /// <summary>
      /// The query is settled.
      /// </summary>
      QUERY_CLOSED,
      /// <summary>
      /// The sheet has changed since the version that was seen.
      /// </summary>
      STALE_VERSION,
      /// <summary>
      /// The sheet has no such query.
      /// </summary>
      UNKNOWN_QUERY,
      /// <summary>
      /// The sheet has no such question.
      /// </summary>
      UNKNOWN_QUESTION
    }
    
    
    #region ReviewPayload
    /// <summary>
    /// Outcome of an act of the review.
    /// </summary>
    public record ReviewPayload(List<ReviewError> Errors, List<SheetQuery> Queries, Response Response) {
      #region members
      /// <summary>
      /// Why nothing was changed; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<ReviewError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// All queries of the sheet, the first one first.
      /// </summary>
      [JsonPropertyName("queries")]
      public List<SheetQuery> Queries { get; init; } = Queries;
    
      /// <summary>
      /// The response now; null when it was not found.
      /// </summary>
      [JsonPropertyName("response")]
      public Response Response { get; init; } = Response;
      #endregion
    }
    #endregion
    
    #region RevokeApiTokenError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record RevokeApiTokenError(RevokeApiTokenErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public RevokeApiTokenErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why nothing was revoked.
      /// </summary>
    public enum RevokeApiTokenErrorCode {
      /// <summary>
      /// You have no token of this id.
      /// </summary>
      NO_SUCH_TOKEN
    }
    
    
    #region RevokeApiTokenInput
    /// <summary>
    /// A personal token of yours to revoke.
    /// </summary>
    public class RevokeApiTokenInput {
      #region members
      /// <summary>
      /// Id of the token.
      /// </summary>
      [Required]
      public string id { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region RevokeApiTokenPayload
    /// <summary>
    /// Outcome of revokeApiToken.
    /// </summary>
    public record RevokeApiTokenPayload(ApiToken ApiToken, List<RevokeApiTokenError> Errors) {
      #region members
      /// <summary>
      /// The revoked token; null when there are errors.
      /// </summary>
      [JsonPropertyName("apiToken")]
      public ApiToken ApiToken { get; init; } = ApiToken;
    
      /// <summary>
      /// Why nothing was revoked; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<RevokeApiTokenError> Errors { get; init; } = Errors;
      #endregion
    }
    #endregion
      /// <summary>
      /// What a person may do.
      /// </summary>
    public enum Role {
      /// <summary>
      /// Everything within the studies of the token.
      /// </summary>
      ADMIN,
      /// <summary>
      /// Read figures.
      /// </summary>
      ANALYST,
      /// <summary>
      /// Design, publish and import.
      /// </summary>
      DESIGNER,
      /// <summary>
      /// Fill and submit the sheet of one municipality.
      /// </summary>
      RESPONDENT,
      /// <summary>
      /// Run a round: windows, contacts, return and accept sheets, enter on behalf.
      /// </summary>
      REVIEWER
    }
    
    
    #region Round
    /// <summary>
    /// One collection wave: the panel is asked one question set within a window.
    /// </summary>
    public record Round(DateTimeOffset ClosesAt, string Code, DateTimeOffset OpensAt, QuestionSet QuestionSet, RoundStatus Status, int Year) {
      #region members
      /// <summary>
      /// End of the window.
      /// </summary>
      [JsonPropertyName("closesAt")]
      public DateTimeOffset ClosesAt { get; init; } = ClosesAt;
    
      /// <summary>
      /// Code, unique in the study.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Start of the window.
      /// </summary>
      [JsonPropertyName("opensAt")]
      public DateTimeOffset OpensAt { get; init; } = OpensAt;
    
      /// <summary>
      /// The question set asked.
      /// </summary>
      [JsonPropertyName("questionSet")]
      public QuestionSet QuestionSet { get; init; } = QuestionSet;
    
      /// <summary>
      /// State at the moment of the request, by act and by clock.
      /// </summary>
      [JsonPropertyName("status")]
      public RoundStatus Status { get; init; } = Status;
    
      /// <summary>
      /// Year the round asks about.
      /// </summary>
      [JsonPropertyName("year")]
      public int Year { get; init; } = Year;
      #endregion
    }
    #endregion
      /// <summary>
      /// Mails that go to a whole round.
      /// </summary>
    public enum RoundMailKind {
      /// <summary>
      /// To everybody who works on a sheet of the round.
      /// </summary>
      INVITATION,
      /// <summary>
      /// To those whose sheet is not handed in and whose window has an end.
      /// </summary>
      REMINDER
    }
    
      /// <summary>
      /// Which of the two rounds of a comparison.
      /// </summary>
    public enum RoundSide {
      /// <summary>
      /// The earlier round.
      /// </summary>
      FROM,
      /// <summary>
      /// The later round.
      /// </summary>
      TO
    }
    
      /// <summary>
      /// State of a round.
      /// </summary>
    public enum RoundStatus {
      /// <summary>
      /// No more submissions.
      /// </summary>
      CLOSED,
      /// <summary>
      /// Sheets can be filled and submitted.
      /// </summary>
      OPEN,
      /// <summary>
      /// Not yet open.
      /// </summary>
      PLANNED
    }
    
    
    #region SaveAnswersError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record SaveAnswersError(SaveAnswersErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public SaveAnswersErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why answers were not saved.
      /// </summary>
    public enum SaveAnswersErrorCode {
      /// <summary>
      /// The same question is given twice.
      /// </summary>
      DUPLICATE_QUESTION,
      /// <summary>
      /// The key was used for another payload.
      /// </summary>
      IDEMPOTENCY_KEY_REUSED,
      /// <summary>
      /// The value does not fit the question; the message says what was expected.
      /// </summary>
      INVALID_VALUE,
      /// <summary>
      /// The sheet is submitted or accepted.
      /// </summary>
      NOT_EDITABLE,
      /// <summary>
      /// There is no such response, or your token does not cover it.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// The value is not last round's answer, or the question does not let it be taken over.
      /// </summary>
      NOT_THE_PRIOR_ANSWER,
      /// <summary>
      /// Another department works on the section.
      /// </summary>
      NOT_YOUR_SECTION,
      /// <summary>
      /// The window is not open for this municipality; the message names it.
      /// </summary>
      ROUND_NOT_OPEN,
      /// <summary>
      /// The sheet has no such question.
      /// </summary>
      UNKNOWN_QUESTION
    }
    
    
    #region SaveAnswersInput
    /// <summary>
    /// Answers to save on one sheet. Each succeeds or conflicts on its own; an invalid value refuses all.
    /// </summary>
    public class SaveAnswersInput {
      #region members
      /// <summary>
      /// 1 to 250 answers, each question at most once.
      /// </summary>
      [Required]
      public List<AnswerInput> answers { get; set; }
    
      /// <summary>
      /// UUID made by the client for this act: repeating it has no further effect and gives the same result.
      /// </summary>
      [Required]
      public string idempotencyKey { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SaveAnswersPayload
    /// <summary>
    /// Outcome of saveAnswers.
    /// </summary>
    public record SaveAnswersPayload(List<AnswerConflict> Conflicts, List<SaveAnswersError> Errors, Response Response, List<SavedAnswer> Saved) {
      #region members
      /// <summary>
      /// What was not, because somebody else was faster.
      /// </summary>
      [JsonPropertyName("conflicts")]
      public List<AnswerConflict> Conflicts { get; init; } = Conflicts;
    
      /// <summary>
      /// Why nothing at all was saved; empty otherwise.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<SaveAnswersError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The response now; null when it was not found.
      /// </summary>
      [JsonPropertyName("response")]
      public Response Response { get; init; } = Response;
    
      /// <summary>
      /// What was saved.
      /// </summary>
      [JsonPropertyName("saved")]
      public List<SavedAnswer> Saved { get; init; } = Saved;
      #endregion
    }
    #endregion
    
    #region SaveConflict
    /// <summary>
    /// Both documents and what they differ in, where somebody has saved in between and edits contradict.
    /// </summary>
    public record SaveConflict(List<FieldConflict> Fields, QuestionSet Theirs, QuestionSet Yours) {
      #region members
      /// <summary>
      /// Every field that contradicts. Edits of other fields would merge.
      /// </summary>
      [JsonPropertyName("fields")]
      public List<FieldConflict> Fields { get; init; } = Fields;
    
      /// <summary>
      /// What is stored now, with its version.
      /// </summary>
      [JsonPropertyName("theirs")]
      public QuestionSet Theirs { get; init; } = Theirs;
    
      /// <summary>
      /// What was sent. Stored nowhere.
      /// </summary>
      [JsonPropertyName("yours")]
      public QuestionSet Yours { get; init; } = Yours;
      #endregion
    }
    #endregion
    
    #region SaveDepartmentInput
    /// <summary>
    /// Adds a department, or gives it another name.
    /// </summary>
    public class SaveDepartmentInput {
      #region members
      /// <summary>
      /// Code, unique in the municipality.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Code of the municipality.
      /// </summary>
      [Required]
      public string municipality { get; set; }
    
      /// <summary>
      /// Name.
      /// </summary>
      [Required]
      public string name { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SaveDepartmentPayload
    /// <summary>
    /// Outcome of saveDepartment.
    /// </summary>
    public record SaveDepartmentPayload(List<Department> Departments, List<SectionError> Errors) {
      #region members
      /// <summary>
      /// All departments of the municipality by code; empty on errors.
      /// </summary>
      [JsonPropertyName("departments")]
      public List<Department> Departments { get; init; } = Departments;
    
      /// <summary>
      /// Why nothing was changed; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<SectionError> Errors { get; init; } = Errors;
      #endregion
    }
    #endregion
    
    #region SavePersonInput
    /// <summary>
    /// A person with everything that is kept: what is left out is removed.
    /// </summary>
    public class SavePersonInput {
      #region members
      /// <summary>
      /// E-mail address; without it no links.
      /// </summary>
      public string email { get; set; }
    
      /// <summary>
      /// Who is changed; without it a new person.
      /// </summary>
      public string id { get; set; }
    
      /// <summary>
      /// Language in which the person is written to, as BCP 47 tag.
      /// </summary>
      public string locale { get; set; }
    
      /// <summary>
      /// Display name, 1 to 200 characters.
      /// </summary>
      [Required]
      public string name { get; set; }
    
      /// <summary>
      /// All roles, at most 50.
      /// </summary>
      [Required]
      public List<AccountRoleInput> roles { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SaveQuestionSetError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record SaveQuestionSetError(SaveQuestionSetErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public SaveQuestionSetErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a draft was not saved.
      /// </summary>
    public enum SaveQuestionSetErrorCode {
      /// <summary>
      /// The document breaks a rule; `path` names the place.
      /// </summary>
      INVALID_DOCUMENT,
      /// <summary>
      /// It is published and can no longer change.
      /// </summary>
      NOT_A_DRAFT,
      /// <summary>
      /// There is no such question set.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// Somebody has saved since, and the edits contradict each other; see `conflict`.
      /// </summary>
      STALE_VERSION,
      /// <summary>
      /// The draft has no save of this version.
      /// </summary>
      UNKNOWN_VERSION
    }
    
    
    #region SaveQuestionSetInput
    /// <summary>
    /// A whole draft, with the version it was read at.
    /// </summary>
    public class SaveQuestionSetInput {
      #region members
      /// <summary>
      /// The whole document; what it lacks is removed.
      /// </summary>
      [Required]
      public QuestionSetDocumentInput document { get; set; }
    
      /// <summary>
      /// The draft.
      /// </summary>
      [Required]
      public string id { get; set; }
    
      /// <summary>
      /// Version the document was read at.
      /// </summary>
      [Required]
      public int version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SaveQuestionSetPayload
    /// <summary>
    /// Outcome of saveQuestionSet.
    /// </summary>
    public record SaveQuestionSetPayload(SaveConflict Conflict, List<SaveQuestionSetError> Errors, List<MergedField> Merged, QuestionSet QuestionSet) {
      #region members
      /// <summary>
      /// Set with STALE_VERSION where edits contradict.
      /// </summary>
      [JsonPropertyName("conflict")]
      public SaveConflict Conflict { get; init; } = Conflict;
    
      /// <summary>
      /// Every reason why nothing was saved; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<SaveQuestionSetError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// Where somebody had saved in between: the fields in which their edits were kept. Empty otherwise.
      /// </summary>
      [JsonPropertyName("merged")]
      public List<MergedField> Merged { get; init; } = Merged;
    
      /// <summary>
      /// The set as it is stored now; null when there is none.
      /// </summary>
      [JsonPropertyName("questionSet")]
      public QuestionSet QuestionSet { get; init; } = QuestionSet;
      #endregion
    }
    #endregion
    
    #region SaveSharedScaleError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record SaveSharedScaleError(SaveSharedScaleErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public SaveSharedScaleErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a scale was not saved.
      /// </summary>
    public enum SaveSharedScaleErrorCode {
      /// <summary>
      /// The scale breaks a rule, or gives a code that was taken another meaning; `path` names the place.
      /// </summary>
      INVALID_SCALE,
      /// <summary>
      /// Somebody has saved it since; read the current revision first.
      /// </summary>
      STALE_REVISION
    }
    
    
    #region SaveSharedScaleInput
    /// <summary>
    /// A scale for the library.
    /// </summary>
    public class SaveSharedScaleInput {
      #region members
      /// <summary>
      /// Revision that it was read at; 0 for a new scale.
      /// </summary>
      [Required]
      public int revision { get; set; }
    
      /// <summary>
      /// The whole scale.
      /// </summary>
      [Required]
      public ScaleInput scale { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SaveSharedScalePayload
    /// <summary>
    /// Outcome of saveSharedScale.
    /// </summary>
    public record SaveSharedScalePayload(List<SaveSharedScaleError> Errors, SharedScale SharedScale) {
      #region members
      /// <summary>
      /// Everything that is in the way; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<SaveSharedScaleError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The scale as it is stored now; null when there is none.
      /// </summary>
      [JsonPropertyName("sharedScale")]
      public SharedScale SharedScale { get; init; } = SharedScale;
      #endregion
    }
    #endregion
    
    #region SavedAnswer
    /// <summary>
    /// An answer that was saved.
    /// </summary>
    public record SavedAnswer(string Question, int Revision) {
      #region members
      /// <summary>
      /// Code of the question.
      /// </summary>
      [JsonPropertyName("question")]
      public string Question { get; init; } = Question;
    
      /// <summary>
      /// Its revision now.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
      #endregion
    }
    #endregion
    
    #region Scale
    /// <summary>
    /// The levels a question can be answered with.
    /// </summary>
    public record Scale(List<Box> Boxes, string Code, List<Level> Levels, List<MissingCode> Missing, bool Ordered, Polarity Polarity) {
      #region members
      /// <summary>
      /// Named groups of levels, by name.
      /// </summary>
      [JsonPropertyName("boxes")]
      public List<Box> Boxes { get; init; } = Boxes;
    
      /// <summary>
      /// Code of the scale; `boolean` for yes/no questions.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Levels, lowest first. At most 1000.
      /// </summary>
      [JsonPropertyName("levels")]
      public List<Level> Levels { get; init; } = Levels;
    
      /// <summary>
      /// Answers that are not values. At most 40.
      /// </summary>
      [JsonPropertyName("missing")]
      public List<MissingCode> Missing { get; init; } = Missing;
    
      /// <summary>
      /// Whether the levels ascend. A nominal scale only knows same and different.
      /// </summary>
      [JsonPropertyName("ordered")]
      public bool Ordered { get; init; } = Ordered;
    
      /// <summary>
      /// Whether a higher level is worse or better.
      /// </summary>
      [JsonPropertyName("polarity")]
      public Polarity Polarity { get; init; } = Polarity;
      #endregion
    }
    #endregion
    
    #region ScaleInput
    /// <summary>
    /// A scale as one whole.
    /// </summary>
    public class ScaleInput {
      #region members
      /// <summary>
      /// Named groups of levels.
      /// </summary>
      public List<BoxInput> boxes { get; set; }
    
      /// <summary>
      /// Code, unique in the set.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Levels, lowest first.
      /// </summary>
      [Required]
      public List<LevelInput> levels { get; set; }
    
      /// <summary>
      /// Answers that are not values.
      /// </summary>
      public List<MissingCodeInput> missing { get; set; }
    
      /// <summary>
      /// Whether the levels ascend.
      /// </summary>
      [Required]
      public bool ordered { get; set; }
    
      /// <summary>
      /// Whether a higher level is worse or better.
      /// </summary>
      public Polarity? polarity { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Section
    /// <summary>
    /// A group of questions of one question set.
    /// </summary>
    public record Section(string Code, List<Question> Questions, string Title, List<Translation> Translations) {
      #region members
      /// <summary>
      /// Code, unique in the set.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Questions as the designer wrote them, in order; a GRID is one question here.
      /// </summary>
      [JsonPropertyName("questions")]
      public List<Question> Questions { get; init; } = Questions;
    
      /// <summary>
      /// Title in one language. Never empty.
      /// </summary>
      [JsonPropertyName("title")]
      public string Title { get; init; } = Title;
    
      /// <summary>
      /// Title in every language.
      /// </summary>
      [JsonPropertyName("translations")]
      public List<Translation> Translations { get; init; } = Translations;
      #endregion
    }
    #endregion
    
    #region SectionError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record SectionError(SectionErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public SectionErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a section was not changed.
      /// </summary>
    public enum SectionErrorCode {
      /// <summary>
      /// The comment does not fit; the message says what was expected.
      /// </summary>
      INVALID_VALUE,
      /// <summary>
      /// The sheet is submitted or accepted.
      /// </summary>
      NOT_EDITABLE,
      /// <summary>
      /// There is no such sheet or municipality, or your token does not cover it.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// Sections are given to departments by the signatory or by staff.
      /// </summary>
      NOT_SIGNATORY,
      /// <summary>
      /// Another department works on the section.
      /// </summary>
      NOT_YOUR_SECTION,
      /// <summary>
      /// The window is not open for this municipality; the message names it.
      /// </summary>
      ROUND_NOT_OPEN,
      /// <summary>
      /// Somebody has changed the section since the revision that was seen.
      /// </summary>
      STALE_REVISION,
      /// <summary>
      /// The municipality has no such department.
      /// </summary>
      UNKNOWN_DEPARTMENT,
      /// <summary>
      /// The sheet has no such section.
      /// </summary>
      UNKNOWN_SECTION
    }
    
    
    #region SectionInput
    /// <summary>
    /// A group of questions.
    /// </summary>
    public class SectionInput {
      #region members
      /// <summary>
      /// Code, unique in the set.
      /// </summary>
      [Required]
      public string code { get; set; }
    
      /// <summary>
      /// Questions in order.
      /// </summary>
      [Required]
      public List<QuestionInput> questions { get; set; }
    
      /// <summary>
      /// Title per language.
      /// </summary>
      [Required]
      public List<TranslationInput> title { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SectionTitleChange
    /// <summary>
    /// A section that is titled otherwise in one language.
    /// </summary>
    public record SectionTitleChange(string Code, string Locale, List<WordChange> Words) {
      #region members
      /// <summary>
      /// Code of the section.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// BCP 47 language tag.
      /// </summary>
      [JsonPropertyName("locale")]
      public string Locale { get; init; } = Locale;
    
      /// <summary>
      /// Word by word, in reading order.
      /// </summary>
      [JsonPropertyName("words")]
      public List<WordChange> Words { get; init; } = Words;
      #endregion
    }
    #endregion
    
    #region SectionWork
    /// <summary>
    /// Who works on a section of a sheet, and whether it is done.
    /// </summary>
    public record SectionWork(string Comment, string Department, DateTimeOffset DoneAt, string DoneByName, int Revision) {
      #region members
      /// <summary>
      /// Comment of the municipality on the section; null = none.
      /// </summary>
      [JsonPropertyName("comment")]
      public string Comment { get; init; } = Comment;
    
      /// <summary>
      /// Code of the department; null = everybody.
      /// </summary>
      [JsonPropertyName("department")]
      public string Department { get; init; } = Department;
    
      /// <summary>
      /// When it was marked as done; null = it is not.
      /// </summary>
      [JsonPropertyName("doneAt")]
      public DateTimeOffset DoneAt { get; init; } = DoneAt;
    
      /// <summary>
      /// Who marked it; null = nobody.
      /// </summary>
      [JsonPropertyName("doneByName")]
      public string DoneByName { get; init; } = DoneByName;
    
      /// <summary>
      /// Counts the changes, from 0.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
      #endregion
    }
    #endregion
    
    #region SendInvitationsInput
    /// <summary>
    /// Invites municipalities to a round. Who was invited is not written to again.
    /// </summary>
    public class SendInvitationsInput {
      #region members
      /// <summary>
      /// Codes of the municipalities, at most 1000; without them all members of the panel.
      /// </summary>
      public List<string> municipalities { get; set; }
    
      /// <summary>
      /// Code of the round.
      /// </summary>
      [Required]
      public string round { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SendRemindersInput
    /// <summary>
    /// Reminds everybody whose sheet is not handed in, now; at most once a day.
    /// </summary>
    public class SendRemindersInput {
      #region members
      /// <summary>
      /// Code of the round.
      /// </summary>
      [Required]
      public string round { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Series
    /// <summary>
    /// One question over all rounds of a study that asked it, earliest first.
    /// </summary>
    public record Series(List<SeriesPoint> Points, Question Question, SeriesTest Test) {
      #region members
      /// <summary>
      /// One point per round that asked it; a round that did not is a gap.
      /// </summary>
      [JsonPropertyName("points")]
      public List<SeriesPoint> Points { get; init; } = Points;
    
      /// <summary>
      /// The question as asked last.
      /// </summary>
      [JsonPropertyName("question")]
      public Question Question { get; init; } = Question;
    
      /// <summary>
      /// Test over all rounds that asked; null where levels have no order, below three rounds, across a recode or a break, and for protected analysts.
      /// </summary>
      [JsonPropertyName("test")]
      public SeriesTest Test { get; init; } = Test;
      #endregion
    }
    #endregion
    
    #region SeriesPoint
    /// <summary>
    /// One round of a series.
    /// </summary>
    public record SeriesPoint(Verdict? Comparability, List<LevelCount> Distribution, LevelShare LevelShare, string MedianLevel, Round Round, bool Suppressed, Tally Tally) {
      #region members
      /// <summary>
      /// Comparability with the previous point; null at the first.
      /// </summary>
      [JsonPropertyName("comparability")]
      public Verdict? Comparability { get; init; } = Comparability;
    
      /// <summary>
      /// Answers by level, in scale order, levels without a case included; empty for numbers and texts.
      /// </summary>
      [JsonPropertyName("distribution")]
      public List<LevelCount> Distribution { get; init; } = Distribution;
    
      /// <summary>
      /// Share of a box in this round; null without a box or where the question has no such box.
      /// </summary>
      [JsonPropertyName("levelShare")]
      public LevelShare LevelShare { get; init; } = LevelShare;
    
      /// <summary>
      /// Median level: a level, never between two; null where levels have no order, where nobody answered and when suppressed.
      /// </summary>
      [JsonPropertyName("medianLevel")]
      public string MedianLevel { get; init; } = MedianLevel;
    
      /// <summary>
      /// The round.
      /// </summary>
      [JsonPropertyName("round")]
      public Round Round { get; init; } = Round;
    
      /// <summary>
      /// Whether the counts of this point are withheld because they would disclose single answers.
      /// </summary>
      [JsonPropertyName("suppressed")]
      public bool Suppressed { get; init; } = Suppressed;
    
      /// <summary>
      /// Change against the previous point; null at the first and when suppressed.
      /// </summary>
      [JsonPropertyName("tally")]
      public Tally Tally { get; init; } = Tally;
      #endregion
    }
    #endregion
    
    #region SeriesTest
    /// <summary>
    /// Whether a question is answered alike in all rounds that asked it.
    /// </summary>
    public record SeriesTest(double ChiSquared, int DegreesOfFreedom, SeriesTestMethod Method, int N, double PValue, List<string> Rounds) {
      #region members
      /// <summary>
      /// Test statistic; 0 where no municipality varies.
      /// </summary>
      [JsonPropertyName("chiSquared")]
      public double ChiSquared { get; init; } = ChiSquared;
    
      /// <summary>
      /// Rounds less one.
      /// </summary>
      [JsonPropertyName("degreesOfFreedom")]
      public int DegreesOfFreedom { get; init; } = DegreesOfFreedom;
    
      /// <summary>
      /// Which test.
      /// </summary>
      [JsonPropertyName("method")]
      public SeriesTestMethod Method { get; init; } = Method;
    
      /// <summary>
      /// Complete cases: municipalities with a valid answer in each of them.
      /// </summary>
      [JsonPropertyName("n")]
      public int N { get; init; } = N;
    
      /// <summary>
      /// 0 to 1; 1 where no municipality varies.
      /// </summary>
      [JsonPropertyName("pValue")]
      public double PValue { get; init; } = PValue;
    
      /// <summary>
      /// Codes of the rounds compared.
      /// </summary>
      [JsonPropertyName("rounds")]
      public List<string> Rounds { get; init; } = Rounds;
      #endregion
    }
    #endregion
      /// <summary>
      /// Test of a whole series.
      /// </summary>
    public enum SeriesTestMethod {
      /// <summary>
      /// Cochran's Q, for yes/no.
      /// </summary>
      COCHRAN_Q,
      /// <summary>
      /// Friedman's rank test with tie correction, for ordered scales and numbers.
      /// </summary>
      FRIEDMAN
    }
    
    
    #region SetDisclosurePolicyError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record SetDisclosurePolicyError(SetDisclosurePolicyErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public SetDisclosurePolicyErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why the policy was not set.
      /// </summary>
    public enum SetDisclosurePolicyErrorCode {
      /// <summary>
      /// The study has no such attribute.
      /// </summary>
      UNKNOWN_ATTRIBUTE,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region SetDisclosurePolicyInput
    /// <summary>
    /// The policy of a study on who sees which figure.
    /// </summary>
    public class SetDisclosurePolicyInput {
      #region members
      /// <summary>
      /// Codes of attributes, the most important first; at most 10.
      /// </summary>
      [Required]
      public List<string> breakdowns { get; set; }
    
      /// <summary>
      /// Which analysts see single answers.
      /// </summary>
      [Required]
      public SingleAnswersRule singleAnswers { get; set; }
    
      /// <summary>
      /// Fewest municipalities that a figure rests on, 3 to 100.
      /// </summary>
      [Required]
      public int smallestBase { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SetDisclosurePolicyPayload
    /// <summary>
    /// Outcome of setDisclosurePolicy. It counts for releases from now on; releases before keep theirs.
    /// </summary>
    public record SetDisclosurePolicyPayload(List<SetDisclosurePolicyError> Errors, DisclosurePolicy Policy) {
      #region members
      /// <summary>
      /// Why it was not set; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<SetDisclosurePolicyError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The policy; null when there are errors.
      /// </summary>
      [JsonPropertyName("policy")]
      public DisclosurePolicy Policy { get; init; } = Policy;
      #endregion
    }
    #endregion
    
    #region ShareInterval
    /// <summary>
    /// A share with its 95 % confidence interval.
    /// </summary>
    public record ShareInterval(double Estimate, double High, double Low, IntervalMethod Method) {
      #region members
      /// <summary>
      /// The share, 0 to 1, unrounded.
      /// </summary>
      [JsonPropertyName("estimate")]
      public double Estimate { get; init; } = Estimate;
    
      /// <summary>
      /// Upper bound, 0 to 1.
      /// </summary>
      [JsonPropertyName("high")]
      public double High { get; init; } = High;
    
      /// <summary>
      /// Lower bound, 0 to 1.
      /// </summary>
      [JsonPropertyName("low")]
      public double Low { get; init; } = Low;
    
      /// <summary>
      /// How the interval is made.
      /// </summary>
      [JsonPropertyName("method")]
      public IntervalMethod Method { get; init; } = Method;
      #endregion
    }
    #endregion
    
    #region SharedScale
    /// <summary>
    /// A scale of the library that templates share. Question sets own copies, so that changing it here moves no figure.
    /// </summary>
    public record SharedScale(int Revision, DateTimeOffset SavedAt, string SavedByName, Scale Scale) {
      #region members
      /// <summary>
      /// Counts its revisions, from 1; to be sent back with the next save.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
    
      /// <summary>
      /// When it was saved.
      /// </summary>
      [JsonPropertyName("savedAt")]
      public DateTimeOffset SavedAt { get; init; } = SavedAt;
    
      /// <summary>
      /// Who saved it.
      /// </summary>
      [JsonPropertyName("savedByName")]
      public string SavedByName { get; init; } = SavedByName;
    
      /// <summary>
      /// The scale as of this revision.
      /// </summary>
      [JsonPropertyName("scale")]
      public Scale Scale { get; init; } = Scale;
      #endregion
    }
    #endregion
    
    #region Sheet
    /// <summary>
    /// A municipality's view of its response: questions, answers, and what it said before.
    /// </summary>
    public record Sheet(SheetProgress Progress, Response Response, Round Round, List<SheetSection> Sections, SheetWindow Window) {
      #region members
      /// <summary>
      /// How far it is.
      /// </summary>
      [JsonPropertyName("progress")]
      public SheetProgress Progress { get; init; } = Progress;
    
      /// <summary>
      /// The response behind the sheet.
      /// </summary>
      [JsonPropertyName("response")]
      public Response Response { get; init; } = Response;
    
      /// <summary>
      /// The round.
      /// </summary>
      [JsonPropertyName("round")]
      public Round Round { get; init; } = Round;
    
      /// <summary>
      /// Sections in order.
      /// </summary>
      [JsonPropertyName("sections")]
      public List<SheetSection> Sections { get; init; } = Sections;
    
      /// <summary>
      /// The window of this municipality, extensions included.
      /// </summary>
      [JsonPropertyName("window")]
      public SheetWindow Window { get; init; } = Window;
      #endregion
    }
    #endregion
      /// <summary>
      /// What can be done to a sheet.
      /// </summary>
    public enum SheetAct {
      /// <summary>
      /// The sheet was accepted.
      /// </summary>
      ACCEPT,
      /// <summary>
      /// A query was answered.
      /// </summary>
      ANSWER_QUERY,
      /// <summary>
      /// A section was given to a department.
      /// </summary>
      ASSIGN_SECTION,
      /// <summary>
      /// A query was settled.
      /// </summary>
      CLOSE_QUERY,
      /// <summary>
      /// A comment on a section was changed.
      /// </summary>
      COMMENT_SECTION,
      /// <summary>
      /// The window was extended, or an extension taken back.
      /// </summary>
      EXTEND,
      /// <summary>
      /// The municipality was invited.
      /// </summary>
      INVITE,
      /// <summary>
      /// A section was marked as done, or as open again.
      /// </summary>
      MARK_SECTION,
      /// <summary>
      /// A query was opened, or asked again.
      /// </summary>
      OPEN_QUERY,
      /// <summary>
      /// The sheet was given back.
      /// </summary>
      RETURN,
      /// <summary>
      /// An answer was saved.
      /// </summary>
      SAVE_ANSWER,
      /// <summary>
      /// The sheet was handed in.
      /// </summary>
      SUBMIT
    }
    
    
    #region SheetAnswer
    /// <summary>
    /// The working copy of one answer.
    /// </summary>
    public record SheetAnswer(string Comment, Provenance Provenance, int Revision, DateTimeOffset SavedAt, Person SavedBy, AnswerValue Value) {
      #region members
      /// <summary>
      /// Comment of the municipality; null = none.
      /// </summary>
      [JsonPropertyName("comment")]
      public string Comment { get; init; } = Comment;
    
      /// <summary>
      /// How it came about.
      /// </summary>
      [JsonPropertyName("provenance")]
      public Provenance Provenance { get; init; } = Provenance;
    
      /// <summary>
      /// Counts the saves of this answer, from 1; to be sent back as basedOnRevision.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
    
      /// <summary>
      /// Instant of the last save.
      /// </summary>
      [JsonPropertyName("savedAt")]
      public DateTimeOffset SavedAt { get; init; } = SavedAt;
    
      /// <summary>
      /// Who saved last.
      /// </summary>
      [JsonPropertyName("savedBy")]
      public Person SavedBy { get; init; } = SavedBy;
    
      /// <summary>
      /// The value; null where it was emptied again.
      /// </summary>
      [JsonPropertyName("value")]
      public AnswerValue Value { get; init; } = Value;
      #endregion
    }
    #endregion
    
    #region SheetChange
    /// <summary>
    /// An answer that somebody at the sheet has saved.
    /// </summary>
    public record SheetChange(string Comment, string Cursor, string Question, int Revision, DateTimeOffset SavedAt, Person SavedBy, AnswerValue Value) {
      #region members
      /// <summary>
      /// Comment; null = none.
      /// </summary>
      [JsonPropertyName("comment")]
      public string Comment { get; init; } = Comment;
    
      /// <summary>
      /// Where the sheet stands with it: `since` for what comes after.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// Code of the question.
      /// </summary>
      [JsonPropertyName("question")]
      public string Question { get; init; } = Question;
    
      /// <summary>
      /// Revision of the answer.
      /// </summary>
      [JsonPropertyName("revision")]
      public int Revision { get; init; } = Revision;
    
      /// <summary>
      /// When.
      /// </summary>
      [JsonPropertyName("savedAt")]
      public DateTimeOffset SavedAt { get; init; } = SavedAt;
    
      /// <summary>
      /// Who.
      /// </summary>
      [JsonPropertyName("savedBy")]
      public Person SavedBy { get; init; } = SavedBy;
    
      /// <summary>
      /// The value; null where it was emptied.
      /// </summary>
      [JsonPropertyName("value")]
      public AnswerValue Value { get; init; } = Value;
      #endregion
    }
    #endregion
    
    #region SheetDifference
    /// <summary>
    /// What a file changes in one question.
    /// </summary>
    public record SheetDifference(string CommentFrom, string CommentTo, string From, SheetDifferenceKind Kind, string Question, string To) {
      #region members
      /// <summary>
      /// Stored comment; null = none.
      /// </summary>
      [JsonPropertyName("commentFrom")]
      public string CommentFrom { get; init; } = CommentFrom;
    
      /// <summary>
      /// Comment afterwards; null = none.
      /// </summary>
      [JsonPropertyName("commentTo")]
      public string CommentTo { get; init; } = CommentTo;
    
      /// <summary>
      /// Stored value in canonical text; null = none.
      /// </summary>
      [JsonPropertyName("from")]
      public string From { get; init; } = From;
    
      /// <summary>
      /// What becomes of the answer.
      /// </summary>
      [JsonPropertyName("kind")]
      public SheetDifferenceKind Kind { get; init; } = Kind;
    
      /// <summary>
      /// Code of the question.
      /// </summary>
      [JsonPropertyName("question")]
      public string Question { get; init; } = Question;
    
      /// <summary>
      /// Value of the file in canonical text; null = none.
      /// </summary>
      [JsonPropertyName("to")]
      public string To { get; init; } = To;
      #endregion
    }
    #endregion
      /// <summary>
      /// What becomes of an answer.
      /// </summary>
    public enum SheetDifferenceKind {
      /// <summary>
      /// There was none.
      /// </summary>
      ADDED,
      /// <summary>
      /// It becomes another.
      /// </summary>
      CHANGED,
      /// <summary>
      /// Only its comment changes.
      /// </summary>
      COMMENT,
      /// <summary>
      /// It is emptied.
      /// </summary>
      REMOVED
    }
    
    
    #region SheetEvent
    /// <summary>
    /// Something that was done to a sheet: its history and audit. Never changed.
    /// </summary>
    public record SheetEvent(SheetAct Act, Person Actor, DateTimeOffset At, string Client, string Hash, string New, int Number, string Object, string Old, string Reason, string Role) {
      #region members
      /// <summary>
      /// What.
      /// </summary>
      [JsonPropertyName("act")]
      public SheetAct Act { get; init; } = Act;
    
      /// <summary>
      /// Who.
      /// </summary>
      [JsonPropertyName("actor")]
      public Person Actor { get; init; } = Actor;
    
      /// <summary>
      /// When.
      /// </summary>
      [JsonPropertyName("at")]
      public DateTimeOffset At { get; init; } = At;
    
      /// <summary>
      /// Program it came through; null where it did not say.
      /// </summary>
      [JsonPropertyName("client")]
      public string Client { get; init; } = Client;
    
      /// <summary>
      /// SHA-256 over everything up to this event, hex.
      /// </summary>
      [JsonPropertyName("hash")]
      public string Hash { get; init; } = Hash;
    
      /// <summary>
      /// What was afterwards, as text; null = nothing.
      /// </summary>
      [JsonPropertyName("new")]
      public string New { get; init; } = New;
    
      /// <summary>
      /// Number within the sheet, from 1 without gaps.
      /// </summary>
      [JsonPropertyName("number")]
      public int Number { get; init; } = Number;
    
      /// <summary>
      /// To what: code of a question or section, number of a submission or query; null = the sheet.
      /// </summary>
      [JsonPropertyName("object")]
      public string Object { get; init; } = Object;
    
      /// <summary>
      /// What was before, as text; null = nothing.
      /// </summary>
      [JsonPropertyName("old")]
      public string Old { get; init; } = Old;
    
      /// <summary>
      /// Why; null = not said.
      /// </summary>
      [JsonPropertyName("reason")]
      public string Reason { get; init; } = Reason;
    
      /// <summary>
      /// Role in which the person acted.
      /// </summary>
      [JsonPropertyName("role")]
      public string Role { get; init; } = Role;
      #endregion
    }
    #endregion
    
    #region SheetEventConnection
    /// <summary>
    /// A page of the history of a sheet.
    /// </summary>
    public record SheetEventConnection(List<SheetEventEdge> Edges, PageInfo PageInfo) {
      #region members
      /// <summary>
      /// Events in order.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<SheetEventEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
      #endregion
    }
    #endregion
    
    #region SheetEventEdge
    /// <summary>
    /// An entry of the history.
    /// </summary>
    public record SheetEventEdge(string Cursor, SheetEvent Node) {
      #region members
      /// <summary>
      /// For `after`.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The event.
      /// </summary>
      [JsonPropertyName("node")]
      public SheetEvent Node { get; init; } = Node;
      #endregion
    }
    #endregion
    
    #region SheetFile
    /// <summary>
    /// One municipality's sheet as a file to fill in, with what is answered so far.
    /// </summary>
    public record SheetFile(string Base64, string MediaType, string Name) {
      #region members
      /// <summary>
      /// Its content in base64.
      /// </summary>
      [JsonPropertyName("base64")]
      public string Base64 { get; init; } = Base64;
    
      /// <summary>
      /// Its media type.
      /// </summary>
      [JsonPropertyName("mediaType")]
      public string MediaType { get; init; } = MediaType;
    
      /// <summary>
      /// A name for it, with its suffix.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
      #endregion
    }
    #endregion
    
    #region SheetFileFault
    /// <summary>
    /// One thing wrong with a sheet file, at its place.
    /// </summary>
    public record SheetFileFault(string Code, string Column, string Expected, string Message, int? Row, string Sheet) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Letter of the column; null = the row as a whole.
      /// </summary>
      [JsonPropertyName("column")]
      public string Column { get; init; } = Column;
    
      /// <summary>
      /// What was expected.
      /// </summary>
      [JsonPropertyName("expected")]
      public string Expected { get; init; } = Expected;
    
      /// <summary>
      /// What is wrong, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Row or line, from 1; null = the file as a whole.
      /// </summary>
      [JsonPropertyName("row")]
      public int? Row { get; init; } = Row;
    
      /// <summary>
      /// Name of the sheet; null for CSV or the file as a whole.
      /// </summary>
      [JsonPropertyName("sheet")]
      public string Sheet { get; init; } = Sheet;
      #endregion
    }
    #endregion
      /// <summary>
      /// As what a sheet leaves.
      /// </summary>
    public enum SheetFileFormat {
      /// <summary>
      /// Semicolons, UTF-8 with byte-order mark, as German spreadsheets open it.
      /// </summary>
      CSV,
      /// <summary>
      /// For paper, and for reading: tagged for screen readers, with boxes to tick and lines to write on.
      /// </summary>
      PDF,
      /// <summary>
      /// A workbook with lists to choose from.
      /// </summary>
      XLSX
    }
    
    
    #region SheetPreview
    /// <summary>
    /// A throw-away sheet: what a question set would show. Stored nowhere, counted nowhere.
    /// </summary>
    public record SheetPreview(List<PreviewError> Errors, SheetProgress Progress, List<SheetSection> Sections) {
      #region members
      /// <summary>
      /// What would keep it from being handed in; empty = nothing.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<PreviewError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// How far it is.
      /// </summary>
      [JsonPropertyName("progress")]
      public SheetProgress Progress { get; init; } = Progress;
    
      /// <summary>
      /// Sections in order.
      /// </summary>
      [JsonPropertyName("sections")]
      public List<SheetSection> Sections { get; init; } = Sections;
      #endregion
    }
    #endregion
    
    #region SheetProgress
    /// <summary>
    /// How far a sheet is, in visible questions.
    /// </summary>
    public record SheetProgress(int Answered, int Required, int Total) {
      #region members
      /// <summary>
      /// Visible questions with an answer.
      /// </summary>
      [JsonPropertyName("answered")]
      public int Answered { get; init; } = Answered;
    
      /// <summary>
      /// Visible questions that submitting needs and that lack an answer or have one.
      /// </summary>
      [JsonPropertyName("required")]
      public int Required { get; init; } = Required;
    
      /// <summary>
      /// Visible questions.
      /// </summary>
      [JsonPropertyName("total")]
      public int Total { get; init; } = Total;
      #endregion
    }
    #endregion
    
    #region SheetQuery
    /// <summary>
    /// A reviewer's query on one question of a sheet.
    /// </summary>
    public record SheetQuery(List<QueryMessage> Messages, int Number, string Question, QueryStatus Status, int Submission) {
      #region members
      /// <summary>
      /// What was said, in order; the first one is the query itself.
      /// </summary>
      [JsonPropertyName("messages")]
      public List<QueryMessage> Messages { get; init; } = Messages;
    
      /// <summary>
      /// Number within the sheet, from 1.
      /// </summary>
      [JsonPropertyName("number")]
      public int Number { get; init; } = Number;
    
      /// <summary>
      /// Code of the question.
      /// </summary>
      [JsonPropertyName("question")]
      public string Question { get; init; } = Question;
    
      /// <summary>
      /// State.
      /// </summary>
      [JsonPropertyName("status")]
      public QueryStatus Status { get; init; } = Status;
    
      /// <summary>
      /// Number of the submission that it is about.
      /// </summary>
      [JsonPropertyName("submission")]
      public int Submission { get; init; } = Submission;
      #endregion
    }
    #endregion
    
    #region SheetQuestion
    /// <summary>
    /// A question on a sheet, with its answer.
    /// </summary>
    public record SheetQuestion(SheetAnswer Answer, PreviousAnswer Previous, Question Question, bool Required, bool Visible) {
      #region members
      /// <summary>
      /// The answer; null before the first save.
      /// </summary>
      [JsonPropertyName("answer")]
      public SheetAnswer Answer { get; init; } = Answer;
    
      /// <summary>
      /// The answer of the round before, where the verdict allows showing it; null otherwise.
      /// </summary>
      [JsonPropertyName("previous")]
      public PreviousAnswer Previous { get; init; } = Previous;
    
      /// <summary>
      /// The question.
      /// </summary>
      [JsonPropertyName("question")]
      public Question Question { get; init; } = Question;
    
      /// <summary>
      /// Whether submitting needs an answer now.
      /// </summary>
      [JsonPropertyName("required")]
      public bool Required { get; init; } = Required;
    
      /// <summary>
      /// Whether its visibleIf rule holds for the answers so far.
      /// </summary>
      [JsonPropertyName("visible")]
      public bool Visible { get; init; } = Visible;
      #endregion
    }
    #endregion
    
    #region SheetSection
    /// <summary>
    /// A section of a sheet.
    /// </summary>
    public record SheetSection(string Code, List<SheetQuestion> Questions, string Title, SectionWork Work) {
      #region members
      /// <summary>
      /// Code of the section.
      /// </summary>
      [JsonPropertyName("code")]
      public string Code { get; init; } = Code;
    
      /// <summary>
      /// Its questions in order, grids cell by cell.
      /// </summary>
      [JsonPropertyName("questions")]
      public List<SheetQuestion> Questions { get; init; } = Questions;
    
      /// <summary>
      /// Title in one language. Never empty.
      /// </summary>
      [JsonPropertyName("title")]
      public string Title { get; init; } = Title;
    
      /// <summary>
      /// Who works on it, and whether it is done.
      /// </summary>
      [JsonPropertyName("work")]
      public SectionWork Work { get; init; } = Work;
      #endregion
    }
    #endregion
    
    #region SheetWindow
    /// <summary>
    /// When a municipality may hand its sheet in.
    /// </summary>
    public record SheetWindow(DateTimeOffset ClosesAt, bool IsLate, RoundStatus Status) {
      #region members
      /// <summary>
      /// End, an extension included: what comes at this instant is too late. Null = late, without an end.
      /// </summary>
      [JsonPropertyName("closesAt")]
      public DateTimeOffset ClosesAt { get; init; } = ClosesAt;
    
      /// <summary>
      /// Whether what is handed in now comes after the end of the round.
      /// </summary>
      [JsonPropertyName("isLate")]
      public bool IsLate { get; init; } = IsLate;
    
      /// <summary>
      /// State at the moment of the request.
      /// </summary>
      [JsonPropertyName("status")]
      public RoundStatus Status { get; init; } = Status;
      #endregion
    }
    #endregion
      /// <summary>
      /// A way in for browsers.
      /// </summary>
    public enum SignInMethod {
      /// <summary>
      /// On a laptop: issueDevelopmentToken, whose token POST /auth/development takes.
      /// </summary>
      DEVELOPMENT,
      /// <summary>
      /// A link by e-mail: requestSignInLink.
      /// </summary>
      LINK,
      /// <summary>
      /// Your organisation's identity provider: GET /auth/sign-in.
      /// </summary>
      PROVIDER
    }
    
    
    #region SignTest
    /// <summary>
    /// Exact two-sided sign test of increased against decreased; ties are dropped.
    /// </summary>
    public record SignTest(int Decreased, int Increased, double Log10PValue, double PValue, double PValueBenjaminiHochberg, double PValueHolm) {
      #region members
      /// <summary>
      /// Municipalities that decreased.
      /// </summary>
      [JsonPropertyName("decreased")]
      public int Decreased { get; init; } = Decreased;
    
      /// <summary>
      /// Municipalities that increased.
      /// </summary>
      [JsonPropertyName("increased")]
      public int Increased { get; init; } = Increased;
    
      /// <summary>
      /// Decimal logarithm of pValue, also where that is 0.
      /// </summary>
      [JsonPropertyName("log10PValue")]
      public double Log10PValue { get; init; } = Log10PValue;
    
      /// <summary>
      /// 0 to 1; 1 where nobody changed; 0 where it is too small for a double.
      /// </summary>
      [JsonPropertyName("pValue")]
      public double PValue { get; init; } = PValue;
    
      /// <summary>
      /// Adjusted over exactly the questions of this comparison (Benjamini and Hochberg 1995).
      /// </summary>
      [JsonPropertyName("pValueBenjaminiHochberg")]
      public double PValueBenjaminiHochberg { get; init; } = PValueBenjaminiHochberg;
    
      /// <summary>
      /// Adjusted over exactly the questions of this comparison (Holm 1979).
      /// </summary>
      [JsonPropertyName("pValueHolm")]
      public double PValueHolm { get; init; } = PValueHolm;
      #endregion
    }
    #endregion
    
    #region SignedRankTest
    /// <summary>
    /// Wilcoxon signed rank test on midranks of the size of the change.
    /// </summary>
    public record SignedRankTest(int Changed, double PValue, double? PValueExact, double? Z, ZeroHandling Zeros) {
      #region members
      /// <summary>
      /// Municipalities that changed.
      /// </summary>
      [JsonPropertyName("changed")]
      public int Changed { get; init; } = Changed;
    
      /// <summary>
      /// Asymptotic, without continuity correction; 1 where nobody changed.
      /// </summary>
      [JsonPropertyName("pValue")]
      public double PValue { get; init; } = PValue;
    
      /// <summary>
      /// Exact over all sign patterns; null for more than 700 changes or where that takes too long.
      /// </summary>
      [JsonPropertyName("pValueExact")]
      public double? PValueExact { get; init; } = PValueExact;
    
      /// <summary>
      /// Standardised rank sum, positive for increases; null where nobody changed.
      /// </summary>
      [JsonPropertyName("z")]
      public double? Z { get; init; } = Z;
    
      /// <summary>
      /// What was done with those who did not change.
      /// </summary>
      [JsonPropertyName("zeros")]
      public ZeroHandling Zeros { get; init; } = Zeros;
      #endregion
    }
    #endregion
    
    #region Since
    /// <summary>
    /// The designer's statement on comparability with an earlier question of the same code.
    /// </summary>
    public record Since(string Note, List<LevelMapping> Recode, int? Revision, Verdict Verdict, int Year) {
      #region members
      /// <summary>
      /// Why, in the words of the designer; null when none was given.
      /// </summary>
      [JsonPropertyName("note")]
      public string Note { get; init; } = Note;
    
      /// <summary>
      /// RECODED: where earlier levels go. Levels not listed are not comparable. Empty otherwise.
      /// </summary>
      [JsonPropertyName("recode")]
      public List<LevelMapping> Recode { get; init; } = Recode;
    
      /// <summary>
      /// Its revision; null for the last published one of the year.
      /// </summary>
      [JsonPropertyName("revision")]
      public int? Revision { get; init; } = Revision;
    
      /// <summary>
      /// The verdict.
      /// </summary>
      [JsonPropertyName("verdict")]
      public Verdict Verdict { get; init; } = Verdict;
    
      /// <summary>
      /// Year of the question set compared with.
      /// </summary>
      [JsonPropertyName("year")]
      public int Year { get; init; } = Year;
      #endregion
    }
    #endregion
    
    #region SinceInput
    /// <summary>
    /// How a question compares with the one of an earlier year.
    /// </summary>
    public class SinceInput {
      #region members
      /// <summary>
      /// Why.
      /// </summary>
      public string note { get; set; }
    
      /// <summary>
      /// RECODED: the level map.
      /// </summary>
      public List<LevelMappingInput> recode { get; set; }
    
      /// <summary>
      /// Revision; without it the last published one of the year.
      /// </summary>
      public int? revision { get; set; }
    
      /// <summary>
      /// The verdict.
      /// </summary>
      [Required]
      public Verdict verdict { get; set; }
    
      /// <summary>
      /// Year compared with.
      /// </summary>
      [Required]
      public int year { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
      /// <summary>
      /// Which analysts see single answers.
      /// </summary>
    public enum SingleAnswersRule {
      /// <summary>
      /// Every analyst of the study.
      /// </summary>
      ANALYSTS,
      /// <summary>
      /// Those whose token grants it; the others see released freezes and fixed breakdowns only.
      /// </summary>
      GRANTED
    }
    
    
    #region SplitInput
    /// <summary>
    /// A municipality is split into new ones.
    /// </summary>
    public class SplitInput {
      #region members
      /// <summary>
      /// Code of the new municipality that carries on its answers; without it none does.
      /// </summary>
      public string carriedOnBy { get; set; }
    
      /// <summary>
      /// The new municipalities, at least two.
      /// </summary>
      [Required]
      public List<NewMunicipalityInput> into { get; set; }
    
      /// <summary>
      /// Code of the municipality.
      /// </summary>
      [Required]
      public string municipality { get; set; }
    
      /// <summary>
      /// First year of the new municipalities.
      /// </summary>
      [Required]
      public int year { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region Study
    /// <summary>
    /// A panel of municipalities and the rounds in which it was asked.
    /// </summary>
    public record Study(List<Attribute> Attributes, string DefaultLocale, string Description, DisclosurePolicy Disclosure, List<Freeze> Freezes, MunicipalityConnection Municipalities, List<Round> Rounds, string Slug, string Title) {
      #region members
      /// <summary>
      /// Attributes in order.
      /// </summary>
      [JsonPropertyName("attributes")]
      public List<Attribute> Attributes { get; init; } = Attributes;
    
      /// <summary>
      /// Language used where a reader's is missing.
      /// </summary>
      [JsonPropertyName("defaultLocale")]
      public string DefaultLocale { get; init; } = DefaultLocale;
    
      /// <summary>
      /// What the study is, and what its answers are worth; null when not stated.
      /// </summary>
      [JsonPropertyName("description")]
      public string Description { get; init; } = Description;
    
      /// <summary>
      /// Who sees which figure.
      /// </summary>
      [JsonPropertyName("disclosure")]
      public DisclosurePolicy Disclosure { get; init; } = Disclosure;
    
      /// <summary>
      /// Freezes that you may ask, latest first; at most 1000.
      /// </summary>
      [JsonPropertyName("freezes")]
      public List<Freeze> Freezes { get; init; } = Freezes;
    
      /// <summary>
      /// The panel, in its own order.
      /// </summary>
      [JsonPropertyName("municipalities")]
      public MunicipalityConnection Municipalities { get; init; } = Municipalities;
    
      /// <summary>
      /// Rounds by year and code; a handful per year.
      /// </summary>
      [JsonPropertyName("rounds")]
      public List<Round> Rounds { get; init; } = Rounds;
    
      /// <summary>
      /// Identity of the study in addresses and packages.
      /// </summary>
      [JsonPropertyName("slug")]
      public string Slug { get; init; } = Slug;
    
      /// <summary>
      /// Title in one language. Never empty.
      /// </summary>
      [JsonPropertyName("title")]
      public string Title { get; init; } = Title;
      #endregion
    }
    #endregion
    
    #region Submission
    /// <summary>
    /// A sheet as it was handed in. Never changed.
    /// </summary>
    public record Submission(bool Late, int Number, bool OnBehalf, string Reason, string Receipt, DateTimeOffset SubmittedAt, Person SubmittedBy) {
      #region members
      /// <summary>
      /// Whether it came after the end of the round.
      /// </summary>
      [JsonPropertyName("late")]
      public bool Late { get; init; } = Late;
    
      /// <summary>
      /// Number within the sheet, from 1.
      /// </summary>
      [JsonPropertyName("number")]
      public int Number { get; init; } = Number;
    
      /// <summary>
      /// Whether staff entered it for the municipality.
      /// </summary>
      [JsonPropertyName("onBehalf")]
      public bool OnBehalf { get; init; } = OnBehalf;
    
      /// <summary>
      /// Why it was corrected; null = not said.
      /// </summary>
      [JsonPropertyName("reason")]
      public string Reason { get; init; } = Reason;
    
      /// <summary>
      /// SHA-256 over its answers, hex: the receipt.
      /// </summary>
      [JsonPropertyName("receipt")]
      public string Receipt { get; init; } = Receipt;
    
      /// <summary>
      /// When it was received.
      /// </summary>
      [JsonPropertyName("submittedAt")]
      public DateTimeOffset SubmittedAt { get; init; } = SubmittedAt;
    
      /// <summary>
      /// Who handed it in.
      /// </summary>
      [JsonPropertyName("submittedBy")]
      public Person SubmittedBy { get; init; } = SubmittedBy;
      #endregion
    }
    #endregion
    
    #region SubmissionDifference
    /// <summary>
    /// One field in which two submissions of a sheet differ.
    /// </summary>
    public record SubmissionDifference(DateTimeOffset ChangedAt, Person ChangedBy, SubmissionField Field, string New, string Old, string Question, string Reason) {
      #region members
      /// <summary>
      /// When; null = not on record.
      /// </summary>
      [JsonPropertyName("changedAt")]
      public DateTimeOffset ChangedAt { get; init; } = ChangedAt;
    
      /// <summary>
      /// Who changed it last in between; null = not on record.
      /// </summary>
      [JsonPropertyName("changedBy")]
      public Person ChangedBy { get; init; } = ChangedBy;
    
      /// <summary>
      /// Which field.
      /// </summary>
      [JsonPropertyName("field")]
      public SubmissionField Field { get; init; } = Field;
    
      /// <summary>
      /// Afterwards, values in canonical text; null = none.
      /// </summary>
      [JsonPropertyName("new")]
      public string New { get; init; } = New;
    
      /// <summary>
      /// Before, values in canonical text; null = none.
      /// </summary>
      [JsonPropertyName("old")]
      public string Old { get; init; } = Old;
    
      /// <summary>
      /// Code of the question.
      /// </summary>
      [JsonPropertyName("question")]
      public string Question { get; init; } = Question;
    
      /// <summary>
      /// Why: the query on the question, else the reason of the later submission; null = neither.
      /// </summary>
      [JsonPropertyName("reason")]
      public string Reason { get; init; } = Reason;
      #endregion
    }
    #endregion
      /// <summary>
      /// A field of an answer.
      /// </summary>
    public enum SubmissionField {
      /// <summary>
      /// The comment.
      /// </summary>
      COMMENT,
      /// <summary>
      /// The value.
      /// </summary>
      VALUE
    }
    
    
    #region SubmitResponseError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record SubmitResponseError(SubmitResponseErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public SubmitResponseErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why a sheet was not handed in.
      /// </summary>
    public enum SubmitResponseErrorCode {
      /// <summary>
      /// An answer is implausible; it needs a comment, or to be another one.
      /// </summary>
      COMMENT_REQUIRED,
      /// <summary>
      /// An answer does not fit its question.
      /// </summary>
      INVALID_VALUE,
      /// <summary>
      /// There is no such response, or your token does not cover it.
      /// </summary>
      NOT_FOUND,
      /// <summary>
      /// Only the signatory of the municipality hands a sheet in.
      /// </summary>
      NOT_SIGNATORY,
      /// <summary>
      /// The sheet is in a state from which it cannot be handed in.
      /// </summary>
      NOT_SUBMITTABLE,
      /// <summary>
      /// A required question has no answer.
      /// </summary>
      REQUIRED,
      /// <summary>
      /// The window is not open for this municipality; the message names it.
      /// </summary>
      ROUND_NOT_OPEN,
      /// <summary>
      /// A check of the designer is not met; the message says which.
      /// </summary>
      RULE_NOT_MET,
      /// <summary>
      /// The sheet has changed since the version that was seen.
      /// </summary>
      STALE_VERSION
    }
    
    
    #region SubmitResponseInput
    /// <summary>
    /// Hands a sheet in.
    /// </summary>
    public class SubmitResponseInput {
      #region members
      /// <summary>
      /// Why a sheet that was handed in before is corrected.
      /// </summary>
      public string reason { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
    
      /// <summary>
      /// Version the signatory has seen: refused when the sheet has changed since. Without it the current one.
      /// </summary>
      public int? version { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region SubmitResponsePayload
    /// <summary>
    /// Outcome of submitResponse.
    /// </summary>
    public record SubmitResponsePayload(List<SubmitResponseError> Errors, Response Response) {
      #region members
      /// <summary>
      /// Everything that is in the way; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<SubmitResponseError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The response now; null when it was not found.
      /// </summary>
      [JsonPropertyName("response")]
      public Response Response { get; init; } = Response;
      #endregion
    }
    #endregion
    
    #region Subscription
    public record Subscription(List<CompletionGroup> CompletionChanged, List<PresentPerson> PresenceChanged, SheetChange SheetChanged) {
      #region members
      /// <summary>
      /// How far the sheets of a round are: now, and whenever that changes, at most every two seconds.
      /// </summary>
      [JsonPropertyName("completionChanged")]
      public List<CompletionGroup> CompletionChanged { get; init; } = CompletionChanged;
    
      /// <summary>
      /// Who is at a sheet: now, and whenever that changes.
      /// </summary>
      [JsonPropertyName("presenceChanged")]
      public List<PresentPerson> PresenceChanged { get; init; } = PresenceChanged;
    
      /// <summary>
      /// Every answer that is saved on a sheet after `since`, your own included, in order and without a gap. Without `since` from now on.
      /// </summary>
      [JsonPropertyName("sheetChanged")]
      public SheetChange SheetChanged { get; init; } = SheetChanged;
      #endregion
    }
    #endregion
    
    #region TakeFreezeError
    /// <summary>
    /// An expected error of this mutation: nothing was changed on its account.
    /// </summary>
    public record TakeFreezeError(TakeFreezeErrorCode Code, string Message, List<string> Path) {
      #region members
      /// <summary>
      /// What is wrong, for programs.
      /// </summary>
      [JsonPropertyName("code")]
      public TakeFreezeErrorCode Code { get; init; } = Code;
    
      /// <summary>
      /// What is wrong and what was expected, for people.
      /// </summary>
      [JsonPropertyName("message")]
      public string Message { get; init; } = Message;
    
      /// <summary>
      /// Where: keys and indexes into the input, outermost first. Empty: the act as a whole.
      /// </summary>
      [JsonPropertyName("path")]
      public List<string> Path { get; init; } = Path;
      #endregion
    }
    #endregion
      /// <summary>
      /// Why no freeze was taken.
      /// </summary>
    public enum TakeFreezeErrorCode {
      /// <summary>
      /// The study has a freeze of this name.
      /// </summary>
      NAME_TAKEN,
      /// <summary>
      /// There is no such study, or your token does not cover it.
      /// </summary>
      UNKNOWN_STUDY
    }
    
    
    #region TakeFreezeInput
    /// <summary>
    /// A new freeze.
    /// </summary>
    public class TakeFreezeInput {
      #region members
      /// <summary>
      /// Name, unique in the study, e.g. report-2018.
      /// </summary>
      [Required]
      public string name { get; set; }
    
      /// <summary>
      /// What it is taken for.
      /// </summary>
      public string note { get; set; }
    
      /// <summary>
      /// Slug of the study.
      /// </summary>
      [Required]
      public string study { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region TakeFreezePayload
    /// <summary>
    /// Outcome of takeFreeze.
    /// </summary>
    public record TakeFreezePayload(List<TakeFreezeError> Errors, Freeze Freeze) {
      #region members
      /// <summary>
      /// Why there is none; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<TakeFreezeError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The freeze; null when there are errors.
      /// </summary>
      [JsonPropertyName("freeze")]
      public Freeze Freeze { get; init; } = Freeze;
      #endregion
    }
    #endregion
    
    #region Tally
    /// <summary>
    /// Counts of municipalities. comparable + excluded = panelSize; changed + unchanged = comparable.
    /// </summary>
    public record Tally(int Changed, int Comparable, int? Decreased, int Excluded, List<Exclusion> Exclusions, int? Increased, int Unchanged) {
      #region members
      /// <summary>
      /// Municipalities that differ; for ordered levels increased + decreased.
      /// </summary>
      [JsonPropertyName("changed")]
      public int Changed { get; init; } = Changed;
    
      /// <summary>
      /// Municipalities with a usable answer on both sides: the denominator.
      /// </summary>
      [JsonPropertyName("comparable")]
      public int Comparable { get; init; } = Comparable;
    
      /// <summary>
      /// Municipalities lower in the later round; null where levels have no order.
      /// </summary>
      [JsonPropertyName("decreased")]
      public int? Decreased { get; init; } = Decreased;
    
      /// <summary>
      /// Municipalities of the panel that are not comparable.
      /// </summary>
      [JsonPropertyName("excluded")]
      public int Excluded { get; init; } = Excluded;
    
      /// <summary>
      /// The reasons, in their order of precedence; sums to excluded.
      /// </summary>
      [JsonPropertyName("exclusions")]
      public List<Exclusion> Exclusions { get; init; } = Exclusions;
    
      /// <summary>
      /// Municipalities higher in the later round; null where levels have no order.
      /// </summary>
      [JsonPropertyName("increased")]
      public int? Increased { get; init; } = Increased;
    
      /// <summary>
      /// Municipalities with the same answer, or within the tolerance.
      /// </summary>
      [JsonPropertyName("unchanged")]
      public int Unchanged { get; init; } = Unchanged;
      #endregion
    }
    #endregion
    
    #region Template
    /// <summary>
    /// A reflection sheet across the years: the identities of its questions.
    /// </summary>
    public record Template(List<ArchivedQuestion> ArchivedQuestions, List<string> Locales, List<Module> Modules, List<QuestionSet> QuestionSets, string Slug, string Title) {
      #region members
      /// <summary>
      /// Questions that are asked no more, by code. At most 10,000.
      /// </summary>
      [JsonPropertyName("archivedQuestions")]
      public List<ArchivedQuestion> ArchivedQuestions { get; init; } = ArchivedQuestions;
    
      /// <summary>
      /// Languages in which every text must be there before a question set is published. At most 50.
      /// </summary>
      [JsonPropertyName("locales")]
      public List<string> Locales { get; init; } = Locales;
    
      /// <summary>
      /// Its modules by code, with all their revisions.
      /// </summary>
      [JsonPropertyName("modules")]
      public List<Module> Modules { get; init; } = Modules;
    
      /// <summary>
      /// All its question sets, by year and revision. A handful per year.
      /// </summary>
      [JsonPropertyName("questionSets")]
      public List<QuestionSet> QuestionSets { get; init; } = QuestionSets;
    
      /// <summary>
      /// Identity of the template.
      /// </summary>
      [JsonPropertyName("slug")]
      public string Slug { get; init; } = Slug;
    
      /// <summary>
      /// Title in one language. Never empty.
      /// </summary>
      [JsonPropertyName("title")]
      public string Title { get; init; } = Title;
      #endregion
    }
    #endregion
    
    #region TextChange
    /// <summary>
    /// A text that reads otherwise in one language.
    /// </summary>
    public record TextChange(string Field, string From, string Locale, string To, List<WordChange> Words) {
      #region members
      /// <summary>
      /// Which text, e.g. text, help, levels.4.
      /// </summary>
      [JsonPropertyName("field")]
      public string Field { get; init; } = Field;
    
      /// <summary>
      /// Before; null where the language is new.
      /// </summary>
      [JsonPropertyName("from")]
      public string From { get; init; } = From;
    
      /// <summary>
      /// BCP 47 language tag.
      /// </summary>
      [JsonPropertyName("locale")]
      public string Locale { get; init; } = Locale;
    
      /// <summary>
      /// Now; null where the language is gone.
      /// </summary>
      [JsonPropertyName("to")]
      public string To { get; init; } = To;
    
      /// <summary>
      /// Word by word, in reading order.
      /// </summary>
      [JsonPropertyName("words")]
      public List<WordChange> Words { get; init; } = Words;
      #endregion
    }
    #endregion
    
    #region TextPair
    /// <summary>
    /// What one municipality wrote in both rounds. Texts are never compared.
    /// </summary>
    public record TextPair(AnswerValue From, Municipality Municipality, AnswerValue To) {
      #region members
      /// <summary>
      /// Its answer in the earlier round; null without one.
      /// </summary>
      [JsonPropertyName("from")]
      public AnswerValue From { get; init; } = From;
    
      /// <summary>
      /// The municipality.
      /// </summary>
      [JsonPropertyName("municipality")]
      public Municipality Municipality { get; init; } = Municipality;
    
      /// <summary>
      /// Its answer in the later round; null without one.
      /// </summary>
      [JsonPropertyName("to")]
      public AnswerValue To { get; init; } = To;
      #endregion
    }
    #endregion
    
    #region TextPairConnection
    /// <summary>
    /// A page of texts side by side, in panel order.
    /// </summary>
    public record TextPairConnection(List<TextPairEdge> Edges, PageInfo PageInfo, int TotalCount) {
      #region members
      /// <summary>
      /// Entries of this page.
      /// </summary>
      [JsonPropertyName("edges")]
      public List<TextPairEdge> Edges { get; init; } = Edges;
    
      /// <summary>
      /// Where the page ends.
      /// </summary>
      [JsonPropertyName("pageInfo")]
      public PageInfo PageInfo { get; init; } = PageInfo;
    
      /// <summary>
      /// Municipalities that are members in either round and pass the filter.
      /// </summary>
      [JsonPropertyName("totalCount")]
      public int TotalCount { get; init; } = TotalCount;
      #endregion
    }
    #endregion
    
    #region TextPairEdge
    /// <summary>
    /// A municipality in the list of texts.
    /// </summary>
    public record TextPairEdge(string Cursor, TextPair Node) {
      #region members
      /// <summary>
      /// Cursor of this entry.
      /// </summary>
      [JsonPropertyName("cursor")]
      public string Cursor { get; init; } = Cursor;
    
      /// <summary>
      /// The municipality and its texts.
      /// </summary>
      [JsonPropertyName("node")]
      public TextPair Node { get; init; } = Node;
      #endregion
    }
    #endregion
    
    #region TextValue
    /// <summary>
    /// Free text.
    /// </summary>
    public record TextValue(string Canonical, string Label, string Text) : AnswerValue {
      #region members
      /// <summary>
      /// The value as text, as in study packages: level code, decimal with a point, true or false, codes joined by |, text, or a missing code.
      /// </summary>
      [JsonPropertyName("canonical")]
      public string Canonical { get; init; } = Canonical;
    
      /// <summary>
      /// The value as a reader sees it, in one language. Never empty but for an empty text.
      /// </summary>
      [JsonPropertyName("label")]
      public string Label { get; init; } = Label;
    
      /// <summary>
      /// The text.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
      #endregion
    }
    #endregion
    
    #region Transition
    /// <summary>
    /// How many comparable municipalities went from one level to another.
    /// </summary>
    public record Transition(int Count, string From, string To) {
      #region members
      /// <summary>
      /// Municipalities, at least 1: pairs without a case are left out.
      /// </summary>
      [JsonPropertyName("count")]
      public int Count { get; init; } = Count;
    
      /// <summary>
      /// Level in the earlier round, on the later scale (after a recode).
      /// </summary>
      [JsonPropertyName("from")]
      public string From { get; init; } = From;
    
      /// <summary>
      /// Level in the later round.
      /// </summary>
      [JsonPropertyName("to")]
      public string To { get; init; } = To;
      #endregion
    }
    #endregion
    
    #region Translation
    /// <summary>
    /// A text in one language.
    /// </summary>
    public record Translation(string Locale, string Text) {
      #region members
      /// <summary>
      /// BCP 47 language tag, e.g. de.
      /// </summary>
      [JsonPropertyName("locale")]
      public string Locale { get; init; } = Locale;
    
      /// <summary>
      /// The text in that language.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
      #endregion
    }
    #endregion
    
    #region TranslationInput
    /// <summary>
    /// A text in one language.
    /// </summary>
    public class TranslationInput {
      #region members
      /// <summary>
      /// BCP 47 language tag, e.g. de.
      /// </summary>
      [Required]
      public string locale { get; set; }
    
      /// <summary>
      /// The text in that language, at most 10,000 characters.
      /// </summary>
      [Required]
      public string text { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region UpdateSectionInput
    /// <summary>
    /// Work on one section. Fields that are left out stay as they are.
    /// </summary>
    public class UpdateSectionInput {
      #region members
      /// <summary>
      /// Revision that was seen; refused when somebody has changed it since. Without it the current one.
      /// </summary>
      public int? basedOnRevision { get; set; }
    
      /// <summary>
      /// Comment on the section; null removes it.
      /// </summary>
      public string comment { get; set; }
    
      /// <summary>
      /// Code of the department that works on it; null gives it to everybody. For signatories and staff.
      /// </summary>
      public string department { get; set; }
    
      /// <summary>
      /// Whether the section is done.
      /// </summary>
      public bool? done { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
    
      /// <summary>
      /// Code of the section.
      /// </summary>
      [Required]
      public string section { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region UpdateSectionPayload
    /// <summary>
    /// Outcome of updateSection.
    /// </summary>
    public record UpdateSectionPayload(List<SectionError> Errors, SectionWork Work) {
      #region members
      /// <summary>
      /// Why nothing was changed; empty on success.
      /// </summary>
      [JsonPropertyName("errors")]
      public List<SectionError> Errors { get; init; } = Errors;
    
      /// <summary>
      /// The section now; null when it was not found.
      /// </summary>
      [JsonPropertyName("work")]
      public SectionWork Work { get; init; } = Work;
      #endregion
    }
    #endregion
      /// <summary>
      /// How a question compares with its predecessor, strongest first.
      /// </summary>
    public enum Verdict {
      /// <summary>
      /// No longer the same measurement: there is never a delta.
      /// </summary>
      BREAK,
      /// <summary>
      /// Reworded, same meaning; figures carry a footnote.
      /// </summary>
      COMPARABLE,
      /// <summary>
      /// A typing or layout correction.
      /// </summary>
      EDITORIAL,
      /// <summary>
      /// Same wording and scale.
      /// </summary>
      IDENTICAL,
      /// <summary>
      /// Another scale with a level map; figures carry a footnote.
      /// </summary>
      RECODED
    }
    
    
    #region VerdictProposal
    /// <summary>
    /// What a computer would say of a change. Never applied by itself.
    /// </summary>
    public record VerdictProposal(ProposalReason Reason, List<LevelMapping> Recode, Verdict Verdict) {
      #region members
      /// <summary>
      /// Why.
      /// </summary>
      [JsonPropertyName("reason")]
      public ProposalReason Reason { get; init; } = Reason;
    
      /// <summary>
      /// RECODED: the level map proposed; empty otherwise.
      /// </summary>
      [JsonPropertyName("recode")]
      public List<LevelMapping> Recode { get; init; } = Recode;
    
      /// <summary>
      /// The verdict proposed.
      /// </summary>
      [JsonPropertyName("verdict")]
      public Verdict Verdict { get; init; } = Verdict;
      #endregion
    }
    #endregion
    
    #region Viewer
    /// <summary>
    /// Who your token or session says you are.
    /// </summary>
    public record Viewer(string Department, string Municipality, string Name, List<Role> Roles, ViewerScopes Scopes, bool Signatory, bool SingleAnswers, List<string> Studies) {
      #region members
      /// <summary>
      /// RESPONDENT: code of the department; null: every section.
      /// </summary>
      [JsonPropertyName("department")]
      public string Department { get; init; } = Department;
    
      /// <summary>
      /// RESPONDENT: code of the municipality; null otherwise.
      /// </summary>
      [JsonPropertyName("municipality")]
      public string Municipality { get; init; } = Municipality;
    
      /// <summary>
      /// Display name.
      /// </summary>
      [JsonPropertyName("name")]
      public string Name { get; init; } = Name;
    
      /// <summary>
      /// Roles.
      /// </summary>
      [JsonPropertyName("roles")]
      public List<Role> Roles { get; init; } = Roles;
    
      /// <summary>
      /// Tasks among which you choose by the header X-Reflexbogen-Scope; null where your provider names your roles.
      /// </summary>
      [JsonPropertyName("scopes")]
      public ViewerScopes Scopes { get; init; } = Scopes;
    
      /// <summary>
      /// RESPONDENT: whether you may hand the sheet in.
      /// </summary>
      [JsonPropertyName("signatory")]
      public bool Signatory { get; init; } = Signatory;
    
      /// <summary>
      /// Whether the token grants the sight of single answers in studies whose policy asks for the grant.
      /// </summary>
      [JsonPropertyName("singleAnswers")]
      public bool SingleAnswers { get; init; } = SingleAnswers;
    
      /// <summary>
      /// Slugs of the studies the token covers; null = every study.
      /// </summary>
      [JsonPropertyName("studies")]
      public List<string> Studies { get; init; } = Studies;
      #endregion
    }
    #endregion
    
    #region ViewerScopes
    /// <summary>
    /// Tasks of a person; every request acts in one of them.
    /// </summary>
    public record ViewerScopes(string Acting, List<string> All) {
      #region members
      /// <summary>
      /// The one that this request acts in.
      /// </summary>
      [JsonPropertyName("acting")]
      public string Acting { get; init; } = Acting;
    
      /// <summary>
      /// All of them, the first of which needs no header: `*`, `study,study`, `study/municipality` or `study/municipality/department`.
      /// </summary>
      [JsonPropertyName("all")]
      public List<string> All { get; init; } = All;
      #endregion
    }
    #endregion
    
    #region WithdrawExtensionInput
    /// <summary>
    /// Takes an extension back.
    /// </summary>
    public class WithdrawExtensionInput {
      #region members
      /// <summary>
      /// Why. Goes on record.
      /// </summary>
      [Required]
      public string reason { get; set; }
    
      /// <summary>
      /// The response.
      /// </summary>
      [Required]
      public string response { get; set; }
      #endregion
    
      #region methods
      public dynamic GetInputObject()
      {
        IDictionary<string, object> d = new System.Dynamic.ExpandoObject();
    
        var properties = GetType().GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public);
        foreach (var propertyInfo in properties)
        {
          var value = propertyInfo.GetValue(this);
          var defaultValue = propertyInfo.PropertyType.IsValueType ? Activator.CreateInstance(propertyInfo.PropertyType) : null;
    
          var requiredProp = propertyInfo.GetCustomAttributes(typeof(RequiredAttribute), false).Length > 0;
    
          if (requiredProp || value != defaultValue)
          {
            d[propertyInfo.Name] = value;
          }
        }
        return d;
      }
      #endregion
    }
    #endregion
    
    #region WordChange
    /// <summary>
    /// A run of words of a text that changed.
    /// </summary>
    public record WordChange(WordOp Op, string Text) {
      #region members
      /// <summary>
      /// What became of them.
      /// </summary>
      [JsonPropertyName("op")]
      public WordOp Op { get; init; } = Op;
    
      /// <summary>
      /// The words, with the blanks between them.
      /// </summary>
      [JsonPropertyName("text")]
      public string Text { get; init; } = Text;
      #endregion
    }
    #endregion
      /// <summary>
      /// What became of words.
      /// </summary>
    public enum WordOp {
      /// <summary>
      /// They came.
      /// </summary>
      ADDED,
      /// <summary>
      /// They stayed.
      /// </summary>
      EQUAL,
      /// <summary>
      /// They went.
      /// </summary>
      REMOVED
    }
    
      /// <summary>
      /// What the signed rank test does with those who did not change.
      /// </summary>
    public enum ZeroHandling {
      /// <summary>
      /// They are ranked, and their ranks then dropped (Pratt 1959).
      /// </summary>
      PRATT,
      /// <summary>
      /// They are dropped before ranking (Wilcoxon 1945).
      /// </summary>
      WILCOXON
    }
    
  }
  
}
