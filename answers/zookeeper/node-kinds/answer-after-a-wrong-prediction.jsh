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
/predict after-plain $next+2
zk create -e -s $parent/
zk create -e $parent/here
/predict left-after-close persistent-sequential persistent
zk close
