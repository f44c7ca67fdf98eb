// caught by: four-kinds-at-once
// The right names, none of the right kinds.
zk create $parent/job-0000000001
zk create $parent/notes
zk create $parent/job-0000000003
zk create $parent/here
/predict left-after-close persistent persistent-sequential
zk delete $parent/here
zk delete $parent/job-0000000003
zk close
