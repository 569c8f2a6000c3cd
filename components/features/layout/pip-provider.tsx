"use client";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useTranslations } from "use-intl";
import { addCallDocument } from "@/components/call/call-documents";
import { useWayOut } from "@/components/call/use-way-out";
import { useToast } from "@/components/ui/toast";
import { copyLook } from "./copy-look";
import { isVideoPipOpen, toggleVideoPip, watchVideoPip } from "./video-pip";

const PipWindow = lazy(() => import("./pip-window"));

const size = { width: 360, height: 400 };

interface Pip {
  /** This browser has a window for it. */
  isPossible: boolean;
  isOpen: boolean;
  /** Opens or closes it: has to come from a press, or browsers refuse. */
  toggle: () => void;
}

const PipContext = createContext<Pip | undefined>(undefined);

export function usePip(): Pip {
  const pip = useContext(PipContext);
  if (!pip) throw new Error("usePip needs a PipProvider above it.");
  return pip;
}

/** The call in a small window over others: with its buttons where browsers allow that, else one picture. */
export function PipProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("features.layout.pip");
  const toast = useToast();
  const [opened, setOpened] = useState<Window>();
  const isVideoOpen = useSyncExternalStore(watchVideoPip, isVideoPipOpen, () => false);
  const { isAsking } = useWayOut();
  useEffect(() => {
    if (!opened) return;
    const end = addCallDocument(opened.document);
    return () => {
      end();
      opened.close();
    };
  }, [opened]);
  useEffect(() => {
    // What is asked before one leaves is asked in the page, which this lies over.
    if (isAsking) setOpened(undefined);
  }, [isAsking]);

  const pip = useMemo<Pip>(() => {
    const { documentPictureInPicture } = window;
    const open = async () => {
      if (!documentPictureInPicture) {
        if ((await toggleVideoPip()) === "no-picture") toast({ text: t("noPicture") });
        return;
      }
      const next = await documentPictureInPicture.requestWindow(size);
      copyLook(document, next.document);
      next.document.title = t("title");
      const gone = () => setOpened((now) => (now === next ? undefined : now));
      next.addEventListener("pagehide", gone, { once: true });
      setOpened(next);
    };
    return {
      isPossible: documentPictureInPicture !== undefined || document.pictureInPictureEnabled,
      // Beside our own window, the browser's is none of ours.
      isOpen: documentPictureInPicture ? opened !== undefined : isVideoOpen,
      toggle: () => {
        // Forgotten at once: the window says that it goes when it is gone.
        if (opened) setOpened(undefined);
        else open().catch(() => toast({ text: t("failed") }));
      },
    };
  }, [opened, isVideoOpen, t, toast]);
  return (
    <PipContext value={pip}>
      {children}
      {opened && (
        <Suspense>
          <PipWindow target={opened} />
        </Suspense>
      )}
    </PipContext>
  );
}
