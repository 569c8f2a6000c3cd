import { translator } from "@/components/messages/translator";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { SitePage } from "./site-page";
import { StartForms } from "./start-forms";
import { TilesPicture } from "./tiles-picture";
import { YourMeetings } from "./your-meetings";

interface HomeScreenProps {
  mine: readonly MeetingInfo[] | undefined;
  renderedAt: number;
  isWhole: boolean;
  code: string | undefined;
  startError: string | undefined;
  codeError: string | undefined;
}

/** The landing page: what this is, the two ways in, and the meetings of this browser. */
export function HomeScreen({ mine, renderedAt, isWhole, ...tried }: HomeScreenProps) {
  const t = translator("home");
  return (
    <SitePage>
      <div className="grid items-start gap-12 py-10 sm:py-16 lg:grid-cols-[1fr_minmax(0,27rem)] lg:gap-16 lg:pt-[max(3rem,10vh)]">
        <div className="grid gap-8 lg:pt-5">
          <div className="grid gap-3">
            <h1 className="text-balance font-semibold text-xl tracking-tight sm:text-2xl">
              {t("title")}
            </h1>
            <p className="max-w-[65ch] text-ink-soft text-lg">{t("lead")}</p>
          </div>
          <StartForms {...tried} />
        </div>
        <TilesPicture className="hidden lg:block" />
      </div>
      <div className="pb-16">
        <YourMeetings mine={mine} renderedAt={renderedAt} isWhole={isWhole} />
      </div>
    </SitePage>
  );
}
