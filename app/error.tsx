"use client";
import { ErrorScreen } from "@/components/home/error-screen";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <ErrorScreen digest={error.digest} />;
}
