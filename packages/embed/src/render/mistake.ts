/** What is wrong with how a command was given, in a sentence for who gave it. */
export class Mistake extends Error {}
