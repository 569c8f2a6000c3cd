import { ChatNews } from "./chat-news";
import { DropAnywhere } from "./drop-anywhere";

/** What the chat does while its panel is closed. */
export function ChatOverlay() {
  return (
    <>
      <ChatNews />
      <DropAnywhere />
    </>
  );
}
