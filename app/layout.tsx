import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { ThemeScript } from "@/components/home/theme-script";
import { currentLocale, translator } from "@/components/messages/translator";
import { services } from "@/lib/server/services";

export function generateMetadata(): Metadata {
  const t = translator("app");
  const name = t("name");
  return {
    metadataBase: new URL(services().config.frontendUrl),
    title: { default: name, template: `%s · ${name}` },
    description: t("description"),
    applicationName: name,
    openGraph: {
      title: name,
      description: t("description"),
      siteName: name,
      type: "website",
      images: [{ url: "/icons/icon-512.png", width: 512, height: 512, alt: "" }],
    },
    referrer: "same-origin",
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#13151a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: its scripts carry that request's nonce.
  await connection();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={currentLocale()} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body>{children}</body>
    </html>
  );
}
