/** The step that posts shingles in a pass of their own, and wears them by the number of texts alone: all are posted again. */
export const POSTINGS = `
CREATE TABLE unposted (article INTEGER PRIMARY KEY) STRICT;
INSERT OR IGNORE INTO unrelated (article) SELECT article FROM prints;
DELETE FROM prints;
DELETE FROM postings;
DELETE FROM worn;
DROP INDEX prints_by_outlet;
`
