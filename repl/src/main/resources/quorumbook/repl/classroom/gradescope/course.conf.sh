# What the autograder does. Read by run_autograder as shell: no spaces around the equals signs.
# shellcheck shell=sh disable=SC2034

# The exercises, in the order in which they are graded. `./quorumbook lab` lists all.
exercises="zookeeper/tree zookeeper/node-kinds"

# Seconds after which we stop and hand in what there is. Gradescope's own time-out (10 minutes unless you choose another)
# must be longer by a minute: when that strikes, the learner gets 0 and sees no result at all.
deadline=540

# More options for `./quorumbook grade`. The container of a submission on Gradescope runs no containers itself, so the
# learner's code runs unlocked in it, beside the grader: see "What this cannot do" in README.md.
options="--trust --runtime processes"
