// The quiet picture beside the button: a call in the accent's tints, drawn in CSS alone.

const people = ["tile-accent", "tile-violet tile-speaking", "tile-blue", "tile-sky"];

/** Says nothing that the words beside it do not say, so screen readers pass it by. */
export function TilesPicture({ className = "" }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={`rounded-dialog border border-edge bg-surface p-3 forced-colors:hidden ${className}`}
    >
      <div className="grid grid-cols-2 gap-2">
        {people.map((tint) => (
          <div key={tint} className={`picture-tile ${tint}`}>
            <span className="picture-head" />
            <span className="picture-shoulders" />
            <span className="picture-name" />
          </div>
        ))}
      </div>
      <div className="flex items-center justify-center gap-2 pt-3">
        <span className="size-7 rounded-full bg-ink/10" />
        <span className="size-7 rounded-full bg-ink/10" />
        <span className="size-7 rounded-full bg-ink/10" />
        <span className="h-7 w-12 rounded-full bg-danger/80" />
      </div>
    </div>
  );
}
