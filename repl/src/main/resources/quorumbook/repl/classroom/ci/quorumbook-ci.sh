#!/bin/sh
# Grades a folder of submissions for continuous integration: quorumbook-ci.sh SUBMISSIONS QUORUMBOOK OUT [OPTION…].
# Exit codes: 0 everything was judged, whatever the verdicts; 2 something is unknown; others: trouble.
set -u

if [ "$#" -lt 3 ]; then
    echo "usage: quorumbook-ci.sh SUBMISSIONS QUORUMBOOK OUT [OPTION…]" >&2
    exit 3
fi
submissions=$1
quorumbook=$2
out=$3
shift 3

sh "$quorumbook/quorumbook" grade "$submissions" --out "$out" --format junit,csv,json "$@" </dev/null
code=$?
if [ "$code" -eq 2 ]; then
    echo "Something could not be judged; it is an error in $out/junit and an empty cell in $out/csv/gradebook.csv." >&2
fi
exit "$code"
