// caught by: four-kinds-at-once
// An ephemeral znode with a number is no example of one without.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
/predict left-after-close persistent persistent-sequential
zk close
