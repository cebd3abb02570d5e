const words = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** In lower case: words that are no column name in SPSS, Stata, R, PostgreSQL or DuckDB. Stata's `str#` is a pattern. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...words('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'),
  ...words('_all byte int long float double if in using with strL _n _N _pi _cons _rc _skip _coef _b _pred _se'),
  ...words('if else repeat while function for next break TRUE FALSE NULL Inf NaN NA in'),
  ...words('NA_integer_ NA_real_ NA_complex_ NA_character_'),
  ...words(`all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
    collation column concurrently constraint create cross current_catalog current_date current_role current_schema
    current_time current_timestamp current_user default deferrable desc describe distinct do else end except false fetch
    for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lambda
    lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer
    overlaps pivot placing primary qualify references returning right select session_user show similar some summarize
    symmetric system_user table tablesample then to trailing true union unique unpivot user using variadic verbose when
    where window with`),
  ...words('add alter between delete drop exists insert set update values column row rows index key'),
]);
