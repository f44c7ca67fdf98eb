#!/bin/sh
# A grading step of GitHub Classroom: grade.sh SUBMISSION QUORUMBOOK. Sets the step's output `result`, whatever happens.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
submission=$1
quorumbook=$2
# shellcheck source=course.conf.sh
. "$here/course.conf.sh"

out=${RUNNER_TEMP:-/tmp}/quorumbook-grades
# $options is words, by intention.
# shellcheck disable=SC2086
timeout -k 10 "$deadline" sh "$quorumbook/quorumbook" grade "$submission" \
    --exercise "$exercises" --out "$out" --format github-classroom,junit $options </dev/null
code=$?

set -- "$out"/github-classroom/*/github-output
if [ "$#" -eq 1 ] && [ -f "$1" ]; then
    cat "$1" >>"$GITHUB_OUTPUT"
else
    printf 'result=%s\n' "$(base64 <"$here/unfinished.json" | tr -d '\n')" >>"$GITHUB_OUTPUT"
fi

# Unknown is told by the reporter, as an error; only trouble of the tool itself fails this step.
case $code in
    0 | 2) exit 0 ;;
    *)
        echo "::error::The submission could not be graded (exit code $code). That is not the learner's doing."
        exit "$code"
        ;;
esac
