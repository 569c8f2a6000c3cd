import type { MeetingFeature } from "@/components/call/feature";
import { CameraButton } from "./camera-button";
import { CameraChoices } from "./camera-choices";

export const camera = {
  id: "camera",
  Control: CameraButton,
  MenuItem: () => (
    <div className="sm:hidden">
      <CameraChoices />
    </div>
  ),
  shortcuts: [{ key: "v", label: "turn" }],
} satisfies MeetingFeature;
