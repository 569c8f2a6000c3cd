/** Nothing that one hears or reads as something else: no i, l, o, 0, 1. */
const signs = "abcdefghjkmnpqrstuvwxyz23456789";

/** A passcode that can be read out and is not guessed: six letters and digits, from the browser's CSPRNG. */
export function newPasscode(): string {
  let passcode = "";
  while (passcode.length < 6) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255;
    // 31 signs fit into a byte eight times; what is left over would make some of them more likely.
    if (byte < signs.length * 8) passcode += signs.charAt(byte % signs.length);
  }
  return passcode;
}
