// caught by: deleted-numbers-are-not-reused
// cversion counts deletions too.
/predict after-delete $created+$created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
