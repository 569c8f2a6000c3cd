import type { MetadataRoute } from "next";
import { translator } from "@/components/messages/translator";
import { paths } from "@/lib/contract/paths";

export default function manifest(): MetadataRoute.Manifest {
  const t = translator("app");
  return {
    name: t("name"),
    short_name: t("name"),
    description: t("description"),
    id: paths.home,
    start_url: paths.home,
    display: "standalone",
    background_color: "#fbf9f5",
    theme_color: "#fbf9f5",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      {
        src: "/icons/icon-maskable.png",
        sizes: "512x512",
        type: "image/png",
        purpose: "maskable",
      },
    ],
  };
}
