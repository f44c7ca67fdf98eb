// caught by: you-foretold-what-stays
// Neither answer is one of those that were asked for.
/predict after-delete the next one
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close two of them
zk close
