/**
 * Asks again when no answer has come after a while, without giving up on the first one; the first good
 * answer counts. Fails once every call that was made has failed. For calls that may be made twice.
 */
export function hedged<T>(
  call: () => Promise<T>,
  { afterMs, most }: { afterMs: number; most: number },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let made = 0;
    let failed = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      made += 1;
      if (made < most) timer = setTimeout(ask, afterMs);
      call().then(
        (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        (error: unknown) => {
          failed += 1;
          if (failed < made) return;
          clearTimeout(timer);
          reject(error);
        },
      );
    };
    ask();
  });
}
