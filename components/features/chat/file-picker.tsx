import type { RefObject } from "react";

interface FilePickerProps {
  /** For whoever opens the browser's own window by a click on it. */
  ref: RefObject<HTMLInputElement | null>;
  onPick: (files: readonly File[]) => void;
}

/** The browser's own window to choose files from; nothing is seen of it in the page. */
export function FilePicker({ ref, onPick }: FilePickerProps) {
  return (
    <input
      ref={ref}
      type="file"
      multiple={true}
      hidden={true}
      aria-hidden="true"
      tabIndex={-1}
      onChange={(event) => {
        onPick([...(event.target.files ?? [])]);
        // The same file may be chosen again.
        event.target.value = "";
      }}
    />
  );
}
