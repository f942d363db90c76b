"""From values back to text, in the words of a dialect. Text is only ever made here, from nodes."""
