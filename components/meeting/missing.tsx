import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";
import { CodeForm } from "./code-form";
import { OneSentence, PageFrame } from "./page-frame";
import { PageHeading } from "./page-heading";

interface MissingWords {
  home: string;
  title: string;
  text: string;
}

/** No meeting has this code: another try is right there, and works without script. */
export function UnknownMeeting({
  words,
}: {
  words: MissingWords & { codeLabel: string; join: string };
}) {
  return (
    <PageFrame homeLabel={words.home}>
      <OneSentence>
        <PageHeading>{words.title}</PageHeading>
        <p className="text-pretty text-base text-ink-soft">{words.text}</p>
        <CodeForm words={words} />
        <a href={paths.home} className={buttonClass("plain", "medium")}>
          {words.home}
        </a>
      </OneSentence>
    </PageFrame>
  );
}

export function DeletedMeeting({ words }: { words: MissingWords }) {
  return (
    <PageFrame homeLabel={words.home}>
      <OneSentence>
        <PageHeading>{words.title}</PageHeading>
        <p className="text-pretty text-base text-ink-soft">{words.text}</p>
        <a href={paths.home} className={`${buttonClass("primary", "large")} mt-2`}>
          {words.home}
        </a>
      </OneSentence>
    </PageFrame>
  );
}

/** Nobody can say just now whether there is such a meeting. */
export function UnavailableMeeting({
  words,
  address,
}: {
  words: MissingWords & { tryAgain: string };
  /** This page: loading it again is the next try, with or without script. */
  address: string;
}) {
  return (
    <PageFrame homeLabel={words.home}>
      <OneSentence>
        <PageHeading>{words.title}</PageHeading>
        <p className="text-pretty text-base text-ink-soft">{words.text}</p>
        <div className="mt-2 flex flex-wrap justify-center gap-3">
          <a href={address} className={buttonClass("primary", "large")}>
            {words.tryAgain}
          </a>
          <a href={paths.home} className={buttonClass("quiet", "large")}>
            {words.home}
          </a>
        </div>
      </OneSentence>
    </PageFrame>
  );
}
