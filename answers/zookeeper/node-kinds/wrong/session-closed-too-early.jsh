// caught by: four-kinds-at-once
// The ephemeral znodes are gone before the answer is sealed.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
zk close
/predict left-after-close persistent persistent-sequential
zk close
