/** How a line of the list of meetings is laid out. */
export const rowClass = "flex min-h-18 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3";

/** Puts the focus into a field with everything selected: to be typed over, or copied. */
export function selectAll(field: HTMLInputElement | null) {
  field?.focus();
  field?.select();
}
