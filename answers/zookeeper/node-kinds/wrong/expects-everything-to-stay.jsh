// caught by: you-foretold-what-stays
// Believes that ephemeral znodes outlive their session.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential ephemeral ephemeral-sequential
zk close
