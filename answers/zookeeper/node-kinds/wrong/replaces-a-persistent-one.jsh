// caught by: persistent-ones-stayed
// Another znode of the same name stands where one was deleted, and the answer fits what was done.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent-sequential
zk close
zk delete $parent/notes
zk create $parent/notes
