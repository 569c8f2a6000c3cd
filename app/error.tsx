"use client";
import { lazy, Suspense } from "react";

// With every page comes the way to this one, and its content only when a page fails. Should even that
// not arrive, the global error page takes over, which is always there.
const ErrorScreen = lazy(async () => ({
  default: (await import("@/components/home/error-screen")).ErrorScreen,
}));

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Suspense>
      <ErrorScreen digest={error.digest} />
    </Suspense>
  );
}
