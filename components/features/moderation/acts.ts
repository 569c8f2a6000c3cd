import type { Role } from "@/lib/contract/participant";

interface Standing {
  viewer: Role;
  target: Role;
  isSelf: boolean;
  /** Whether the meeting lets everybody change their own name. */
  mayRename: boolean;
}

export interface Acts {
  /** Turn off what is on, ask to turn it on. */
  quieten: boolean;
  rename: boolean;
  /** The roles this person may be given. */
  roles: readonly Role[];
  /** Let, or keep from using a microphone, a camera, a screen. */
  restrict: boolean;
  remove: boolean;
}

/** What is offered to somebody about somebody. The server decides: this only hides what it would refuse. */
export function actsFor({ viewer, target, isSelf, mayRename }: Standing): Acts {
  const isModerator = viewer !== "participant";
  const isAbove = viewer === "host" || (viewer === "cohost" && target !== "host");
  return {
    quieten: isModerator && !isSelf,
    rename: isModerator || (isSelf && mayRename),
    roles: isSelf || !isAbove ? [] : rolesFrom(viewer, target),
    restrict: isModerator && !isSelf && target === "participant",
    remove: isAbove && !isSelf,
  };
}

function rolesFrom(viewer: Role, target: Role): readonly Role[] {
  const all: readonly Role[] = viewer === "host" ? ["host", "cohost"] : ["cohost"];
  return [...all, "participant" as const].filter((role) => role !== target);
}

/** Whether there is anything to offer at all. */
export function hasActs(standing: Standing): boolean {
  const { quieten, rename, roles, restrict, remove } = actsFor(standing);
  return quieten || rename || roles.length > 0 || restrict || remove;
}
