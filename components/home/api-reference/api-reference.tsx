"use client";
import "./api-reference.css";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";
import { readOpenApi } from "@/lib/client/open-api";
import type { ReferenceWords } from "./layout";

interface ApiReferenceProps {
  words: ReferenceWords & Record<"loading" | "failed" | "failedText" | "again", string>;
}

/**
 * Our OpenAPI document, drawn by Swagger UI. The library is loaded here and nowhere else: it is larger
 * than everything else of ours together.
 */
export function ApiReference({ words }: ApiReferenceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the same work again, and words do not change.
  useEffect(() => {
    // A node of its own for each time: the library cannot be asked to leave one.
    const node = document.createElement("div");
    const leaving = new AbortController();
    place.current?.append(node);
    const show = async () => {
      try {
        const [{ draw }, spec] = await Promise.all([import("./draw"), readOpenApi(leaving.signal)]);
        if (leaving.signal.aborted) return;
        draw(node, spec, words, () => setState("shown"));
      } catch {
        if (!leaving.signal.aborted) setState("failed");
      }
    };
    void show();
    return () => {
      leaving.abort();
      node.remove();
    };
  }, [attempt]);

  return (
    <div className="api-reference pb-16">
      {state === "loading" && (
        <p role="status" className="flex items-center gap-3 py-10 text-ink-soft noscript:hidden">
          <Spinner />
          {words.loading}
        </p>
      )}
      {state === "failed" && (
        <div role="alert" className="grid max-w-[65ch] justify-items-start gap-3 py-10">
          <p className="font-medium">{words.failed}</p>
          <p className="text-ink-soft">{words.failedText}</p>
          <button
            type="button"
            className={buttonClass("primary")}
            onClick={() => {
              setState("loading");
              setAttempt(attempt + 1);
            }}
          >
            {words.again}
          </button>
        </div>
      )}
      <div ref={place} />
    </div>
  );
}
