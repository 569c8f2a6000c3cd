/** Something is under way. With a `label` it says so to screen readers, else whoever holds it does. */
export function Spinner({ label, className = "size-5" }: { label?: string; className?: string }) {
  const drawing = (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
      className={`animate-spin ${className}`}
    >
      <circle cx="10" cy="10" r="7.5" opacity="0.25" />
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
    </svg>
  );
  if (label === undefined) return drawing;
  return (
    <span role="status" className="inline-flex items-center">
      {drawing}
      <span className="sr-only">{label}</span>
    </span>
  );
}
