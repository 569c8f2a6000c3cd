import { Switch } from "@/components/ui/switch";

interface SettingSwitchProps {
  label: string;
  hint: string;
  isOn: boolean;
  /** The server has not answered yet: it keeps the focus, and takes no second press. */
  isPending: boolean;
  onChange: (isOn: boolean) => void;
}

/** A setting that takes effect at once. */
export function SettingSwitch({ label, hint, isOn, isPending, onChange }: SettingSwitchProps) {
  return (
    <Switch
      label={label}
      hint={hint}
      aria-label={label}
      aria-busy={isPending || undefined}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
