/** What is wrong with a command, in a sentence for who typed it. */
export class Mistake extends Error {}
