// caught by: deleted-numbers-are-not-reused
// Believes that a deleted number is free.
/predict after-delete $last
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
