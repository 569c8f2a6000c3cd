import { ChatNews } from "./chat-news";
import { FilesFromAnywhere } from "./files-from-anywhere";

/** What the chat does while its panel is closed. */
export function ChatOverlay() {
  return (
    <>
      <ChatNews />
      <FilesFromAnywhere />
    </>
  );
}
