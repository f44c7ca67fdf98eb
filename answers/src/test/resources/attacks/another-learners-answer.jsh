// What another learner typed, with the names and values of another attempt.
@ANOTHERS_ANSWER@
