interface CountBadgeProps {
  count: number | string;
  /** What it counts, for screen readers; where the button says so itself, nothing. */
  label?: string;
  /** Its place on what it lies on, and its colours. */
  className: string;
}

/** A number on the corner of a button. */
export function CountBadge({ count, label, className }: CountBadgeProps) {
  return (
    <span
      className={`tabular pointer-events-none absolute grid h-5 min-w-5 animate-appear place-items-center rounded-full px-1 font-semibold text-xs ${className}`}
    >
      <span aria-hidden="true">{count}</span>
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
