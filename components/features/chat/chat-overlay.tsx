import { ChatNews } from "./chat-news";
import { FilesFromAnywhere } from "./files-from-anywhere";
import { LeaveQuestion } from "./leave-question";

/** What the chat does while its panel is closed. */
export function ChatOverlay() {
  return (
    <>
      <ChatNews />
      <FilesFromAnywhere />
      <LeaveQuestion />
    </>
  );
}
