/**
 * The tables of a record, as a list of steps that only ever grows: step N takes a record of version N-1 to N.
 * Never change a step that has been released; add one.
 */
import { DATES } from './dateTables.ts'
import { OUTLETS } from './outletTables.ts'
import { POSTINGS } from './postingTables.ts'
import { RELATIONS } from './relationTables.ts'

const FIRST = `
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  outlet TEXT,
  url TEXT,
  title TEXT,
  published TEXT,
  published_from TEXT,
  credits TEXT NOT NULL,
  characters INTEGER NOT NULL,
  body_start INTEGER NOT NULL,
  body_end INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  places INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  day TEXT NOT NULL,
  format TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  path TEXT NOT NULL,
  read_at TEXT NOT NULL,
  lexicon TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_day ON articles (day, n);
CREATE INDEX articles_by_outlet ON articles (outlet, day, n, claims);

CREATE TABLE texts (article INTEGER PRIMARY KEY, text TEXT NOT NULL, reading BLOB NOT NULL) STRICT;

CREATE TABLE sightings (
  article INTEGER NOT NULL,
  path TEXT NOT NULL,
  outlet TEXT,
  url TEXT,
  read_at TEXT NOT NULL,
  PRIMARY KEY (article, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  n INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  family TEXT NOT NULL,
  optional INTEGER NOT NULL,
  modality TEXT NOT NULL,
  stance TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  time TEXT,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  day TEXT NOT NULL,
  dated TEXT NOT NULL,
  root TEXT NOT NULL,
  root_text TEXT NOT NULL,
  root_kind TEXT NOT NULL,
  root_actor TEXT,
  claim TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_day ON claims (optional, day, n);
CREATE INDEX claims_by_type ON claims (type, optional, day, n);
CREATE INDEX claims_by_family ON claims (family, optional, day, n);
CREATE INDEX claims_by_root ON claims (root, optional, day, n);

CREATE TABLE claim_places (
  claim INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  place TEXT,
  text TEXT NOT NULL,
  role TEXT NOT NULL,
  lat REAL,
  lon REAL,
  PRIMARY KEY (claim, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_places_by_place ON claim_places (place);

CREATE TABLE claim_actors (
  claim INTEGER NOT NULL,
  side TEXT NOT NULL,
  ord INTEGER NOT NULL,
  actor TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (claim, side, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actors_by_actor ON claim_actors (actor);

CREATE TABLE sources (
  claim INTEGER NOT NULL,
  hop INTEGER NOT NULL,
  text TEXT NOT NULL,
  words TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT,
  PRIMARY KEY (claim, hop)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_words ON sources (words);

CREATE TABLE article_places (
  article INTEGER NOT NULL, place TEXT NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (article, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_places_by_place ON article_places (place, claims);

CREATE TABLE article_actors (
  article INTEGER NOT NULL, actor TEXT NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (article, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_actors_by_actor ON article_actors (actor, claims);

CREATE TABLE names (
  list TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  en TEXT NOT NULL,
  kind TEXT NOT NULL,
  side TEXT NOT NULL,
  folded TEXT NOT NULL,
  within TEXT,
  lat REAL,
  lon REAL,
  precision TEXT NOT NULL,
  domain TEXT,
  family TEXT,
  PRIMARY KEY (list, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE place_within (
  area TEXT NOT NULL, place TEXT NOT NULL, steps INTEGER NOT NULL, PRIMARY KEY (area, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_within_by_place ON place_within (place, steps);

CREATE TABLE problems (
  n INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  "where" TEXT NOT NULL,
  "values" TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (code, "where")
) STRICT;
CREATE INDEX problems_by_where ON problems ("where");

CREATE VIRTUAL TABLE article_words USING fts5(
  title, body, content='', contentless_delete=1, tokenize='ascii'
);
CREATE VIRTUAL TABLE claim_words USING fts5(
  evidence, content='', contentless_delete=1, tokenize='ascii'
);
`

/**
 * The log of reviews, which only grows; the claim that each target of reviews holds to now (NULL: none fits any more); what
 * the decisions about a claim come to. `doubt` orders the queue: one less the reader's confidence.
 */
const REVIEWS = `
CREATE TABLE reviews (n INTEGER PRIMARY KEY, target TEXT NOT NULL, entry TEXT NOT NULL) STRICT;
CREATE INDEX reviews_by_target ON reviews (target, n);
CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

CREATE TABLE review_targets (
  target TEXT PRIMARY KEY, article TEXT NOT NULL, last INTEGER NOT NULL, claim INTEGER, words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_targets_by_article ON review_targets (article);
CREATE INDEX review_targets_by_claim ON review_targets (claim);

CREATE TABLE reviewed_claims (claim INTEGER PRIMARY KEY, state TEXT NOT NULL, readers TEXT NOT NULL) STRICT;
CREATE INDEX reviewed_claims_by_state ON reviewed_claims (state, claim);

ALTER TABLE claims ADD COLUMN doubt REAL NOT NULL GENERATED ALWAYS AS (1 - json_extract(claim, '$.confidence')) VIRTUAL;
CREATE INDEX claims_by_doubt ON claims (optional, doubt, n);
`

/** Every step, the first first. */
export const MIGRATIONS: readonly string[] = [FIRST, REVIEWS, RELATIONS, OUTLETS, POSTINGS, DATES]
