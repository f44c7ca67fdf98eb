// caught by: parent-was-kept
// A new parent begins to count at 0.
zk deleteall $parent
zk create $parent
/predict after-delete 0
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain 2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
