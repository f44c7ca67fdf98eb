// caught by: deleted-numbers-are-not-reused
// The number is read off, then foretold.
zk create -s $parent/job-
/predict after-delete $created
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
