import { themeScript } from "@/lib/client/theme";

/** Sets the chosen theme before the page is painted. */
export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      // Browsers hide the nonce from the page, so what React finds differs from what it sent.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; as a child it would be escaped.
      dangerouslySetInnerHTML={{ __html: themeScript }}
    />
  );
}
