/**
 * The step that gives a record its relations. Three tables say what is still to be related, and are written in the transaction
 * that changed it, so that a crash loses nothing: `unrelated` articles, `loose_blocks` of events, `loose_places` of holdings.
 */
export const RELATIONS = `
CREATE TABLE unrelated (article INTEGER PRIMARY KEY) STRICT;
INSERT INTO unrelated (article) SELECT n FROM articles;
CREATE TABLE unpaired (article INTEGER PRIMARY KEY) STRICT;
CREATE TABLE loose_blocks (block TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE loose_places (place TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE event_blocks (claim INTEGER PRIMARY KEY, article INTEGER NOT NULL, block TEXT NOT NULL) STRICT;
CREATE INDEX event_blocks_by_block ON event_blocks (block, article);

CREATE TABLE events (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  day TEXT NOT NULL,
  claims INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  contradictions INTEGER NOT NULL DEFAULT 0,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_day ON events (day, n);
CREATE INDEX events_by_articles ON events (articles, n);

CREATE TABLE event_claims (claim INTEGER PRIMARY KEY, event INTEGER NOT NULL, once TEXT NOT NULL) STRICT;
CREATE INDEX event_claims_by_event ON event_claims (event, claim);
CREATE INDEX event_claims_by_once ON event_claims (once);

CREATE TABLE event_areas (
  area TEXT NOT NULL, day TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (area, day, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_areas_by_event ON event_areas (event);

CREATE TABLE contradictions (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  event INTEGER,
  place TEXT,
  is_open INTEGER NOT NULL,
  day TEXT NOT NULL,
  contradiction TEXT NOT NULL
) STRICT;
CREATE INDEX contradictions_by_event ON contradictions (event);
CREATE INDEX contradictions_by_place ON contradictions (place);
CREATE INDEX contradictions_by_day ON contradictions (day, n);

CREATE TABLE controls (
  n INTEGER PRIMARY KEY, claim INTEGER NOT NULL, place TEXT NOT NULL, root TEXT NOT NULL, control TEXT NOT NULL
) STRICT;
CREATE INDEX controls_by_place ON controls (place);
CREATE INDEX controls_by_claim ON controls (claim);

CREATE TABLE holdings (
  place TEXT NOT NULL, ord INTEGER NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL, holding TEXT NOT NULL,
  PRIMARY KEY (place, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX holdings_by_day ON holdings (to_day, from_day);

CREATE TABLE prints (article INTEGER PRIMARY KEY, outlet TEXT, signature INTEGER NOT NULL, hashes BLOB NOT NULL) STRICT;
CREATE INDEX prints_by_outlet ON prints (outlet, signature);
CREATE TABLE postings (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)) STRICT, WITHOUT ROWID;
CREATE TABLE worn (hash INTEGER NOT NULL, place TEXT NOT NULL, PRIMARY KEY (hash, place)) STRICT, WITHOUT ROWID;

CREATE TABLE reuse (
  n INTEGER PRIMARY KEY, first INTEGER NOT NULL, second INTEGER NOT NULL, kind TEXT NOT NULL, reuse TEXT NOT NULL
) STRICT;
CREATE INDEX reuse_by_first ON reuse (first, second);
CREATE INDEX reuse_by_second ON reuse (second);

CREATE TABLE datings (article INTEGER PRIMARY KEY, published TEXT, dating TEXT NOT NULL) STRICT;

CREATE TABLE chronology (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  place TEXT,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;
CREATE INDEX chronology_by_place ON chronology (place, from_day);
`
