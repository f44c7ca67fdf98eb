// A wrong answer is no disaster: delete the last sequential one again, answer again, try again.
/predict after-delete $last
zk create -s $parent/job-
int used = Integer.parseInt(given("created"));
String job = given("parent") + "/job-" + String.format("%010d", used);
zk.delete(job, -1);
int next = used + 1;
/predict after-delete $next
zk create -s $parent/job-
zk create $parent/notes
// What lies deeper is no child of the parent.
zk create $parent/notes/more
/predict after-plain $next+2
zk create -e -s $parent/
zk create -e $parent/here
// An ephemeral one that was there before is another znode.
zk delete $parent/here
zk create -e $parent/here
/predict left-after-close persistent-sequential and persistent
zk close
