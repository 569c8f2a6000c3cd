"use client";
import "./globals.css";
import { ErrorScreen } from "@/components/home/error-screen";

/** In place of everything, when the layout itself failed. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <ErrorScreen digest={error.digest} />
      </body>
    </html>
  );
}
