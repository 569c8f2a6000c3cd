/** What time it is; a port so that tests can move it. */
export interface Clock {
  now(): Date;
}
