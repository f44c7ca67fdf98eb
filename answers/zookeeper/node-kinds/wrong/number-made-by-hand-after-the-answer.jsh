// caught by: deleted-numbers-are-not-reused
// The next one was numbered by the learner, not by the parent.
/predict after-delete 1
zk create $parent/job-0000000001
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+3
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
