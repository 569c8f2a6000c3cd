import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { paths } from "@/lib/contract/paths";

/** Another try with another code; works without script. */
export function CodeForm({ words }: { words: { codeLabel: string; join: string } }) {
  return (
    <form
      action={paths.meetingByCodeForm}
      method="get"
      className="mt-2 flex w-full max-w-sm items-end gap-2 text-left"
    >
      <TextField
        name="code"
        label={words.codeLabel}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        placeholder="abc-defg-hij"
        className="flex-1"
      />
      <Button type="submit" variant="primary" className="h-11!">
        {words.join}
      </Button>
    </form>
  );
}
