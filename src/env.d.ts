declare namespace App {
  interface Locals {
    /** Language of the text being rendered; set by the page before its components run. */
    locale?: string;
    /** Chapter being rendered. */
    chapter?: string;
  }
}
