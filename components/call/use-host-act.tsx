"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { type ToastMessage, useToast } from "@/components/ui/toast";
import { seatOf } from "@/lib/client/seats";
import { whyItFailed } from "@/lib/client/why-it-failed";
import { useCall } from "./call-provider";

interface Acting {
  meetingId: string;
  /** Who acts, for the API. */
  as: { seatToken: string };
}

interface Particulars {
  /** What was done, with a way back where there is one. */
  done?: ToastMessage;
  /** For what is typed: the sentence belongs beside the field. */
  failed?: (sentence: string) => void;
  /** What is wanted, where acts of one key differ: another wish waits for its turn, the same one is dropped. */
  wish?: string;
}

interface Running {
  wish: string | undefined;
  isDone: Promise<boolean>;
}

interface HostActs {
  /**
   * Does something through the API, one at a time for each key: a second press is not a second act, unless
   * it wishes for something else. True once it is done. A failure becomes a sentence, which `failed` is
   * told, else a toast.
   */
  run(
    key: string,
    act: (acting: Acting) => Promise<unknown>,
    particulars?: Particulars,
  ): Promise<boolean>;
  isPending(key: string): boolean;
  /** Who acts, for what is only looked up. */
  acting(): Acting;
}

const HostActContext = createContext<HostActs | undefined>(undefined);

/** Acts of this person on the meeting and the people in it, which the server allows or refuses. */
export function useHostAct(): HostActs {
  const acts = useContext(HostActContext);
  if (!acts) throw new Error("useHostAct needs a HostActProvider above it.");
  return acts;
}

/** Above everything that acts, so that an act outlives the menu it was chosen from. */
export function HostActProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("call.failed");
  const toast = useToast();
  const { meetingId, joined } = useCall().entry;
  const running = useRef(new Map<string, Running>());
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  const acting = useCallback(() => {
    // A seat that was lost on the way back in has been replaced by another one.
    const seatToken = seatOf(meetingId)?.token ?? joined.seat_token;
    return { meetingId, as: { seatToken } };
  }, [meetingId, joined]);
  const run = useCallback<HostActs["run"]>(
    async (key, act, { done, failed, wish } = {}) => {
      const before = running.current.get(key);
      if (before && (wish === undefined || wish === before.wish)) return false;
      const isDone = (before?.isDone ?? Promise.resolve()).then(attempt);
      const own = { wish, isDone };
      running.current.set(key, own);
      setPending(new Set(running.current.keys()));
      await isDone;
      if (running.current.get(key) === own) running.current.delete(key);
      setPending(new Set(running.current.keys()));
      return await isDone;

      async function attempt(): Promise<boolean> {
        try {
          await act(acting());
          if (done) toast(done);
          return true;
        } catch (error) {
          const why = whyItFailed(error);
          const sentence = "detail" in why ? why.detail : t(why.key);
          if (failed) failed(sentence);
          else toast({ text: sentence });
          return false;
        }
      }
    },
    [acting, toast, t],
  );
  const acts = useMemo<HostActs>(
    () => ({ run, isPending: (key) => pending.has(key), acting }),
    [run, pending, acting],
  );
  return <HostActContext value={acts}>{children}</HostActContext>;
}
