// caught by: deleted-numbers-are-not-reused
// The number after a plain znode that was deleted says nothing of a sequential one.
zk create $parent/draft
zk delete $parent/draft
/predict after-delete $created+1
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+3
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
