/** What is wrong with a command or its environment, in a sentence for who gave it. */
export class Mistake extends Error {}
