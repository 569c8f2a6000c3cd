/** Two circles that meet: the mark, without a name. */
export function LogoMark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <circle cx="11" cy="16" r="9.5" className="fill-accent" opacity="0.55" />
      <circle cx="21" cy="16" r="9.5" className="fill-accent" opacity="0.55" />
      <path
        d="M16 7.92a9.5 9.5 0 0 1 0 16.16a9.5 9.5 0 0 1 0-16.16z"
        className="fill-accent-strong"
      />
    </svg>
  );
}

/** The mark and the product's name beside it. */
export function Logo({ name, className = "" }: { name: string; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2 font-semibold text-base ${className}`}>
      <LogoMark />
      {name}
    </span>
  );
}
