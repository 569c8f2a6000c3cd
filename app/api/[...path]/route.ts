import { Failure } from "@/lib/server/failure";
import { handle } from "@/lib/server/http/handle";

const nothingHere = handle<{ path: string[] }>(async () => {
  throw new Failure("not-found", { detail: "The API has nothing at this address." });
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as HEAD,
  nothingHere as OPTIONS,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
