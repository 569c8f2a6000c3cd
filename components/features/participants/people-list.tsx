"use client";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Slot } from "@/components/call/slots";
import { useEveryone } from "@/components/call/use-everyone";
import { inListOrder, withName } from "./list-order";
import { PersonRow } from "./person-row";
import { SearchField } from "./search-field";
import { useGrowing } from "./use-growing";

/** So few are seen at a glance. */
const searchFrom = 6;

/** Everybody who is here, and what is said and done about some of them before the list. */
export function PeopleList({ name }: { name: string }) {
  const t = useTranslations("features.participants");
  const people = useEveryone();
  const [typed, setTyped] = useState("");
  const end = useRef<HTMLDivElement>(null);
  const hasSearch = people.length >= searchFrom || typed !== "";
  const found = inListOrder(withName(people, typed));
  const drawn = useGrowing(found.length, end);
  return (
    <>
      <Slot name="PeopleSection" />
      {hasSearch && <SearchField typed={typed} found={found.length} onType={setTyped} />}
      <ul aria-label={name}>
        {found.slice(0, drawn).map((person) => (
          <PersonRow key={person.identity} person={person} />
        ))}
      </ul>
      {found.length === 0 && (
        <p className="px-2 py-6 text-center text-ink-soft text-sm">{t("nobodyFound")}</p>
      )}
      <div ref={end} />
    </>
  );
}
