// caught by: you-foretold-what-stays
// A number has nothing to do with who ends a znode.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent
zk close
