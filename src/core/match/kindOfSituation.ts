/**
 * A kind of situation, as it is written down: what questions say that ask for one (`asks`), and what stories say that
 * show one (`tells`). Both are phrases between commas, and each word stands for all of its forms:
 *
 * - `a/b` is either word, `@boss` any word of that group (see `phrases.ts`), and `@n` a figure too;
 * - `..` leaves room for up to three words: `stand up .. @boss`.
 *
 * A phrase with more words than another that it contains is further evidence; one with as many, which only finds what
 * the other finds, is left out.
 */
export interface KindOfSituation {
  readonly id: string;
  /** Named in the reason for a match: “it tells of …”. */
  readonly title: string;
  readonly asks: string;
  readonly tells: string;
}
