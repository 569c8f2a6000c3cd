"use client";
import { useTranslations } from "use-intl";
import { InvitationActions } from "./invitation-actions";

/** Under the list of people: how to have more of them. */
export function PeopleFooter() {
  const t = useTranslations("features.invite");
  return (
    <section aria-label={t("invite")} className="border-edge border-t p-3">
      <InvitationActions />
    </section>
  );
}
