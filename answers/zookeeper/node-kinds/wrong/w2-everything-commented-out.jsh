// caught by: four-kinds-at-once
// Nothing of it is run.
// /predict after-delete $created
// zk create -s $parent/job-
// zk create $parent/notes
// /predict after-plain $created+2
// zk create -s -e $parent/job-
// zk create -e $parent/here
// /predict left-after-close persistent persistent-sequential
// zk close
