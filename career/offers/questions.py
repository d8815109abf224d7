"""What to ask before signing: ours, and the learner's own."""

QUESTIONS = {
    "bonus": "How is the bonus decided, and what was paid last year?",
    "review": "Who reviews pay, and when for the first time?",
    "own-model": "Which model would I own after six months?",
    "equity": "How many shares are there in all, and what happens to mine if I leave?",
    "sign-on": "When would a sign-on have to be paid back?",
    "hours": "How long is a usual week, and who is on call how often?",
    "remote": "Which days are fixed at the office, and is that in the contract?",
    "learning": "What is there for courses and conferences, in money and in days?",
    "notice": "How long are probation and notice?",
}
OWN = "mine-"  # begins the keys of the learner's own
