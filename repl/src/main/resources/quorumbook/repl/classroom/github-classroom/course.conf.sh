# What the workflow grades. Read by grade.sh as shell: no spaces around the equals signs.
# shellcheck shell=sh disable=SC2034

# The exercises, separated by commas. `./quorumbook lab` lists all.
exercises="zookeeper/tree,zookeeper/node-kinds"

# Seconds after which we stop; shorter than timeout-minutes in the workflow.
deadline=1500

# More options for `./quorumbook grade`, such as --rubric FILE.
options=""
