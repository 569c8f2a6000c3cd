import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/text-field";
import { paths } from "@/lib/contract/paths";
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
        <form
          action={paths.meetingByCodeForm}
          method="get"
          className="mt-2 flex w-full max-w-sm items-end gap-2 text-left"
        >
          <TextField
            name="code"
            label={words.codeLabel}
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            placeholder="abc-defg-hij"
            className="flex-1"
          />
          <Button type="submit" variant="primary" className="h-11!">
            {words.join}
          </Button>
        </form>
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
