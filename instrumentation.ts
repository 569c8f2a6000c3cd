/** Runs once in each server process, before the first request: dev, start, containers and Vercel alike. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NEXT_PHASE === "phase-production-build") return;
  const { boot } = await import("@/lib/server/boot");
  await boot();
}
