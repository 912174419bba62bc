/** What is asked for where nothing else is, and how much may be (the server holds the same bounds). */

export const FIRST_SCENARIO = "succession-1922";
export const RUNS = 500;
export const MOST_RUNS = 10_000;
export const PAIRS = 200;
export const MOST_PAIRS = 2_000;
export const MOST_RUN = 2 ** 31 - 1;
export const MOST_SEED = 2 ** 53 - 1;
