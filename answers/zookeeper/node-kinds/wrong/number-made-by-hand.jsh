// caught by: four-kinds-at-once
// Ten digits do not make a sequential znode.
/predict after-delete $created
zk create $parent/job-0000000001
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
