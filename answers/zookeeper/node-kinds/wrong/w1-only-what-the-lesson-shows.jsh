// caught by: four-kinds-at-once
// The play ground is used, the exercise is not touched.
zk create $play
zk create $play/job-
zk create $play/job-
zk create -s $play/job-
zk create -e $play/here
zk create $play/here/child
zk stat $parent
