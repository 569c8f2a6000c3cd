// What of a clipboard is to be attached: office programs copy cells and words together with a picture of them.

interface Pasted {
  files: Iterable<File>;
  types: readonly string[];
  getData(type: string): string;
}

/** Whether there is anything to read in it: a picture that was copied in a browser comes as an `<img>` alone. */
const hasWords = (html: string) =>
  html.replace(/<(style|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi, "").trim() !== "";

/** The files to attach; none where pictures only show the words beside them, which the browser then pastes. */
export function pastedFiles(pasted: Pasted): File[] {
  const all = [...pasted.files];
  const has = (type: string) => pasted.types.includes(type);
  const areWords = has("text/plain") && (has("text/rtf") || hasWords(pasted.getData("text/html")));
  return areWords && all.every(({ type }) => type.startsWith("image/")) ? [] : all;
}
