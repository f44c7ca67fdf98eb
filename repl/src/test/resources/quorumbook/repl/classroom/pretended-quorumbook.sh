#!/bin/sh
# Grades nothing: hands out $PRETENDED as what the format wrote, and ends as the name of the last exercise says.
echo "$@" >>"$CALLS"
shift
learner=$1
while [ "$#" -gt 0 ]; do
    case $1 in
        --exercise) exercises=$2 ;;
        --out) out=$2 ;;
        --format) format=${2%%,*} ;;
    esac
    shift
done
find "$learner" -type f -name '*.jsh' | sort | sed "s|$learner/||" >>"$CALLS"
case $exercises in
    *slow) exec sleep 60 ;;
    *broken) exit 4 ;;
esac
mkdir -p "$out/$format/learner"
if [ -d "$PRETENDED/ada" ]; then
    cp "$PRETENDED"/ada/* "$out/$format/learner/"
fi
case $exercises in
    *odd) exit 2 ;;
esac
exit 0
