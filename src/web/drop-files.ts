/** Files that were dropped or chosen, with their paths, folders with all that is in them. */

/** A file and its path within what was dropped: `folder/a.txt`. */
export interface Dropped {
  readonly file: File
  readonly path: string
}

const READ = /\.(txt|html?|(jsonl|ndjson)(\.gz)?)$/i
const SIDE = /\.meta\.json$/i

/** The files that are read, side files first, since an article is read with the side file that lies there. The rest is counted. */
export function sortFiles(dropped: readonly Dropped[]): {
  readonly files: Dropped[]
  readonly others: number
} {
  const sides = dropped.filter(({ path }) => SIDE.test(path))
  const files = dropped.filter(({ path }) => READ.test(path))
  return { files: [...sides, ...files], others: dropped.length - sides.length - files.length }
}

/** The files of a file field. */
export function listChosen(files: FileList): Dropped[] {
  return [...files].map(file => ({ file, path: file.webkitRelativePath || file.name }))
}

/** The files of a drop. Call it at once: the browser forgets what was dropped when the event is over. */
export async function listDropped(data: DataTransfer): Promise<Dropped[]> {
  const found = [...data.items].map(item => {
    const entry = item.webkitGetAsEntry()
    const file = entry === null ? item.getAsFile() : null
    return entry === null ? listAlone(file) : listEntry(entry)
  })
  return (await Promise.all(found)).flat()
}

/** A file that lies in no folder the browser knows of: out of another program, or pasted. */
async function listAlone(file: File | null): Promise<Dropped[]> {
  return file === null ? [] : [{ file, path: file.name }]
}

async function listEntry(entry: FileSystemEntry): Promise<Dropped[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (isFile(entry)) return [{ file: await new Promise<File>((done, fail) => entry.file(done, fail)), path }]
  if (!isFolder(entry)) return []
  const inside = await listFolder(entry.createReader())
  return (await Promise.all(inside.map(each => listEntry(each)))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** A reader gives a folder in parts, an empty one at the end. */
async function listFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (part.length === 0) return all
    all.push(...part)
  }
}
