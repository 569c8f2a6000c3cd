// What is dropped onto the page.

export interface Dropped {
  files: readonly File[];
  /** The name of a folder among them: browsers give it as a file that nothing can read. */
  folder: string | undefined;
}

/** The files among what is dropped, and whether a folder was. */
export function filesOf({ items }: { items: Iterable<DataTransferItem> }): Dropped {
  const files: File[] = [];
  let folder: string | undefined;
  for (const item of items) {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory) folder ??= entry.name;
    else {
      const file = item.getAsFile();
      if (file) files.push(file);
    }
  }
  return { files, folder };
}
