import { readableKey } from "@/components/call/use-shortcut";

/** A chord, drawn as the keys to press. */
export function KeyCap({ chord }: { chord: string }) {
  return (
    <kbd className="inline-grid h-7 min-w-7 place-items-center whitespace-nowrap rounded-[6px] border border-edge-strong bg-ink/6 px-2 font-medium font-sans text-ink text-xs">
      {readableKey(chord)}
    </kbd>
  );
}
