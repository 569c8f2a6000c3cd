import { HomeScreen } from "@/components/home/home-screen";
import { translator } from "@/components/messages/translator";
import { isProblemCode } from "@/lib/contract/problem";
import { readMyMeetings } from "@/lib/server/meetings/my-meetings";

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function HomePage({ searchParams }: PageProps<"/">) {
  const query = await searchParams;
  const code = first(query.code)?.slice(0, 2000);
  const problem = first(query.problem);
  const sentence = problem === undefined ? undefined : problemSentence(problem, code);
  return (
    <HomeScreen
      mine={await readMyMeetings()}
      renderedAt={Date.now()}
      isWhole={query.all !== undefined}
      code={code}
      startError={code === undefined ? sentence : undefined}
      codeError={code === undefined ? undefined : sentence}
    />
  );
}

/** Why the form that was sent without script came back here. */
function problemSentence(problem: string, code: string | undefined): string {
  const home = translator("home");
  if (problem === "invalid-code" && code !== undefined)
    return home(code.trim() === "" ? "codeMissing" : "codeWrong");
  const t = translator("problems");
  const known = isProblemCode(problem) ? problem : "internal-error";
  return `${t(`codes.${known}.title`)}. ${t(`codes.${known}.remedy`)}`;
}
