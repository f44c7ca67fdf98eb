// caught by: plain-znodes-are-counted
// Believes that only sequential creations are counted.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+1
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
