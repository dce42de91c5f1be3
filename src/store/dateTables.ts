/**
 * The step that dates articles over the record. `told`: what dating reads of an article, `undated` 1 for one without a date, 2 where
 * it also tells of happenings with words such as "yesterday"; `details` finds those that tell the same. `anchors`: the days left to an
 * article without a date by those that state theirs, open ends far off; other articles are dated by these. What is to be
 * solved anew stands in `loose_anchors` and `loose_datings`.
 */
export const DATES = `
CREATE TABLE told (article INTEGER PRIMARY KEY, undated INTEGER NOT NULL, details BLOB NOT NULL, told TEXT NOT NULL) STRICT;
CREATE TABLE details (
  detail INTEGER NOT NULL, undated INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (detail, undated, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE detail_tellers (detail INTEGER PRIMARY KEY, tellers INTEGER NOT NULL) STRICT;
CREATE TABLE anchors (article INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE TABLE loose_anchors (article INTEGER PRIMARY KEY) STRICT;
CREATE TABLE loose_datings (article INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER reuse_dates AFTER INSERT ON reuse BEGIN
  INSERT OR IGNORE INTO loose_anchors SELECT article FROM told WHERE undated > 0 AND article IN (NEW.first, NEW.second);
END;
CREATE TRIGGER reuse_undates AFTER DELETE ON reuse BEGIN
  INSERT OR IGNORE INTO loose_anchors SELECT article FROM told WHERE undated > 0 AND article IN (OLD.first, OLD.second);
END;
INSERT OR IGNORE INTO unrelated (article) SELECT n FROM articles;
`
