/** The people of the demo, in the order in which they come. */
export const NAMES = [
  "Amara",
  "Benoît",
  "Chiyo",
  "Diego",
  "Elif",
  "Farid",
  "Grace",
  "Hannes",
  "Ines",
  "Jun",
  "Kofi",
  "Lina",
  "Marek",
  "Nadia",
  "Oskar",
  "Priya",
] as const;

/** What they write on notes. */
export const NOTES = [
  "Start small",
  "Who else should see this?",
  "Ask the users first",
  "What if it rains?",
  "Two weeks, not four",
  "I like this one!",
  "Needs a picture",
  "先画草图",
  "Try it on a phone",
  "Less is more",
  "Ship on Friday?\nMonday.",
  "What did we learn?",
  "Keep the good parts",
  "Open question",
  "Draw first, talk later",
] as const;

/** What they say in the chat. */
export const SAYINGS = [
  "Hello everybody 👋",
  "Nice one",
  "Is that a giraffe?",
  "Let us keep the left side for ideas",
  "Can somebody zoom out a little?",
  "I am adding a note about that",
  "Ha, mine looks like a potato",
  "Which one do we take?",
  "Good, let us vote on it later",
  "大家好",
  "Welcome! Just draw something",
  "I moved it a bit, tell me if that was yours",
  "Five more minutes?",
  "That is much clearer now",
] as const;
