#!/bin/sh
# Gradescope runs this for each submission, and reads results/results.json when it ends or is killed. So there is always one:
# first one that says that nothing was judged yet, then a new one after each exercise.
set -u

root=${AUTOGRADER:-/autograder}
source=$root/source
results=$root/results
LC_ALL=C.UTF-8
export LC_ALL

# shellcheck source=course.conf.sh
. "$source/course.conf.sh"

began=$(date +%s)
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
mkdir -p "$results" "$work/out/gradescope"

publish() { # a file that is there whole or not at all
    cp "$1" "$results/.results.json.draft" && mv -f "$results/.results.json.draft" "$results/results.json"
}

# ---- what was handed in: only the declared files, from zookeeper/tree.jsh or just tree.jsh ----------------------------

take() { # $1: an exercise, $2: an ending; a link is not followed
    for file in "$root/submission/$1.$2" "$root/submission/${1#*/}.$2"; do
        if [ -f "$file" ] && [ ! -L "$file" ]; then
            cp "$file" "$work/learner/$1.$2"
            return
        fi
    done
}

for exercise in $exercises; do
    mkdir -p "$work/learner/${exercise%%/*}"
    take "$exercise" jsh
    take "$exercise" java
done

# ---- grading ------------------------------------------------------------------------------------------------------------

publish "$source/unfinished.json"
# What the last submission scored, which stands where this run can say nothing.
if [ -f "$root/submission_metadata.json" ]; then
    cp "$root/submission_metadata.json" "$work/out/gradescope/.submission_metadata.json"
fi
if [ -f "$source/rubric.yaml" ]; then
    options="--rubric $source/rubric.yaml $options"
fi

list=      # what is graded so far, and what is next: exercises that are done are not graded again
missing=   # why not everything was, for staff
unknown=
for exercise in $exercises; do
    left=$((deadline - ($(date +%s) - began)))
    if [ "$left" -le 0 ]; then
        missing="the deadline of $deadline s"
        break
    fi
    next=${list:+$list,}$exercise
    # $options is words, by intention.
    # shellcheck disable=SC2086
    timeout -k 10 "$left" sh "$source/quorumbook/quorumbook" grade "$work/learner" \
        --exercise "$next" --out "$work/out" --format gradescope $options </dev/null
    code=$?
    case $code in
        0) unknown= ;;
        2) unknown=yes ;;
        124 | 137)
            missing="the deadline of $deadline s"
            break
            ;;
        *)
            missing="trouble with $exercise (exit code $code)"
            continue
            ;;
    esac
    if publish "$work/out/gradescope/learner/results.json"; then
        list=$next
    else
        missing="no results of $exercise"
    fi
done

# ---- what staff see, and what the learner is told -------------------------------------------------------------------------

if [ -n "$missing" ]; then
    echo "UNKNOWN: not everything was judged: $missing"
    if [ -n "$list" ]; then
        # A line that begins so is ours: what learners print has no line ends in JSON.
        sed 's/^  "output" : "/&Not everything could be judged. That is not your fault: staff were told.\\n/' \
            "$results/results.json" >"$work/results.json" && publish "$work/results.json"
    fi
elif [ -n "$unknown" ]; then
    echo "UNKNOWN: some checks could not be judged; they have no score"
fi
exit 0
