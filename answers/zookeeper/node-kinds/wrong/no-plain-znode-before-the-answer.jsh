// caught by: plain-znodes-are-counted
// The last one created is sequential.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
zk create -s $parent/x
/predict after-plain $created+3
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
