/**
 * The step that gives a record what the pages of outlets add up from. `tallied` holds what an article or an event has added to the
 * counts, so that exactly that is taken back when it goes. Events are related anew, since those that stand have added nothing yet.
 */
export const OUTLETS = `
CREATE TABLE tallied (owner TEXT NOT NULL, n INTEGER NOT NULL, tallies TEXT NOT NULL, PRIMARY KEY (owner, n)) STRICT, WITHOUT ROWID;

CREATE TABLE outlet_roots (
  outlet TEXT NOT NULL, root TEXT NOT NULL, claims INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (outlet, root)
) STRICT, WITHOUT ROWID;
CREATE TABLE outlet_manners (
  outlet TEXT NOT NULL, type TEXT NOT NULL, voice TEXT NOT NULL, modality TEXT NOT NULL, stance TEXT NOT NULL,
  claims INTEGER NOT NULL, PRIMARY KEY (outlet, type, voice, modality, stance)
) STRICT, WITHOUT ROWID;
CREATE TABLE outlet_actors (
  outlet TEXT NOT NULL, actor TEXT NOT NULL, events INTEGER NOT NULL, others INTEGER NOT NULL, PRIMARY KEY (outlet, actor)
) STRICT, WITHOUT ROWID;
CREATE TABLE outlet_wordings (
  outlet TEXT NOT NULL, actor TEXT NOT NULL, wording TEXT NOT NULL,
  events INTEGER NOT NULL, others INTEGER NOT NULL, voiced INTEGER NOT NULL, PRIMARY KEY (outlet, actor, wording)
) STRICT, WITHOUT ROWID;
CREATE TABLE spellings (
  actor TEXT NOT NULL, wording TEXT NOT NULL, text TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (actor, wording, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_outlets (
  outlet TEXT NOT NULL, day TEXT NOT NULL, event INTEGER NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (outlet, day, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_outlets_by_event ON event_outlets (event);
CREATE TABLE news (
  event INTEGER PRIMARY KEY, family TEXT NOT NULL, area TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
CREATE INDEX news_by_area ON news (family, area);

CREATE TABLE outlet_copies (
  outlet TEXT NOT NULL, other TEXT NOT NULL, side TEXT NOT NULL, kind TEXT NOT NULL, pairs INTEGER NOT NULL,
  PRIMARY KEY (outlet, other, side, kind)
) STRICT, WITHOUT ROWID;
CREATE VIEW reuse_sides AS
  SELECT r.n, a.outlet, b.outlet AS other, r.kind,
    iif(json_extract(r.reuse, '$.direction') IS NULL, 'either', iif(a.n = r.first, 'to', 'from')) AS side
  FROM reuse AS r JOIN articles AS a ON a.n IN (r.first, r.second) JOIN articles AS b ON b.n IN (r.first, r.second) AND b.n <> a.n
  WHERE a.outlet <> b.outlet;
CREATE TRIGGER reuse_comes AFTER INSERT ON reuse BEGIN
  INSERT INTO outlet_copies SELECT outlet, other, side, kind, 1 FROM reuse_sides WHERE n = NEW.n
    ON CONFLICT DO UPDATE SET pairs = pairs + 1;
END;
CREATE TRIGGER reuse_goes BEFORE DELETE ON reuse BEGIN
  INSERT INTO outlet_copies SELECT outlet, other, side, kind, -1 FROM reuse_sides WHERE n = OLD.n
    ON CONFLICT DO UPDATE SET pairs = pairs - 1;
END;
INSERT INTO outlet_copies SELECT outlet, other, side, kind, COUNT(*) FROM reuse_sides GROUP BY outlet, other, side, kind;

DELETE FROM event_claims;
DELETE FROM event_areas;
DELETE FROM contradictions WHERE event IS NOT NULL;
DELETE FROM events;
INSERT OR IGNORE INTO unrelated (article) SELECT n FROM articles;
`
